"""Word templates filled in: what people wrote is text in them, whatever letters it holds."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from handlers.errors import HandlerError
from handlers.texts.forms import join_names
from knowledge.errors import KnowledgeError
from knowledge.files.guards import DAMAGE, refuse_bad_zip

_PARAGRAPH = "\a"  # what docxtpl makes a paragraph of, with the form of the one it stands in
Values: TypeAlias = Mapping[str, "str | Sequence[Values]"]
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def fill_template(data: bytes, values: Values, *, name: str) -> bytes:
    """Fill a .docx template; an empty value leaves dots to write on, a list is looped over.

    Raise `HandlerError` for a file that is no template, or asks for what is not known.
    """
    try:
        refuse_bad_zip(data)
        template = DocxTemplate(io.BytesIO(data))
        environment = _environment()
        _refuse_unknown(template, environment, values, name)
        template.render(_make_safe(values), environment, autoescape=True)
        out = io.BytesIO()
        template.save(out)
    except HandlerError:
        raise
    except TemplateError as error:
        raise HandlerError("letter_template_mark", name=name) from error
    except (*DAMAGE, KnowledgeError, zipfile.BadZipFile, OSError, ValueError, KeyError) as error:
        raise HandlerError("letter_template_broken", name=name) from error
    return out.getvalue()


def _environment() -> ImmutableSandboxedEnvironment:
    """Build the environment: a template cannot reach what it was not given, nor run for long."""
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.globals.clear()
    return environment


def _refuse_unknown(
    template: Any,
    environment: ImmutableSandboxedEnvironment,
    values: Values,
    name: str,
) -> None:
    asked = template.get_undeclared_template_variables(environment, context=dict(values))
    if asked:
        unknown, known = join_names(sorted(asked)), join_names(sorted(values))
        raise HandlerError("letter_placeholder_unknown", name=name, unknown=unknown, known=known)


def _make_safe(values: Values) -> dict[str, object]:
    return {
        key: _as_paragraphs(value) if isinstance(value, str) else [_make_safe(v) for v in value]
        for key, value in values.items()
    }


def _as_paragraphs(text: str) -> str:
    """Give a text with paragraphs for its lines, and without letters that Word cannot hold."""
    lines = (_CONTROL.sub(" ", line).strip() for line in text.splitlines())
    return _PARAGRAPH.join(line for line in lines if line) or "……………"
