"""A Zalo Official Account as its API and its webhook behave; knows nothing of the program."""

import json
from collections import defaultdict, deque
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from tests.doubles.base import Fault, Faults, Served, Shown, fail_wire
from tests.doubles.zalo_oa_hook import Deliver, HookSender
from tests.doubles.zalo_oa_messages import Failed, OaMessages, name_echo
from tests.doubles.zalo_oa_phone import OaPhone

MB = 1024 * 1024
DOCUMENTS = (".pdf", ".doc", ".docx", ".csv")
ENDPOINTS = {"/v3.0/oa/message/cs": "cs", "/v2.0/oa/message": "v2"}
CODES = {
    Fault.BUSY: -32,
    Fault.BUSY_SILENT: -32,
    Fault.BLOCKED: -213,
    Fault.UNAUTHORIZED: -216,
}


class ZaloOaDouble(OaMessages, Served):
    """One Official Account with its app.

    `hook` is where events go: a URL, or a callable that takes headers and body and gives a status.
    `refuse("cs", -235)` answers a method with a code: cs, v2, template, getoa, token, quota, user,
    upload_image, upload_file; the same names, and "webhook", are those of `faults`.
    """

    app_id = "360846524940903967"
    app_secret = "app-secret-of-the-double"
    user_detail: Mapping[str, Any] = {}

    def __init__(
        self,
        oa_id: str = "388613280878808645",
        *,
        oa_type: int = 2,
        secret: str = "oa-secret-of-the-double",
        hook: str | Deliver | None = None,
        stamps: str = "both",  # header, body, or both: where the signed time stands
        factor: float = 0.001,  # of the retry ladder's seconds
        expires_in: str | None = "90000",
    ) -> None:
        super().__init__()
        self.oa_id = oa_id
        self.oa_type = oa_type
        self.name = "UBND xã Bến Lụa"
        self.secret = secret
        self.faults = Faults()
        self.expires_in = expires_in
        self.forgets_uploads = False  # whether an upload is answered without its number
        self.echoes = True  # whether what is sent by the API comes back as oa_send_…
        self.calls: list[tuple[str, Mapping[str, Any]]] = []
        self.codes: dict[str, str] = {}  # authorization codes by what they were asked with
        self.files: dict[str, bytes] = {}
        self.events = HookSender(self, hook, stamps=stamps, factor=factor)
        self._refusals: dict[str, deque[int]] = defaultdict(deque)
        self._always: dict[str, int] = {}
        self.pair = self._make_pair()

    # What tests do

    @property
    def hook(self) -> str | Deliver | None:
        """Where events go."""
        return self.events.hook

    @hook.setter
    def hook(self, hook: str | Deliver | None) -> None:
        self.events.hook = hook

    def refuse(self, method: str, *codes: int, always: bool = False) -> None:
        """Answer the next calls of a method, or all, with these codes; none lets it work again."""
        self._refusals[method].extend(() if always else codes)
        self._always.pop(method, None)
        if always:
            self._always[method] = codes[0]

    def expire(self) -> None:
        """Let the access token die."""
        self.pair = (f"dead-{self.pair[0]}", self.pair[1])

    def phone(self, user: str) -> OaPhone:
        """Give a person's telephone; the account knows people by opaque numbers."""
        return OaPhone(self, user)

    async def staff_answers(self, user: str, text: str) -> None:
        """Let somebody of the office answer in the account's own window."""
        self.show(user, Shown(text, key=self.number()))
        await self.events.echo(user, "oa_send_text", {"text": text, "msg_id": self.number()})

    def settings(self) -> dict[str, object]:
        """Give the settings that lead a program here."""
        return {
            "zalo_app_id": self.app_id,
            "zalo_app_secret": self.app_secret,
            "zalo_oa_secret": self.secret,
            "zalo_oauth_url": self.url,
            "zalo_oa_url": self.url,
            "zalo_templates": "case_result:7895417a7d3f9461cd2e",
            "file_hosts": "127.0.0.1",
        }

    # The service

    async def __aexit__(self, *error: object) -> None:
        """Stop serving, and bringing events."""
        await self.events.close()
        await super().__aexit__(*error)

    def build_app(self) -> web.Application:
        """Build the routes."""
        app = web.Application(client_max_size=8 * MB)
        app.router.add_post("/v4/oa/access_token", self._give_tokens)
        app.router.add_get("/v2.0/oa/getoa", self._tell_account)
        app.router.add_get("/v3.0/oa/user/detail", self._tell_user)
        app.router.add_post("/v3.0/oa/quota/message", self._tell_quota)
        app.router.add_post("/v2.0/oa/upload/{kind}", self._take_upload)
        app.router.add_post("/v3.0/oa/message/template", self._take_template)
        app.router.add_get("/files/{name}", self._give_file)
        for path in ENDPOINTS:
            app.router.add_post(path, self._take_message)
        return app

    def _make_pair(self) -> tuple[str, str]:
        number = next(self._numbers)
        return f"access-{self.oa_id}-{number}", f"refresh-{self.oa_id}-{number}"

    async def _give_tokens(self, request: web.Request) -> web.StreamResponse:
        form = dict(await request.post())
        self.calls.append(("token", form))
        fault = self.faults.take("token")
        if fault is Fault.BROKEN:
            return await fail_wire(request, fault, self.faults.hang) or web.Response()
        code = self._take_refusal("token") or self._check_grant(request, form)
        if code:
            return web.json_response({"error": code, "error_name": "refused", "error_reason": ""})
        self.pair = self._make_pair()
        failed = await fail_wire(request, fault, self.faults.hang)
        body = {"access_token": self.pair[0], "refresh_token": self.pair[1]}
        lasts = {"expires_in": self.expires_in} if self.expires_in is not None else {}
        return failed or web.json_response(body | lasts)

    def _check_grant(self, request: web.Request, form: Mapping[str, Any]) -> int:
        if request.headers.get("secret_key") != self.app_secret or form["app_id"] != self.app_id:
            return -14002
        if form["grant_type"] == "refresh_token":
            return 0 if form["refresh_token"] == self.pair[1] else -14014
        verifier = self.codes.pop(str(form["code"]), None)
        return 0 if verifier and verifier == form["code_verifier"] else -14012

    async def _tell_account(self, request: web.Request) -> web.StreamResponse:
        data = {"oa_id": self.oa_id, "name": self.name, "is_verified": True}
        more = {"oa_type": self.oa_type, "package_name": "Growth"}
        return await self._answer(request, "getoa", {}, lambda: data | more)

    async def _tell_user(self, request: web.Request) -> web.StreamResponse:
        asked = json.loads(request.query["data"])
        data = {"user_id": asked["user_id"], **self.user_detail}
        return await self._answer(request, "user", asked, lambda: data)

    async def _tell_quota(self, request: web.Request) -> web.StreamResponse:
        row = {"product_type": "cs", "quota_type": "sub_quota", "total": 500}
        left = 500 if self.quota is None else self.quota
        asked = await request.json()
        return await self._answer(request, "quota", asked, lambda: [row | {"remain": left}])

    async def _take_upload(self, request: web.Request) -> web.StreamResponse:
        kind, sent = request.match_info["kind"], (await request.post())["file"]
        assert isinstance(sent, web.FileField)
        name, data = sent.filename, sent.file.read()

        def keep() -> dict[str, str]:
            is_image = kind == "image"
            wanted = (".jpg", ".jpeg", ".png") if is_image else DOCUMENTS
            if not name.lower().endswith(wanted) or len(data) > (1 if is_image else 5) * MB:
                raise Failed(-210)
            number = self.number()
            self.uploads[number] = "photo" if is_image else "document"
            if self.forgets_uploads:
                return {}
            return {"attachment_id" if is_image else "token": number}

        return await self._answer(request, f"upload_{kind}", {"name": name}, keep)

    async def _take_template(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        return await self._answer(request, "template", asked, lambda: self.show_template(asked))

    async def _take_message(self, request: web.Request) -> web.StreamResponse:
        method, asked = ENDPOINTS[request.path], await request.json()
        if method == "cs" and self.oa_type == 4:
            self._always.setdefault("cs", -235)
        sent: list[tuple[str, str, Mapping[str, Any]]] = []

        def deliver() -> dict[str, str]:
            user, message = asked["recipient"]["user_id"], asked["message"]
            shown = self.read_message(user, message)
            self.show(user, shown)
            body = {"text": shown.text, "msg_id": shown.key}
            sent.append((user, name_echo(shown), body))
            return {"message_id": shown.key, "user_id": user}

        answer = await self._answer(request, method, asked, deliver)
        for user, event, body in sent:
            if self.echoes:
                self.events.echo_later(user, event, body)
        return answer

    async def _give_file(self, request: web.Request) -> web.StreamResponse:
        return web.Response(body=self.files[request.match_info["name"]])

    async def _answer(
        self, request: web.Request, method: str, asked: Mapping[str, Any], act: Any
    ) -> web.StreamResponse:
        """Check the token, fail as told, act, and answer in the service's envelope."""
        self.calls.append((method, asked))
        fault = self.faults.take(method, by_chance=method in ("cs", "v2", "template"))
        if fault is Fault.BROKEN:
            return await fail_wire(request, fault, self.faults.hang) or web.Response()
        is_known = request.headers.get("access_token") == self.pair[0]
        code = CODES.get(fault) or (0 if is_known else -216) or self._take_refusal(method)
        data: Any = {}
        if not code:
            try:
                data = act()
            except Failed as error:
                code = error.code
        failed = await fail_wire(request, fault, self.faults.hang)
        message = "Success" if not code else "refused"
        return failed or web.json_response({"error": code, "message": message, "data": data})

    def _take_refusal(self, method: str) -> int:
        if waiting := self._refusals[method]:
            return waiting.popleft()
        return self._always.get(method, 0)
