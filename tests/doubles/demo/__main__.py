"""Run the program against doubles of Telegram and Zalo, with a page that plays the phones.

python -m tests.doubles.demo [--page 8090] [--web 8091]
"""

import argparse
import asyncio
import logging
import os
import sys
import tempfile
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

from aiohttp import web

from bot.errors import explain
from handlers.errors import HandlerError
from tests.doubles.demo.clock import MovableClock
from tests.doubles.demo.page import Page, Surroundings
from tests.doubles.demo.people import PEOPLE
from tests.doubles.demo.phones import Handset
from tests.doubles.demo.program import Program, build_settings, open_program
from tests.doubles.demo.services import Services

HOST = "127.0.0.1"
PREPARING = "Đang nạp dữ liệu mẫu, xin chờ khoảng nửa phút…"
STARTED = """
Điện thoại giả lập (Zalo, Telegram)     {page}/
Trò chuyện trên web                     {web}/
Bàn làm việc (dùng một lần, 1 giờ)      {desk}

Dữ liệu chỉ để thử, tự xóa khi dừng. Nhấn Ctrl-C để dừng.
"""


async def run(page_port: int, web_port: int) -> None:
    """Start doubles, program and page; end them on Ctrl-C."""
    clock = MovableClock()
    clock.start()
    services = Services(clock)
    account = services.account
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="motcua-demo-"))
        for double in (services.telegram, services.zalo_bot, account):
            await stack.enter_async_context(double)
        settings = build_settings(Path(folder), web_port, services.settings())
        account.hook = f"{settings.public_url}/webhook/zalo-oa"
        program = await stack.enter_async_context(open_program(settings, clock, account))
        desk, answer = program.open_desk, account.staff_answers
        around = Surroundings(clock.now, clock.move_to, answer, program.url, desk)
        page = Page(_build_handsets(services, program, clock), around)
        await _serve(stack, page, page_port)
        await program.service.run(on_started=partial(_greet, program, page_port))


def _build_handsets(
    services: Services, program: Program, clock: MovableClock
) -> dict[str, Handset]:
    return {
        person.id: Handset(
            person,
            services.phone(person),
            services.switches[person.service],
            clock.now,
            program.codes.get(person.id, ""),
            partial(services.find_photo, person),
        )
        for person in PEOPLE
    }


async def _serve(stack: AsyncExitStack, page: Page, port: int) -> None:
    runner = web.AppRunner(page.build_app(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError as error:
        raise HandlerError("port_in_use", host=HOST, port=port) from error


async def _greet(program: Program, port: int) -> None:
    desk = await program.open_desk()
    print(STARTED.format(page=f"http://{HOST}:{port}", web=program.url, desk=desk), flush=True)


def main() -> None:
    """Read the ports, leave an installation's own settings alone, and run."""
    parser = argparse.ArgumentParser(prog="make run-demo")
    parser.add_argument("--page", type=int, default=8090)
    parser.add_argument("--web", type=int, default=8091)
    chosen = parser.parse_args()
    for name in [name for name in os.environ if name.startswith("MOTCUA_")]:
        del os.environ[name]
    os.umask(0o077)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets DEBUG for itself
    print(PREPARING, flush=True)
    try:
        asyncio.run(run(chosen.page, chosen.web))
    except HandlerError as error:
        sys.exit(explain(error))
    except KeyboardInterrupt:  # before the program listens to it
        sys.exit(130)


if __name__ == "__main__":
    main()
