"""Zalo Official Accounts: consultation messages, with numbered menus, inside of their window."""

import logging
from dataclasses import replace

from bot.channels.base import Bots, Refused, TryLater, Unreachable
from bot.channels.progress import Progress
from bot.channels.wire import Wire
from bot.channels.zalo_oa.api import ZaloApi
from bot.channels.zalo_oa.codes import BAD_PARAMETER, WRONG_TYPE, ZaloFailure, judge
from bot.channels.zalo_oa.hook import ZaloHook
from bot.channels.zalo_oa.parts import Body, Form, Part, Writer, split_reply
from bot.channels.zalo_oa.tokens import Tokens
from bot.clock import Clock
from bot.settings import Settings
from bot.shelf import Shelf
from handlers.cases.duties import find_window
from handlers.files.rules import Upload
from handlers.messages import Reply
from storage.database import Database
from storage.values import Account, Address

log = logging.getLogger(__name__)
KIND = "zalo_oa"
ENDPOINTS = {"cs": "/v3.0/oa/message/cs", "v2": "/v2.0/oa/message"}  # in the order of trying
_TEMPLATE = "/v3.0/oa/message/template"
_PATIENCE = 10.0  # seconds


class ZaloOa:
    """One Official Account."""

    shows_later = False

    def __init__(
        self,
        account: Account,
        settings: Settings,
        database: Database,
        shelf: Shelf,
        clock: Clock,
    ) -> None:
        self.name = account.channel
        self._account = account
        self._settings = settings
        self._database = database
        self._clock = clock
        self._wire = Wire(settings.zalo_oa_url, patience=_PATIENCE, hosts=settings.hosts)
        self._oauth = Wire(settings.zalo_oauth_url, patience=_PATIENCE)
        self.tokens = Tokens(self.name, database, self._oauth, settings, clock)
        self.api = ZaloApi(self._wire, self.tokens)
        self._writer = Writer(self.api, shelf)
        self._progress = Progress()

    async def ask(self) -> Account:
        """Ask the service who we are."""
        try:
            found = await self.api.fetch_account()
        except ZaloFailure as error:
            raise judge(error.code, now=self._clock.now()) from None
        except TryLater:
            if failure := (await self.tokens.read()).failure:
                raise Refused(f"zalo token {failure}") from None
            raise
        link = f"https://zalo.me/{self._account.number}"
        self._account = replace(self._account, title=found.name[:120], link=link)
        return self._account

    async def open(self) -> Account:
        """Ask who we are; where events go is said in the app's console."""
        return await self.ask()

    async def fetch(self, source: str) -> Upload:
        """Fetch an attachment's bytes."""
        return await self._wire.fetch(source)

    async def close(self) -> None:
        """Close connections, after what was asked for has been kept."""
        await self.tokens.settle()
        await self._oauth.close()
        await self._wire.close()

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        """Send a reply, or its template where the person may not be written to any more."""
        try:
            if not await self._is_open(address):
                raise Unreachable
            await self._send_parts(address, reply, key)
        except Unreachable:
            if not await self._send_template(address, reply):
                raise

    async def _is_open(self, address: Address) -> bool:
        """Tell whether the person has written within the window."""
        window = find_window(self._settings.windows, self.name)
        if window is None:
            return True
        async with self._database.read() as work:
            heard_at = await work.thread.last_heard(address)
        return heard_at is not None and self._clock.now() - heard_at < window

    async def _send_parts(self, address: Address, reply: Reply, key: str) -> None:
        """Send what has not been sent of a reply by this process."""
        for part in self._progress.go_on(address, reply.text, key, split_reply(reply)):
            await self._send_part(part, address, reply)

    async def _send_part(self, part: Part, address: Address, reply: Reply) -> None:
        try:
            message = await self._writer.write(part, address, reply)
            if message:
                await self._post(address, message)
        except ZaloFailure as error:
            if isinstance(part, Form) and error.code == BAD_PARAMETER:
                log.warning("%s takes no form without a picture; the words do", self.name)
                return
            raise judge(error.code, now=self._clock.now()) from None

    async def _post(self, address: Address, message: Body) -> None:
        """Post to the endpoint that worked, or try them in order: a government's takes the last."""
        body = {"recipient": {"user_id": address.user}, "message": message}
        names = list(ENDPOINTS)
        for endpoint in names[names.index(self._account.endpoint or names[0]) :]:
            try:
                await self.api.post(ENDPOINTS[endpoint], body, is_sending=True)
            except ZaloFailure as error:
                if error.code != WRONG_TYPE or endpoint == names[-1]:
                    raise
            else:
                await self._remember(endpoint)
                return

    async def _remember(self, endpoint: str) -> None:
        if endpoint == self._account.endpoint:
            return
        self._account = replace(self._account, endpoint=endpoint)
        async with self._database.write() as work:
            await work.accounts.remember_endpoint(self.name, endpoint)

    async def _send_template(self, address: Address, reply: Reply) -> bool:
        """Send a reply's approved words by the person's number here, if there are any."""
        template = reply.template
        number = self._settings.templates.get(template.name) if template else None
        if template is None or number is None:
            return False
        asked = {"template_id": number, "template_data": template.data}
        try:
            await self.api.post(_TEMPLATE, {"user_id": address.user, **asked}, is_sending=True)
        except ZaloFailure as error:
            raise judge(error.code, now=self._clock.now()) from None
        return True


async def build_accounts(
    settings: Settings, database: Database, shelf: Shelf, clock: Clock
) -> Bots:
    """Build a channel for each account that somebody has logged in, and their one webhook."""
    if not settings.zalo_app_id:
        return Bots((), ())
    async with database.read() as work:
        rows = await work.accounts.list_all()
    accounts = [row for row in rows if row.channel.partition(":")[0] == KIND]
    channels = [ZaloOa(row, settings, database, shelf, clock) for row in accounts]
    numbers = {row.number: row.channel for row in accounts}
    return Bots(channels, [ZaloHook(settings, numbers)])
