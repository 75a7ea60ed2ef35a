"""`motcua key`: new encryption keys, and their rotation."""

import typer

from storage.cipher import new_key

keys = typer.Typer(help="Encryption keys.", no_args_is_help=True)


@keys.command("new")
def new() -> None:
    """Print a new key for MOTCUA_KEYS.

    Example: motcua key new
    """
    typer.echo(new_key())


@keys.callback()
def _keys() -> None:
    """Encryption keys."""
