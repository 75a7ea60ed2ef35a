// The inbox by keys: "/" goes to the search, j, k and the arrows move through the rows.
window.motcuaCases = (() => {
  "use strict";
  const steps = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
  const rows = () => Array.from(document.querySelectorAll("a[data-row]"));

  const move = (event) => {
    const all = rows();
    const at = all.indexOf(document.activeElement);
    const isArrow = event.key.startsWith("Arrow");
    if (!all.length || (isArrow && at < 0)) return; // arrows scroll until a row is chosen
    event.preventDefault();
    const to = at < 0 ? 0 : Math.min(Math.max(at + steps[event.key], 0), all.length - 1);
    all[to].focus();
    all[to].closest("tr").scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key in steps) move(event);
    const search = document.querySelector(".desk-filters input[type=search]");
    if (event.key === "/" && search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  const top = () => document.querySelector(".cases-found")?.scrollIntoView({ block: "start" });
  return { top };
})();
