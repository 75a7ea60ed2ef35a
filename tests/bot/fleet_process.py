"""`motcua run` in several processes that a test starts, kills and stops.

python -m tests.bot.fleet_process

It loads the program once and forks for each line on its standard input, a JSON with ROLE, FOLDER,
LOG and ENVIRONMENT; it answers with the number of the new process.
"""

import json
import os
import signal
import sys
from typing import Any

import bot.channels.building
import bot.web.site  # noqa: F401  loaded once for all
from bot.cli.main import cli


def run(given: dict[str, Any]) -> None:
    """Be `motcua run` with a folder, an environment and a log of its own."""
    os.setsid()
    log = os.open(given["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for number in (1, 2):
        os.dup2(log, number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(given["folder"])
    for name in [name for name in os.environ if name.startswith("MOTCUA_")]:
        del os.environ[name]
    os.environ |= given["environment"]
    cli(["run", "--role", given["role"]])


def serve() -> None:
    """Fork for each line; what has been killed needs nobody to wait for it."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        if (process := os.fork()) == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            code = 1
            try:
                run(json.loads(line))
                code = 0
            except SystemExit as ended:
                code = ended.code if isinstance(ended.code, int) else 0
            finally:
                sys.stdout.flush()
                os._exit(code)
        print(process, flush=True)


if __name__ == "__main__":
    serve()
