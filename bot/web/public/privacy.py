"""`/quyen-rieng-tu`: what is kept of people, why and for how long."""

from fastapi import APIRouter, Request, Response

from bot.app import App
from bot.web.public.frame import PRIVACY, open_frame
from bot.web.visits import CHAT_LIFETIME
from handlers.privacy.notice import describe_keeping


def build_privacy(app: App) -> APIRouter:
    """Build the page."""
    router = APIRouter()

    @router.get(PRIVACY)
    async def show(request: Request) -> Response:
        frame = await open_frame(app, request)
        sections = describe_keeping(
            frame.place, frame.language, ages=app.settings.ages, cookie=CHAT_LIFETIME
        )
        return frame.answer("privacy", frame.say("notice_title"), {"sections": sections})

    return router
