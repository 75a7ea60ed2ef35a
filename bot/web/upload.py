"""What the browser does with files: choosing, looking at sizes before the network is used, sending.

Text and files stay where they are until the server says that they were stored. One try and the
next carry the same number, so that a message whose answer was lost is not stored twice.
"""

import json

from bot.web import words
from bot.web.receiving import MOST_TOGETHER
from handlers.files.rules import LIMITS, MB, MOST_A_MESSAGE
from handlers.texts import say
from knowledge.files.sniff import FileKind

ACCEPT = (  # pictures by their kinds: an iPhone then turns its HEIC into JPEG by itself
    "image/jpeg,image/png,image/webp,application/pdf,.pdf,.docx,"
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document,.xlsx,"
    "audio/ogg,audio/mpeg,audio/mp4,.m4a,.amr,.aac,video/mp4,video/quicktime,video/3gpp"
)
_TOLD = {
    **{
        kind.value: say(f"file_refused_{kind}_too_large", what="{what}", limit=LIMITS[kind] // MB)
        for kind in FileKind
    },
    "together": say(
        "file_upload_too_large",
        limit=MOST_TOGETHER // MB,
        small=LIMITS[FileKind.PHOTO] // MB,
        large=LIMITS[FileKind.VIDEO] // MB,
    ),
    "failed": say("file_upload_failed"),
    "many": words.TOO_MANY.format(limit=MOST_A_MESSAGE),
    "chosen": words.CHOSEN,
    "sending": words.SENDING,
    "storing": words.STORING,
}

_SET = {
    "limits": {kind.value: LIMITS[kind] for kind in FileKind},
    "told": _TOLD,
    "kinds": words.FILE_KINDS,
    "most": MOST_A_MESSAGE,
    "together": MOST_TOGETHER,
    "patience": 300_000,  # milliseconds
}
_FILES = """(SET) => {
  const LIMITS = SET.limits, TOLD = SET.told, KINDS = SET.kinds;
  const find = (id) => document.getElementById(id);
  let chosen = [], isSending = false, attempt = null, shown = "";
  const kind = (file) => {
    const first = (file.type || "").split("/")[0];
    return first === "image" ? "photo" : LIMITS[first] ? first : "document";
  };
  const note = (text) => { find("chat-file-note").textContent = text; };
  const progress = (text) => {
    if (text !== shown) { shown = text; find("chat-file-progress").textContent = text; }
  };
  const list = () => {
    const names = chosen.map((file) => file.name).join(", ");
    find("chat-chosen-names").textContent = chosen.length
      ? TOLD.chosen.replace("{count}", chosen.length).replace("{names}", () => names) : "";
    find("chat-chosen").style.display = chosen.length ? "flex" : "none";
    find("chat-drop").style.display = isSending ? "none" : "";
  };
  const choose = (files) => {
    const notes = [];
    files.forEach((file) => {
      const name = KINDS[kind(file)] + " “" + file.name + "”";
      if (file.size > LIMITS[kind(file)]) {
        notes.push(TOLD[kind(file)].replace("{what}", () => name));
      } else if (chosen.length < SET.most) chosen.push(file);
      else if (notes.indexOf(TOLD.many) < 0) notes.push(TOLD.many);
    });
    note(notes.join(" "));
    attempt = null;
    list();
  };
  const drop = () => { chosen = []; attempt = null; note(""); list(); };
  const makeId = () => {
    let id = Date.now().toString(36);
    while (id.length < 24) id += Math.floor(Math.random() * 36).toString(36);
    return id.slice(0, 24);
  };
  const finish = (status, answer, onStored) => {
    isSending = false;
    progress("");
    if (status === 200) { drop(); onStored(); }
    else { note(answer.say || TOLD.failed); list(); }
  };
  const parse = (text) => { try { return JSON.parse(text) || {}; } catch (e) { return {}; } };
  const send = (text, onStored) => {
    if (isSending) return;
    const size = chosen.reduce((sum, file) => sum + file.size, 0);
    if (size > SET.together) { note(TOLD.together); return; }
    if (!attempt || attempt.text !== text) attempt = { text: text, id: makeId() };
    const form = new FormData(), request = new XMLHttpRequest();
    form.append("id", attempt.id);
    form.append("text", text);
    chosen.forEach((file) => form.append("file", file, file.name));
    isSending = true;
    note("");
    list();
    progress(TOLD.sending.replace("{share}", 0));
    request.open("POST", "/chat/files");
    request.setRequestHeader("X-Motcua", "chat");
    request.timeout = SET.patience;
    request.upload.onprogress = (event) => {
      const share = event.lengthComputable ? Math.floor(event.loaded / event.total * 10) * 10 : 0;
      progress(share < 100 ? TOLD.sending.replace("{share}", share) : TOLD.storing);
    };
    request.onload = () => finish(request.status, parse(request.responseText), onStored);
    request.onerror = request.ontimeout = () => finish(0, {}, onStored);
    request.send(form);
  };
  document.addEventListener("change", (event) => {
    if (event.target.id !== "chat-files" || isSending) return;
    const files = Array.prototype.slice.call(event.target.files);
    event.target.value = "";
    choose(files);
  });
  document.addEventListener("click", (event) => {
    if (event.target.id === "chat-drop") drop();
  });
  return { send: send, has: () => chosen.length > 0 };
}"""
UPLOAD_SCRIPT = f"window.motcuaFiles = ({_FILES})({json.dumps(_SET, ensure_ascii=False)});"
