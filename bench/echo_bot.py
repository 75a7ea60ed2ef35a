"""Answer each text with itself: python-telegram-bot with nothing around it, to compare with.

python -m bench.echo_bot TOKEN URL
"""

import logging
import sys

from telegram import Update  # noqa: TID251 - the library that ours is measured beside
from telegram.ext import (  # noqa: TID251
    ApplicationBuilder,
    ContextTypes,
    MessageHandler,
    filters,
)


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say the same."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main(token: str, url: str) -> None:
    """Serve until killed."""
    logging.disable()  # httpx logs addresses, and those hold the token
    application = ApplicationBuilder().token(token).base_url(f"{url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
