"""What the browser does by itself: keys, the counter, the draft, staying at the newest message.

A text stays in its box, and in the tab's storage, until the server says that it was stored.
"""

from bot.web import words
from handlers.conversation import LONGEST

NEARLY = LONGEST - 500  # characters from which the counter shows
_PATIENCE = 10_000  # milliseconds after which the same text may be sent again

SCRIPT = f"""
window.motcua = (() => {{
  const find = (id) => document.getElementById(id);
  let pending = null, at = 0, sticks = true, known = null;
  const write = (number) => number.toLocaleString("vi-VN");
  const keep = (text) => {{ try {{ sessionStorage.setItem("draft", text); }} catch (e) {{}} }};
  const kept = () => {{ try {{ return sessionStorage.getItem("draft") || ""; }}
                       catch (e) {{ return ""; }} }};
  const fit = (box) => {{
    box.style.height = "auto";
    box.style.height = Math.min(box.scrollHeight + 2, 160) + "px";
    const count = box.value.length;
    find("chat-count").className = count > {LONGEST} ? "over" : "";
    find("chat-count").textContent =
      count < {NEARLY} ? "" : write(count) + "/" + write({LONGEST}) + " {words.CHARACTERS}";
  }};
  const settle = () => {{
    const view = find("chat-view"), box = find("chat-box");
    const last = document.querySelector("#chat-log > :last-child");
    if (box && box !== known) {{
      known = box; box.value = kept(); fit(box);
      new ResizeObserver(settle).observe(view);
    }}
    if (!view || !sticks) return;
    const isTall = last && last.offsetHeight > view.clientHeight;
    view.scrollTop = isTall ? last.offsetTop - 12 : view.scrollHeight;
  }};
  document.addEventListener("input", (event) => {{
    if (event.target.id !== "chat-box") return;
    keep(event.target.value);
    fit(event.target);
  }});
  document.addEventListener("keydown", (event) => {{
    const isEnter = event.key === "Enter" && !event.shiftKey;
    if (event.target.id !== "chat-box" || !isEnter) return;
    if (event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    find("chat-send").click();
  }});
  document.addEventListener("scroll", (event) => {{
    const view = event.target;
    if (view.id !== "chat-view") return;
    sticks = view.scrollHeight - view.scrollTop - view.clientHeight < 60;
  }}, true);
  new MutationObserver(settle).observe(document, {{ childList: true, subtree: true }});
  return {{
    take(emit) {{
      const box = find("chat-box"), text = box.value.trim();
      if (motcuaFiles.has()) {{ sticks = true; motcuaFiles.send(text, () => {{
        if (box.value.trim() === text) {{ box.value = ""; keep(""); fit(box); }}
      }}); return; }}
      if (!text || (text === pending && Date.now() - at < {_PATIENCE})) return;
      pending = text; at = Date.now(); sticks = true;
      emit(text.slice(0, {LONGEST} + 1));  // the server refuses what is longer, and says so
    }},
    choose(emit) {{
      sticks = true;
      if (window.matchMedia("(pointer: fine)").matches) find("chat-box").focus();
      emit();
    }},
    sent() {{
      const box = find("chat-box");
      if (box.value.trim() === pending) {{ box.value = ""; keep(""); fit(box); }}
      pending = null;
    }},
    refused() {{ pending = null; }},
  }};
}})();
"""
