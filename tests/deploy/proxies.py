"""nginx and Caddy as deploy/ sets them up, on free ports of this machine and with a certificate."""

import contextlib
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

PROXY = Path(__file__).parents[2] / "deploy" / "proxy"
NAME = "hoidap.xabenlua.vn"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate of our own for a name, and its key."""

    certificate: Path
    key: Path


def make_certificate(folder: Path) -> Certificate:
    made = Certificate(folder / "fullchain.pem", folder / "privkey.pem")
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
            "-nodes", "-days", "1", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
            "-keyout", made.key, "-out", made.certificate,
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return made


def find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def find_program(name: str) -> str:
    found = shutil.which(name, path="/usr/local/sbin:/usr/sbin:/usr/local/bin:/usr/bin:/bin")
    return found or pytest.skip(f"{name} is not installed")


def write_nginx(
    folder: Path, certificate: Certificate, *, port: int = 8443, upstream: int = 8080
) -> Path:
    """Write a configuration of nginx that includes ours, with ports and paths that a test has."""
    ours = (PROXY / "nginx.conf").read_text("utf-8")
    ours = ours.replace("listen 80;", f"listen 127.0.0.1:{find_port()};")
    ours = ours.replace("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;")
    ours = ours.replace("127.0.0.1:8080 max_fails", f"127.0.0.1:{upstream} max_fails")
    ours = re.sub(r"/etc/letsencrypt/\S+/fullchain.pem", str(certificate.certificate), ours)
    ours = re.sub(r"/etc/letsencrypt/\S+/privkey.pem", str(certificate.key), ours)
    (folder / "motcua.conf").write_text(ours, "utf-8")
    paths = " ".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    whole.write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; user root;\n"
        f"events {{}}\nhttp {{ access_log off; {paths}\ninclude {folder}/motcua.conf; }}\n"
    )
    return whole


def write_caddy(
    folder: Path, certificate: Certificate, *, port: int = 8443, upstream: int = 8080
) -> Path:
    """Write our Caddyfile with ports that a test has, and a certificate that nobody is asked for."""
    ours = (PROXY / "Caddyfile").read_text("utf-8")
    ours = ours.replace(
        "\n{\n", f"\n{{\n\tadmin off\n\thttp_port {find_port()}\n\thttps_port {port}\n", 1
    )
    own = f"\n{NAME} {{\n\tbind 127.0.0.1\n\ttls {certificate.certificate} {certificate.key}\n"
    ours = ours.replace(f"\n{NAME} {{\n", own)
    ours = ours.replace("127.0.0.1:8080 {", f"127.0.0.1:{upstream} {{")
    whole = folder / "Caddyfile"
    whole.write_text(ours, "utf-8")
    return whole


def start_nginx(folder: Path, certificate: Certificate, port: int, upstream: int) -> Sequence[str]:
    whole = write_nginx(folder, certificate, port=port, upstream=upstream)
    return [find_program("nginx"), "-e", f"{folder}/error.log", "-c", str(whole)]


def start_caddy(folder: Path, certificate: Certificate, port: int, upstream: int) -> Sequence[str]:
    whole = write_caddy(folder, certificate, port=port, upstream=upstream)
    return [find_program("caddy"), "run", "--adapter", "caddyfile", "--config", str(whole)]


STARTS: dict[str, Callable[[Path, Certificate, int, int], Sequence[str]]] = {
    "nginx": start_nginx,
    "caddy": start_caddy,
}


@contextlib.contextmanager
def run_proxy(kind: str, folder: Path, upstream: int) -> Iterator[int]:
    """Run a proxy before a port; give the port it listens on."""
    port, certificate = find_port(), make_certificate(folder)
    command = STARTS[kind](folder, certificate, port, upstream)
    environment = {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
    try:
        _wait_for(port, process, folder / "said")
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    deadline = time.monotonic() + 20
    while True:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        assert process.poll() is None, said.read_text("utf-8")
        assert time.monotonic() < deadline
        time.sleep(0.05)


def trust_nobody() -> ssl.SSLContext:
    """Accept our own certificate."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
