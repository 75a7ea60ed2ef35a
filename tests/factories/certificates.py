"""Certificates of an authority of our own, and a web server that shows them."""

import asyncio
import datetime as dt
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.utils import format_datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = dt.timedelta(days=1)


class Authority:
    """Issue certificates; `path` is what who trusts it has to load."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Co quan thu nghiem")])
        now = dt.datetime.now(dt.UTC)
        issued = _begin(self._name, self._name, self._key, now - 900 * DAY, now + 900 * DAY)
        constraints = x509.BasicConstraints(ca=True, path_length=None)
        issued = issued.add_extension(constraints, critical=True)
        self.path = folder / "authority.pem"
        signed = issued.sign(self._key, hashes.SHA256())
        self.path.write_bytes(signed.public_bytes(serialization.Encoding.PEM))

    def issue(
        self, host: str = "localhost", *, since: dt.timedelta = -30 * DAY, until: dt.timedelta
    ) -> ssl.SSLContext:
        """Give what a server needs to show a certificate that is good from `since` to `until`."""
        key, now = ec.generate_private_key(ec.SECP256R1()), dt.datetime.now(dt.UTC)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        issued = _begin(name, self._name, key, now + since, now + until)
        hosts = x509.SubjectAlternativeName([x509.DNSName(host)])
        signed = issued.add_extension(hosts, critical=False).sign(self._key, hashes.SHA256())
        path = self._folder / "shown.pem"
        path.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            + signed.public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context


def _begin(
    name: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    since: dt.datetime,
    until: dt.datetime,
) -> x509.CertificateBuilder:
    return x509.CertificateBuilder(
        issuer, name, key.public_key(), x509.random_serial_number(), since, until
    )


@asynccontextmanager
async def serving(
    context: ssl.SSLContext | None = None, *, off: dt.timedelta | None = dt.timedelta()
) -> AsyncIterator[str]:
    """Serve on loopback with a clock that is off, or that is not told; give the address."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            told = format_datetime(dt.datetime.now(dt.UTC) + (off or dt.timedelta()), usegmt=True)
            date = f"Date: {told}\r\n" if off is not None else ""
            writer.write(f"HTTP/1.1 404 Not Found\r\n{date}Content-Length: 0\r\n\r\n".encode())
            await writer.drain()
        except (asyncio.IncompleteReadError, OSError):
            pass
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    scheme = "https" if context else "http"
    async with server:
        yield f"{scheme}://localhost:{port}"
