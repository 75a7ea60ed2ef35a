// One case: the answer being written stays in this tab, templates are put into it, keys can rest.
window.motcuaCase = (() => {
  "use strict";
  const find = (id) => document.getElementById(id);
  const PREFIX = "motcua-case:", RESTING = "motcua-keys-rest";
  let known = null, first = "";

  const box = () => find("case-editor")?.querySelector("textarea");
  const key = () => find("case-editor").dataset.key;
  const load = () => {
    try { return JSON.parse(sessionStorage.getItem(key()) || "null"); } catch { return null; }
  };
  const keep = (base) => {
    try { sessionStorage.setItem(key(), JSON.stringify({ text: box().value, base })); }
    catch { /* no storage: the text stays in its box */ }
  };
  const forget = () => { try { sessionStorage.removeItem(key()); } catch { /* as above */ } };
  const base = () => load()?.base ?? Number(find("case-editor").dataset.base);
  const count = () => {
    const line = find("case-count");
    line.textContent = line.dataset.format.replace("{count}", box().value.length.toLocaleString("vi-VN"));
  };
  const showKept = (isKept) => { find("case-kept").hidden = !isKept; };

  const settle = () => {
    const text = box();
    if (!text || text === known || !window.did_handshake) return;
    known = text;
    first = text.value;
    const kept = load();
    if (kept && kept.text !== text.value) {
      text.value = kept.text;
      emitEvent("desk-case-base", kept.base);
      showKept(true);
    }
    count();
  };
  const put = (text, isAll) => {
    const into = box();
    into.focus();
    if (isAll) into.select();
    if (!document.execCommand("insertText", false, text)) {
      into.setRangeText(text, into.selectionStart, into.selectionEnd, "end");
      into.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  const drop = () => {
    forget();
    box().value = first;
    showKept(false);
    count();
    emitEvent("desk-case-base", -1);
    box().focus();
  };
  const saved = (drafts) => {
    forget();
    first = box().value;
    find("case-editor").dataset.base = drafts;
    showKept(false);
  };
  const edit = () => {
    find("case-editor").scrollIntoView({ block: "start" });
    box().focus({ preventScroll: true });
  };
  const look = (id) => {
    find(id)?.scrollIntoView({ block: "start" });
    find(id)?.focus({ preventScroll: true });
  };
  const rests = () => { try { return localStorage.getItem(RESTING) === "1"; } catch { return false; } };
  const rest = (button) => {
    try { localStorage.setItem(RESTING, rests() ? "" : "1"); } catch { return; }
    button.setAttribute("aria-pressed", String(!rests()));
  };

  document.addEventListener("input", (event) => {
    if (event.target !== box()) return;
    keep(base());
    count();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.id === "case-drop") drop();
    if (button.dataset.caseKeys !== undefined) rest(button);
    const chosen = button.dataset.casePut && find("case-template")?.selectedOptions[0];
    if (chosen?.dataset.text) put(chosen.dataset.text, button.dataset.casePut === "replace");
  });
  document.addEventListener("keydown", (event) => {
    if (event.target === box() && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
    const isTyped = event.target.closest?.("input, textarea, select");
    if (!isTyped && rests() && /^[a-z]$/i.test(event.key)) event.stopImmediatePropagation();
  }, true);
  document.addEventListener("submit", (event) => {
    if (!event.target.action.endsWith("/desk/dang-xuat")) return;
    try {
      for (const name of Object.keys(sessionStorage)) {
        if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
      }
    } catch { /* nothing was kept */ }
  });
  new MutationObserver(() => {
    settle();
    const toggle = document.querySelector("[data-case-keys]");
    if (toggle) toggle.setAttribute("aria-pressed", String(!rests()));
  }).observe(document, { childList: true, subtree: true });
  const waiting = setInterval(() => { settle(); if (known) clearInterval(waiting); }, 200);
  setTimeout(() => clearInterval(waiting), 15000);
  return { saved, edit, look };
})();
