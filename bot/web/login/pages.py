"""The login's pages: plain HTML that any browser shows; a script spares pressing the button."""

import base64
import hashlib
from html import escape

from fastapi.responses import HTMLResponse

from bot.web import plain
from bot.web.desk.words import login as words
from handlers.login.requests import Shown
from handlers.texts.forms import write_time
from storage.values import LoginState

STATE_PATH, ANOTHER_PATH = "/trang-thai", "/ma-moi"
_SCRIPT = """
(() => {
  const form = document.getElementById("enter");
  const shown = form.dataset.state;
  const find = (id) => document.getElementById(id);
  let timer = 0;
  const look = async () => {
    clearTimeout(timer);
    try {
      const answer = await fetch("/vao/trang-thai", { cache: "no-store" });
      const state = answer.ok ? (await answer.json()).state : shown;
      if (state === "agreed") return form.submit();
      if (state === "gone") {
        find("waiting").hidden = true;
        find("ended").hidden = false;
        return;
      }
      if (state !== shown) return location.replace("/vao");
    } catch { /* the network may be away for a while */ }
    timer = setTimeout(look, 2000);
  };
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  timer = setTimeout(look, 2000);
})();
"""
_HASH = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; script-src 'sha256-{_HASH}'; connect-src 'self'; style-src 'self'; "
    "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{style}">
{more}
</head>
<body class="plain login">
<main>
<p class="login-office">{office}</p>
<h1>{title}</h1>
{body}
</main>
{script}
</body>
</html>
"""
_CODE = """{note}
<div id="waiting">
<ol class="login-steps" aria-label="{steps}">
<li>{step_chat}</li>
<li>{step_code} <strong class="login-code" aria-label="{code_label}">{code}</strong></li>
<li>{step_confirm}</li>
</ol>
<p class="login-state" role="status">{state}</p>
<form method="post" action="/vao" id="enter" data-state="{state_name}">
<button class="plain-button" type="submit">{button}</button></form>
</div>
<div id="ended" hidden><p class="login-note" role="alert">{ended}</p></div>
{another}
<p class="login-hint">{caution}</p>
<p class="login-hint">{no_chat}</p>"""
_ANOTHER = """<form method="post" action="/vao/ma-moi">
<button class="{style}" type="submit">{label}</button></form>"""
_BUTTON = '<form method="post"><button class="plain-button" type="submit">{label}</button></form>'
_BY_CODE = '<p><a class="plain-button" href="/vao">{label}</a></p>'


def show_code(shown: Shown, *, office: str, note: str = "") -> HTMLResponse:
    """Show a code with the steps to take, or where the request stands by now."""
    request = shown.request
    if request.state is LoginState.REFUSED:
        body = f"<p>{escape(words.REFUSED_BODY)}</p>{_ask_for_another(words.NEW_CODE)}"
        return _build(words.REFUSED, body, office=office)
    is_agreed = request.state is LoginState.AGREED
    until = write_time(request.expires_at).split()[0]
    states = {LoginState.TYPED: words.TYPED, LoginState.AGREED: words.AGREED}
    body = _CODE.format(
        note=f'<p class="login-note" role="alert">{escape(note)}</p>' if note else "",
        steps=escape(words.STEPS),
        step_chat=escape(words.STEP_CHAT),
        step_code=escape(words.STEP_CODE),
        code_label=f"{escape(words.CODE)} {shown.code}",
        code=f"{shown.code[:9]}<wbr>{shown.code[9:]}",
        step_confirm=escape(words.STEP_CONFIRM),
        state=escape(states.get(request.state, words.WAITING).format(until=until)),
        state_name=request.state.value,
        button=escape(words.ENTER if is_agreed else words.CONFIRMED),
        ended=escape(words.ENDED),
        another=_ask_for_another(words.ANOTHER, style="login-plain"),
        caution=escape(words.CAUTION),
        no_chat=escape(words.NO_CHAT),
    )
    return _build(words.TITLE, body, office=office, has_script=True)


def show_link(*, office: str) -> HTMLResponse:
    """Show the one button that uses a link up."""
    button = _BUTTON.format(label=escape(words.LINK_BUTTON))
    return _build(words.LINK, f"<p>{escape(words.LINK_BODY)}</p>{button}", office=office)


def say_link_void(*, office: str) -> HTMLResponse:
    """Say that a link cannot be used, and how to get another."""
    link = _BY_CODE.format(label=escape(words.BY_CODE))
    body = f"<p>{escape(words.LINK_VOID_BODY)}</p>{link}"
    return _build(words.LINK_VOID, body, office=office, status=410)


def say_later(seconds: int, *, office: str) -> HTMLResponse:
    """Say that a network has tried too often this hour."""
    body = f"<p>{escape(words.LATER_BODY.format(minutes=-(-seconds // 60)))}</p>"
    page = _build(words.LATER, body, office=office, status=429)
    page.headers["Retry-After"] = str(seconds)
    return page


def say_from_elsewhere(*, office: str) -> HTMLResponse:
    """Say that a form of another site is not taken."""
    link = _BY_CODE.format(label=escape(words.BY_CODE))
    body = f"<p>{escape(words.ELSEWHERE_BODY)}</p>{link}"
    return _build(words.ELSEWHERE, body, office=office, status=403)


def _ask_for_another(label: str, *, style: str = "plain-button") -> str:
    return _ANOTHER.format(label=escape(label), style=style)


def _build(
    title: str, body: str, *, office: str, has_script: bool = False, status: int = 200
) -> HTMLResponse:
    page = _PAGE.format(
        title=escape(title),
        office=escape(office),
        body=body,
        style=escape(plain.style_url()),
        more=plain.link_asset("desk.css"),
        script=f"<script>{_SCRIPT}</script>" if has_script else "",
    )
    return HTMLResponse(page, status_code=status, headers={"Content-Security-Policy": POLICY})
