"use strict";
/* A photo drawn on the spot: a road with a hole that rain has filled. */
function drawPhoto() {
  const canvas = document.createElement("canvas");
  canvas.width = 960;
  canvas.height = 720;
  const pen = canvas.getContext("2d");
  const fill = (colour, path) => {
    pen.fillStyle = colour;
    pen.beginPath();
    path();
    pen.fill();
  };
  const polygon = (...points) => () => points.forEach(([x, y]) => pen.lineTo(x, y));
  const shade = pen.createLinearGradient(0, 0, 0, 320);
  shade.addColorStop(0, "#a9c7de");
  shade.addColorStop(1, "#e8eef2");
  pen.fillStyle = shade;
  pen.fillRect(0, 0, 960, 320);
  fill("#6f8f62", polygon([0, 300], [230, 255], [420, 290], [640, 250], [960, 295], [960, 340], [0, 340]));
  fill("#86a06d", () => pen.rect(0, 320, 960, 400));
  fill("#77797b", polygon([420, 320], [540, 320], [900, 720], [60, 720]));
  for (const [y, width, height] of [[350, 6, 24], [420, 9, 36], [520, 13, 54], [660, 18, 60]]) {
    fill("#e7e3d2", () => pen.rect(480 - width / 2, y, width, height));
  }
  const ellipse = (x, y, w, h) => () => pen.ellipse(x, y, w, h, 0.06, 0, Math.PI * 2);
  fill("#55524d", ellipse(390, 585, 168, 68));
  fill("#6b5d4b", ellipse(390, 590, 146, 55));
  fill("#9aa9ad", ellipse(400, 594, 112, 36));
  fill("#c4d0d3", ellipse(380, 586, 52, 11));
  for (let i = 0; i < 700; i += 1) {
    const y = 330 + ((i * 193) % 390);
    const x = (i * 577) % 960;
    pen.fillStyle = i % 2 ? "rgb(255 255 255 / 8%)" : "rgb(0 0 0 / 9%)";
    pen.fillRect(x, y, 3, 2);
  }
  return canvas.toDataURL("image/jpeg", 0.85);
}
