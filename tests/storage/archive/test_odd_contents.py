"""What a seal of our own may enclose that is no backup: one error, and nothing brought back."""

import datetime as dt
import gzip
import io
import os
import tarfile
from pathlib import Path

import pytest

from storage.archive.kinds import Kind
from storage.archive.manifest import MANIFEST, Manifest, TableNote
from storage.archive.restoring import restore_backup
from storage.archive.sealing import SealedWriter
from storage.errors import BadArchive
from storage.migrate import head_revision
from tests.storage.archive.conftest import MakeUrl

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
META = TableNote("meta", {"key": Kind.PLAIN, "value": Kind.PLAIN}, 1)
FILE = "files/" + "a" * 32
PARTS: dict[str, tuple[str, bytes, bytes]] = {
    "another table": ("tables/other/1.jsonl", b'["a","b"]', tarfile.REGTYPE),
    "no JSON": ("tables/meta/1.jsonl", b"{", tarfile.REGTYPE),
    "no text": ("tables/meta/1.jsonl", b"\xff", tarfile.REGTYPE),
    "too few values": ("tables/meta/1.jsonl", b'["a"]', tarfile.REGTYPE),
    "no row": ("tables/meta/1.jsonl", b"1", tarfile.REGTYPE),
    "a way out": ("files/../../a", b"x", tarfile.REGTYPE),
    "an absolute path": ("/etc/passwd", b"x", tarfile.REGTYPE),
    "a symbolic link": (FILE, b"", tarfile.SYMTYPE),
    "a hard link": (FILE, b"", tarfile.LNKTYPE),
    "a device": (FILE, b"", tarfile.CHRTYPE),
    "a folder": (FILE, b"", tarfile.DIRTYPE),
}


def seal(part: tuple[str, bytes, bytes], keys: list[str]) -> io.BytesIO:
    """Seal a manifest and one part, as a backup is sealed."""
    raw = io.BytesIO()
    sealed = SealedWriter(raw, keys)
    manifest = MANIFEST.dump_json(Manifest("1", head_revision(), "sqlite", NOW, (META,)))
    with (
        gzip.GzipFile("", "wb", 1, sealed, mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w|") as tar,
    ):
        for name, body, kind in (("manifest.json", manifest, tarfile.REGTYPE), part):
            info = tarfile.TarInfo(name)
            info.size, info.type, info.linkname = len(body), kind, "/etc/passwd"
            tar.addfile(info, io.BytesIO(body))
    sealed.finish()
    return raw


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_nothing_of_it_is_brought_back(
    part: tuple[str, bytes, bytes], make_url: MakeUrl, tmp_path: Path, keys: list[str]
) -> None:
    url, folder = make_url("sqlite"), tmp_path / "deep" / "files"
    raw = seal(part, keys)
    with pytest.raises(BadArchive) as raised:
        restore_backup(raw, keys, url=url, folder=folder, now=NOW, sends=False)
    assert raised.value.code == "archive_damaged"
    assert not os.listdir(folder)
    assert os.listdir(folder.parent) == [folder.name]
