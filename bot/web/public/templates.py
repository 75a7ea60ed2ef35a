"""Pages filled from templates, every value escaped; only this file knows the template engine."""

from functools import cache

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.web.plain import POLICY


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bot.web.public", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(
    name: str,
    values: dict[str, object],
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> HTMLResponse:
    """Fill a template; the page may neither run scripts nor be framed."""
    text = _environment().get_template(f"{name}.html").render(values)
    return HTMLResponse(
        text, status_code=status, headers={"Content-Security-Policy": POLICY, **(headers or {})}
    )
