// What the desk's pages do by themselves: forms handed over whole, dialogs, keys, uploads.
window.motcuaDesk = (() => {
  "use strict";
  const find = (id) => document.getElementById(id);
  const waiting = new WeakMap();
  let focused = "";

  const pairs = (form) =>
    Array.from(new FormData(form).entries()).filter(([, value]) => typeof value === "string");

  const send = (event, emit) => {
    event.preventDefault();
    const form = event.target.closest("form");
    if (form.getAttribute("aria-busy") === "true") return;
    form.setAttribute("aria-busy", "true");
    setTimeout(() => free(form.id), 15000); // a lost answer does not lock the form for good
    emit(pairs(form));
  };
  const free = (id) => find(id)?.removeAttribute("aria-busy");
  const clear = (id) => find(id)?.reset();

  const filter = (event, emit) => {
    event.preventDefault();
    const form = event.target.closest("form");
    const isText = event.type === "input" && /^(text|search)$/.test(event.target.type);
    if (event.type === "input" && !isText) return; // its change event says so, too
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(() => emit(pairs(form)), isText ? 250 : 0));
  };

  const open = (id) => {
    const dialog = find(id);
    if (dialog && !dialog.open) dialog.showModal();
  };
  const close = (id) => find(id)?.close();
  const closeAll = () => document.querySelectorAll("dialog[open]").forEach((each) => each.close());

  const told = () => {
    const status = find("desk-status");
    if (!status) return;
    status.classList.add("shown");
    clearTimeout(waiting.get(status));
    waiting.set(status, setTimeout(() => status.classList.remove("shown"), 8000));
  };
  const refused = () => find("desk-alert")?.focus();

  const toggleMenu = (button) => {
    const isOpen = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(isOpen));
    find("desk-menu").classList.toggle("open", isOpen);
  };

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      const box = document.createElement("textarea");
      box.value = button.dataset.copy;
      document.body.append(box);
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    find("desk-status").textContent = button.dataset.copied;
    told();
  };

  // Of several files each waits for the one before; what is refused of one stays to be read.
  const uploadAll = async (drop, files) => {
    const isMany = drop.querySelector("input[type=file]")?.multiple;
    const refused = [];
    for (const file of isMany ? Array.from(files) : [files[0]]) {
      const said = await upload(drop, file);
      if (said) refused.push(said);
    }
    drop.querySelector(".desk-drop-state").textContent = refused.join(" ");
  };
  const upload = (drop, file) => new Promise((done) => {
    const state = drop.querySelector(".desk-drop-state");
    const bar = drop.querySelector("progress");
    const say = (text) => { state.textContent = text; };
    const body = new FormData();
    body.append("file", file, file.name);
    const request = new XMLHttpRequest();
    request.open("POST", "/desk/tai-len/" + drop.dataset.ticket);
    request.setRequestHeader("X-Motcua", "1");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
    };
    request.onload = () => {
      bar.hidden = true;
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* said below */ }
      done(request.status === 200 ? "" : answer.say || state.dataset.failed);
    };
    request.onerror = () => { bar.hidden = true; done(state.dataset.failed); };
    bar.value = 0;
    bar.hidden = false;
    say(state.dataset.sending.replace("{name}", file.name));
    request.send(body);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.id === "desk-toggle") toggleMenu(button);
    if (button.dataset.copy !== undefined) copy(button);
  });
  document.addEventListener("change", (event) => {
    const drop = event.target.closest?.(".desk-drop");
    if (!drop || event.target.type !== "file" || !event.target.files.length) return;
    uploadAll(drop, Array.from(event.target.files));
    event.target.value = "";
  });
  for (const name of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(name, (event) => {
      const drop = event.target.closest?.(".desk-drop");
      if (!drop) return;
      event.preventDefault();
      drop.classList.toggle("over", name === "dragover");
      if (name === "drop" && event.dataTransfer.files.length) {
        uploadAll(drop, event.dataTransfer.files);
      }
    });
  }
  document.addEventListener("keydown", (event) => {
    const isTyped = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    const key = CSS.escape(event.key.toLowerCase());
    const wanted = document.querySelector(`[data-shortcut="${key}"]:not([disabled])`);
    if (!wanted) return;
    event.preventDefault();
    if (wanted.matches("input, textarea, select")) wanted.focus();
    else wanted.click();
  });
  // A live part that is built anew gives the focus back to what has the same id.
  document.addEventListener("focusin", (event) => { focused = event.target.id || ""; });
  new MutationObserver(() => {
    if (!focused || document.activeElement !== document.body) return;
    const again = find(focused);
    if (again) again.focus({ preventScroll: true });
  }).observe(document, { childList: true, subtree: true });

  return { send, free, clear, filter, open, close, closeAll, told, refused };
})();
