"""A running site in a process of its own, for tests that look at it with a browser.

python -m tests.bot.web.serve URL KEY PORT
"""

import asyncio
import datetime as dt
import sys
from pathlib import Path

from bot.app import build
from bot.channels.web import WebChannel
from bot.service import Service
from bot.web.site import build_site
from handlers.messages import Button, Message, Reply
from handlers.turn import Effect, only_say
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher
from storage.database import Database
from storage.values import Address
from storage.work import Work
from tests.factories.talk import build_settings

ANSWER = (
    "UBND xã Bến Lụa phải hoàn thành rà soát thủ tục hành chính trước ngày 30/11/2026, "
    "tức chậm nhất Chủ nhật 29/11/2026.\n"
    "Chủ trì: Văn phòng HĐND và UBND xã.\n"
    "Nguồn: Kế hoạch số 12/KH-UBND ngày 05/01/2026, mục II.2."
)
NOTHING = "Các kế hoạch hiện có không nêu nội dung này nên hệ thống không trả lời phỏng đoán."
TOLD = "Anh/Chị có 1 việc đến hạn."
FEEDBACK = "Xin Ông/Bà cho biết việc cần phản ánh: việc gì, ở đâu, từ khi nào."


class ScriptedConversation:
    """Answer a few texts; "chờ" takes long, "nhắn …" tells another address."""

    async def respond(self, message: Message, *, now: dt.datetime) -> Effect:
        del now
        text = message.text
        if text.startswith("nhắn "):
            return only_say(Reply(TOLD, to=Address("web", text.removeprefix("nhắn "))))
        if text == "chờ":
            await asyncio.sleep(1.5)
        if "phản ánh" in text.lower():
            return only_say(Reply(FEEDBACK, (Button("Huỷ", "huỷ"),)))
        if "hạn" in text:
            buttons = (Button("Ai chủ trì?", "ai chủ trì?"), Button("Gửi phản ánh", "phản ánh"))
            return only_say(Reply(ANSWER, buttons))
        return only_say(Reply(NOTHING, (Button("Gửi phản ánh", "phản ánh"),)))


def beside_database(url: str) -> Path:
    """Where files go: not into the folder that the tests want to find empty."""
    return Path(url.removeprefix("sqlite:///")).with_name("files")


async def prepare(work: Work) -> None:
    await work.localities.ensure("xã Bến Lụa")


async def main(url: str, key: str, port: str) -> None:
    database = Database(url, Cipher([key]))
    async with database.write() as work:
        await prepare(work)
    web = WebChannel()
    app = build(
        build_settings(port=int(port), files_dir=str(beside_database(url))),
        database,
        channels={web.name: web},
        embedder=WordEmbedder(),
        conversation=ScriptedConversation(),  # type: ignore[arg-type]
    )

    async def say_started() -> None:
        print("started", flush=True)

    await Service(app, site=build_site(app, web)).run(on_started=say_started)
    await app.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
