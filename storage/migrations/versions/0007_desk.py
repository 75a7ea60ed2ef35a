"""The desk: whose sessions there are, asking to log in, who changed what, an office's templates.

Revision: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

INDEXED = (
    ("case_notices", "told_at"),
    ("case_notices", "failed_at"),
    ("due_events", "undone_at"),
)
DUE_INDEX = "ix_due_days_locality_id_state_due_on"


def upgrade() -> None:
    _widen_sessions()
    for table, column in INDEXED:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)
    with op.batch_alter_table("due_days", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_due_days_locality_id_due_on"), ["locality_id", "due_on"], unique=False
        )
    with op.batch_alter_table("due_days", schema=None) as batch_op:
        batch_op.create_index(DUE_INDEX, ["locality_id", "state", "due_on"], unique=False)
    with op.batch_alter_table("localities", schema=None) as batch_op:
        batch_op.add_column(sa.Column("options", JSON, nullable=True))
    op.create_table(
        "login_requests",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("code_digest", sa.String(length=64), nullable=False),
        sa.Column("browser_digest", sa.String(length=64), nullable=False),
        sa.Column("browser", sa.String(length=80), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("person_id", BIG_ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_login_requests_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_requests")),
        sa.UniqueConstraint("code_digest", name=op.f("uq_login_requests_code_digest")),
    )
    op.create_table(
        "changes",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("locality_id", BIG_ID, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", BIG_ID, nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("old_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("new_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["locality_id"],
            ["localities.id"],
            name=op.f("fk_changes_locality_id_localities"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_changes_person_id_people"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
    )
    with op.batch_alter_table("changes", schema=None) as batch_op:
        batch_op.create_index(
            "ix_changes_locality_id_subject", ["locality_id", "subject"], unique=False
        )
    op.create_table(
        "answer_templates",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("locality_id", BIG_ID, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["locality_id"],
            ["localities.id"],
            name=op.f("fk_answer_templates_locality_id_localities"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_templates")),
        sa.UniqueConstraint(
            "locality_id", "name", name=op.f("uq_answer_templates_locality_id_name")
        ),
    )


def _widen_sessions() -> None:
    with op.batch_alter_table("web_sessions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person_id", BIG_ID, nullable=True))
        batch_op.add_column(
            sa.Column("browser", sa.String(length=80), nullable=False, server_default="")
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_web_sessions_person_id_people"),
            "people",
            ["person_id"],
            ["id"],
            ondelete="CASCADE",
        )
        batch_op.create_index(batch_op.f("ix_web_sessions_person_id"), ["person_id"], unique=False)
    with op.batch_alter_table("login_links", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person_id", BIG_ID, nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_login_links_person_id_people"),
            "people",
            ["person_id"],
            ["id"],
            ondelete="CASCADE",
        )


def downgrade() -> None:
    op.drop_table("answer_templates")
    op.drop_table("changes")
    with op.batch_alter_table("due_days", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_due_days_locality_id_due_on"))
    op.drop_table("login_requests")
    with op.batch_alter_table("localities", schema=None) as batch_op:
        batch_op.drop_column("options")
    with op.batch_alter_table("due_days", schema=None) as batch_op:
        batch_op.drop_index(DUE_INDEX)
    for table, column in INDEXED:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_{column}"))
    with op.batch_alter_table("login_links", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_login_links_person_id_people"), type_="foreignkey")
        batch_op.drop_column("person_id")
    with op.batch_alter_table("web_sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_web_sessions_person_id"))
        batch_op.drop_constraint(batch_op.f("fk_web_sessions_person_id_people"), type_="foreignkey")
        batch_op.drop_column("browser")
        batch_op.drop_column("person_id")
