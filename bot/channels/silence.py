"""Why a service could not be talked to, as far as the operator can do something about it."""

import ssl

CERTIFICATE = "certificate"
CONFLICT = "conflict"
SILENT = "silent"
_DEEPEST = 8


def name_silence(error: BaseException) -> str:
    """Tell a certificate that is not valid, or a TLS that breaks, from a service that is away."""
    cause: BaseException | None = error
    for _ in range(_DEEPEST):
        if isinstance(cause, ssl.SSLError):
            return CERTIFICATE
        if cause is None:
            break
        cause = cause.__cause__ or cause.__context__
    return SILENT
