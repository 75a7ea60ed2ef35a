// A plan's rows and the lines of its file that they were read from light up together.
window.motcuaPlans = (() => {
  "use strict";
  const source = () => document.getElementById("plan-source");
  const lines = (row) => document.querySelectorAll(`.paper [data-rows~="${row}"]`);
  const cards = (rows) => rows.map((row) => document.getElementById(`viec-${row}`)).filter(Boolean);
  let lit = "";
  let touched = null;

  const light = (rows, { from }) => {
    const key = rows.join(" ");
    if (key === lit) return;
    lit = key;
    document.querySelectorAll(".lit").forEach((each) => each.classList.remove("lit"));
    for (const row of rows) lines(row).forEach((line) => line.classList.add("lit"));
    cards(rows).forEach((card) => card.classList.add("lit"));
    if (from === "row") show(rows[0]);
  };

  // Scroll the source alone: the page stays where the reader is.
  const show = (row) => {
    const paper = document.querySelector(".paper");
    const first = lines(row)[0];
    if (!paper || !first) return;
    const top = first.getBoundingClientRect().top - paper.getBoundingClientRect().top;
    if (top < 0 || top > paper.clientHeight - 60) paper.scrollTop += top - paper.clientHeight / 4;
  };

  const find = (event) => {
    const target = event.target.closest?.(".plan-row[data-row], .paper [data-rows]");
    if (!target) return;
    if (target.dataset.row) light([target.dataset.row], { from: "row" });
    else light(target.dataset.rows.split(" "), { from: "line" });
  };
  document.addEventListener("mouseover", find);
  document.addEventListener("focusin", find);

  const goTo = (row) => {
    const card = document.getElementById(`viec-${row}`);
    if (!card) return false;
    card.scrollIntoView({ block: "start" });
    card.focus({ preventScroll: true });
    return true;
  };
  const goToRows = () => document.querySelector(".plan-shows")?.scrollIntoView({ block: "start" });

  let opener = null;
  const close = () => {
    source()?.classList.remove("open");
    opener?.focus();
    opener = null;
  };
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("[data-to-row]");
    if (mark && goTo(mark.dataset.toRow)) event.preventDefault();
    const finder = event.target.closest?.("[data-show-row]");
    if (finder) {
      opener = finder;
      source()?.classList.add("open");
      lit = "";
      light([finder.dataset.showRow], { from: "row" });
      document.querySelector(".paper")?.focus({ preventScroll: true });
    }
    if (event.target.closest?.("[data-close-source]")) close();
    const cell = event.target.closest?.(".plan-cell");
    if (cell) touched = { rect: cell.getBoundingClientRect(), at: Date.now() };
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && source()?.classList.contains("open")) close();
    if (event.key === "Enter" && event.ctrlKey && event.target.matches("dialog textarea")) {
      event.target.form.requestSubmit();
    }
  });

  // A cell is corrected where it stands: its dialog opens over it, where there is room.
  const open = window.motcuaDesk.open;
  window.motcuaDesk.open = (id) => {
    open(id);
    const dialog = document.getElementById(id);
    if (!dialog || !touched || Date.now() - touched.at > 5000 || innerWidth < 900) return;
    const { left, top } = touched.rect;
    touched = null;
    if (!dialog.querySelector("[name=value]")) return;
    dialog.classList.add("over-cell");
    const box = dialog.getBoundingClientRect();
    dialog.style.left = `${Math.max(8, Math.min(left - 24, innerWidth - box.width - 8))}px`;
    dialog.style.top = `${Math.max(8, Math.min(top - 70, innerHeight - box.height - 8))}px`;
    const field = dialog.querySelector("[name=value]");
    field.focus();
    field.select?.();
  };

  // Once a row is accepted it leaves the doubtful ones: the focus goes on to the next of them.
  let accepting = -1;
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".plan-accept");
    accepting = button ? [...document.querySelectorAll(".plan-accept")].indexOf(button) : -1;
  });
  new MutationObserver(() => {
    if (accepting < 0 || document.activeElement !== document.body) return;
    const left = document.querySelectorAll(".plan-accept");
    const next = left[Math.min(accepting, left.length - 1)] ||
      document.querySelector(".plan-show[aria-pressed=true]");
    accepting = -1;
    next?.focus({ preventScroll: left.length > 0 });
  }).observe(document, { childList: true, subtree: true });

  const row = new URLSearchParams(location.search).get("viec");
  if (row) {
    const waiting = setInterval(() => { if (goTo(row)) clearInterval(waiting); }, 100);
    setTimeout(() => clearInterval(waiting), 5000);
  }
  return { goTo, goToRows };
})();
