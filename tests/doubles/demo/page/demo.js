"use strict";
const EVERY = 700; // milliseconds between looks
const phones = new Map();
const notice = document.getElementById("notice");
const tabs = document.querySelector(".tabs");
let chosen = "";

function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    notice.textContent = answer.ok ? "" : await answer.text();
  } catch {
    notice.textContent = "Chương trình thử đã dừng. Chạy lại “make run-demo” rồi tải lại trang.";
  }
  look();
}

function choose(id) {
  chosen = id;
  for (const [each, phone] of phones) {
    const isChosen = each === id;
    phone.section.classList.toggle("chosen", isChosen);
    phone.tab.setAttribute("aria-pressed", String(isChosen));
    if (isChosen) {
      markSeen(phone);
      phone.thread.scrollTop = phone.thread.scrollHeight;
    }
  }
}

function markSeen(phone) {
  phone.seen = phone.lines.length;
  phone.count.textContent = "";
}

function build(state) {
  const section = document.getElementById("phone").content.cloneNode(true).firstElementChild;
  const find = (selector) => section.querySelector(selector);
  const url = (what) => `/phones/${state.id}/${what}`;
  const phone = { section, thread: find(".thread"), field: find("textarea"), lines: [], keys: [], seen: 0 };
  section.classList.add(state.service);
  find("h2").textContent = state.title;
  find("h2").id = `title-${state.id}`;
  section.setAttribute("aria-labelledby", `title-${state.id}`);
  find(".who").textContent = state.who;
  phone.thread.setAttribute("aria-label", `Tin nhắn, ${state.title}`);
  phone.field.setAttribute("aria-label", `Tin nhắn gửi từ ${state.title}`);
  phone.hints = find(".hints");
  phone.faults = find(".faults");
  phone.say = (text) => post(url("says"), { text });
  phone.press = (label) => post(url("presses"), { label });
  phone.tab = make("button", "", state.title);
  phone.tab.type = "button";
  phone.count = make("span", "count");
  phone.tab.append(phone.count);
  phone.tab.addEventListener("click", () => choose(state.id));
  tabs.append(phone.tab);
  listen(phone, find, url, state);
  document.querySelector("main").append(section);
  phones.set(state.id, phone);
  return phone;
}

function listen(phone, find, url, state) {
  phone.section.querySelectorAll("details").forEach((each) => { each.name = `sheet-${state.id}`; });
  const close = () => phone.section.querySelectorAll("details").forEach((each) => { each.open = false; });
  const send = () => {
    const text = phone.field.value.trim();
    if (text) phone.say(text);
    phone.field.value = "";
    close();
  };
  find(".composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  phone.field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  phone.section.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  const attach = (photo) => {
    post(url("photo"), { photo, caption: phone.field.value.trim() });
    phone.field.value = "";
    close();
  };
  find("[data-photo]").addEventListener("click", () => attach(drawPhoto()));
  find("input[type=file]").addEventListener("change", (event) => {
    const [file] = event.target.files;
    if (!file) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => attach(reader.result));
    reader.readAsDataURL(file);
    event.target.value = "";
  });
  phone.section.querySelectorAll("[data-odd]").forEach((button) => {
    button.addEventListener("click", () => {
      post(url("odd"), { kind: button.dataset.odd });
      close();
    });
  });
  phone.section.querySelectorAll(".faults input[type=checkbox]").forEach((box) => {
    box.addEventListener("change", () => post(url("fault"), { kind: box.value, on: box.checked }));
  });
  find("[value=blocked]").parentElement.hidden = !state.can_block;
  const staff = find(".staff");
  staff.hidden = !state.has_staff;
  staff.addEventListener("submit", (event) => {
    event.preventDefault();
    post(url("staff"), { text: staff.elements.text.value });
    close();
  });
}

function writeText(bubble, text) {
  for (const piece of text.split(/(https?:\/\/[^\s)]+)/)) {
    if (!piece.startsWith("http")) {
      bubble.append(piece);
      continue;
    }
    const link = make("a", "", piece);
    link.href = piece;
    link.target = "_blank";
    link.rel = "noopener";
    bubble.append(link);
  }
}

function draw(phone, line) {
  const item = make("div", `line ${line.by}`);
  if (line.by === "note") {
    item.textContent = line.text;
    return item;
  }
  const bubble = make("div", "bubble");
  if (line.photo) {
    const photo = make("img");
    photo.src = line.photo;
    photo.alt = "Ảnh";
    bubble.append(photo);
  }
  line.files.forEach((file) => bubble.append(make("span", "file", file)));
  writeText(bubble, line.text);
  item.append(bubble);
  if (line.buttons.length) {
    const keys = make("div", "keys");
    for (const label of line.buttons) {
      const key = make("button", "", label);
      key.type = "button";
      key.addEventListener("click", () => phone.press(label));
      keys.append(key);
    }
    item.append(keys);
  }
  item.append(make("span", "time", line.at));
  return item;
}

function show(phone, state) {
  const isAtEnd = phone.thread.scrollHeight - phone.thread.scrollTop - phone.thread.clientHeight < 80;
  let isChanged = false;
  state.lines.forEach((line, index) => {
    const key = JSON.stringify(line);
    if (phone.keys[index] === key) return;
    const item = draw(phone, line);
    const had = phone.lines[index];
    const hadFocus = had && had.contains(document.activeElement);
    if (had) had.replaceWith(item);
    else phone.thread.append(item);
    if (hadFocus) phone.field.focus();
    phone.lines[index] = item;
    phone.keys[index] = key;
    isChanged = true;
  });
  if (isChanged && (isAtEnd || state.lines.at(-1).by !== "bot")) {
    phone.thread.scrollTop = phone.thread.scrollHeight;
  }
  if (state.id === chosen) markSeen(phone);
  else phone.count.textContent = phone.lines.length > phone.seen ? ` (${phone.lines.length - phone.seen})` : "";
  showHints(phone, state);
  showFaults(phone, state.faults);
}

function showHints(phone, state) {
  const key = JSON.stringify([state.code, state.hints]);
  if (phone.hinted === key) return;
  phone.hinted = key;
  const made = state.hints.map((hint) => {
    const button = make("button", "", hint);
    button.addEventListener("click", () => phone.say(hint));
    return button;
  });
  if (state.code) {
    const button = make("button", "invitation", "Gửi mã liên kết của cán bộ");
    button.title = state.code;
    button.addEventListener("click", () => phone.say(state.code));
    made.unshift(button);
  }
  made.forEach((button) => { button.type = "button"; });
  phone.hints.replaceChildren(...made);
}

function showFaults(phone, faults) {
  phone.faults.classList.toggle("on", faults.length > 0);
  phone.faults.querySelector("summary").textContent = faults.length ? "Đang có sự cố" : "Thử sự cố";
  phone.section.querySelectorAll(".faults input[type=checkbox]").forEach((box) => {
    box.checked = faults.includes(box.value);
  });
}

async function look() {
  const answer = await fetch("/state").catch(() => null);
  if (!answer || !answer.ok) return;
  const state = await answer.json();
  document.getElementById("now").textContent = state.now;
  document.getElementById("web").href = state.web;
  for (const each of state.phones) show(phones.get(each.id) || build(each), each);
  if (!chosen) choose(state.phones[0].id);
}

document.querySelectorAll("[data-clock]").forEach((button) => {
  button.addEventListener("click", () => post("/clock", { to: button.dataset.clock }));
});
look();
setInterval(look, EVERY);
document.addEventListener("click", (event) => {
  document.querySelectorAll("details[open]").forEach((each) => {
    if (!each.contains(event.target)) each.open = false;
  });
});
