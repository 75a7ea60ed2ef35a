// What words mean (widgets/terms.py): shown beside the word, inside the window, until Esc or leaving.
(() => {
  "use strict";
  const GAP = 0; // so that the mouse can move onto what is shown
  let shown = null;

  const hide = () => {
    shown?.classList.remove("shown");
    shown = null;
  };
  const place = (term) => {
    const says = term.querySelector(".desk-term-says");
    const word = term.getBoundingClientRect();
    const left = Math.min(word.left, window.innerWidth - says.offsetWidth - 8);
    const below = word.bottom + GAP + says.offsetHeight <= window.innerHeight;
    const top = below ? word.bottom + GAP : word.top - says.offsetHeight - GAP;
    says.style.left = Math.max(8, left) + "px";
    says.style.top = Math.max(8, top) + "px";
  };
  const show = (term) => {
    if (term === shown) return;
    hide();
    shown = term;
    term.classList.add("shown");
    place(term);
  };
  const find = (event) => event.target.closest?.(".desk-term");

  for (const name of ["mouseover", "focusin", "click"]) {
    document.addEventListener(name, (event) => {
      const term = find(event);
      if (term) show(term);
      else if (name === "click") hide();
      else if (shown && !shown.contains(document.activeElement)) hide();
    });
  }
  document.addEventListener("focusout", (event) => { if (find(event) === shown) hide(); });
  document.addEventListener("scroll", () => { if (shown) place(shown); }, true);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("click", (event) => {
    if (event.target.closest("button")?.dataset.print !== undefined) window.print();
  });
})();
