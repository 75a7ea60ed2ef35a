"""`motcua key` in processes that a test kills.

python -m tests.bot.key_process

It loads the program once and forks for each line on its standard input, a JSON of the working
folder, the environment and the arguments. It answers with the number of the new process, and when
that has ended with its exit code. What the command says stands in the folder, in “said”.
"""

import json
import os
import sys
from typing import Any

from bot.cli.main import cli


def run(folder: str, changed: dict[str, str], arguments: list[str]) -> None:
    os.chdir(folder)
    os.environ.update(changed)
    said = os.open("said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(said, 1)
    os.dup2(said, 2)
    cli(arguments)


def fork(order: list[Any]) -> int:
    if process := os.fork():
        return process
    code = 1
    try:
        run(*order)
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def serve() -> None:
    for line in sys.stdin:
        process = fork(json.loads(line))
        print(process, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)


if __name__ == "__main__":
    serve()
