"""Files that the desk makes to be kept: figures of a period as a workbook and as JSON."""

import asyncio
import json

from fastapi import APIRouter, Request, Response

from bot.web.desk.files.serving import XLSX, send, serve
from bot.web.desk.page import Desk
from handlers.desk.figures import Files, read_files
from handlers.desk.visitor import Power, Visitor
from handlers.figures.workbook import write_workbook

PATH = "/desk/tai-ve"
REPORT_PATH = f"{PATH}/bao-cao"


def build_downloads(desk: Desk) -> APIRouter:
    """Build the routes."""
    router = APIRouter(prefix=PATH)

    @router.get("/bao-cao.{kind}")
    async def report(kind: str, request: Request) -> Response:
        async def answer(visitor: Visitor) -> Response:
            return await _send_report(desk, await _read(desk, visitor, request), kind)

        if kind not in ("xlsx", "json"):
            return Response(status_code=404)
        return await serve(desk, request, Power.VIEW_REPORTS, answer)

    return router


async def _read(desk: Desk, visitor: Visitor, request: Request) -> Files:
    async with desk.app.database.read() as work:
        return await read_files(
            work,
            visitor,
            code=request.query_params.get("ky", ""),
            unit=request.query_params.get("don-vi", ""),
            now=desk.app.clock.now(),
            calendar=desk.app.calendar,
        )


async def _send_report(desk: Desk, files: Files, kind: str) -> Response:
    if kind == "json":
        body = json.dumps(files.body, ensure_ascii=False).encode()
        return send(f"bao-cao-{files.code}.json", body, "application/json")
    now = desk.app.clock.now()
    book = await asyncio.to_thread(write_workbook, list(files.sheets), title=files.title, now=now)
    return send(f"bao-cao-{files.code}.xlsx", book, XLSX)
