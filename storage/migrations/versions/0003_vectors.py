"""Vectors are pgvector columns on PostgreSQL, and postings make its passages searchable there.

Revision: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.exc import DBAPIError

from storage.columns import vector_text
from storage.errors import CannotOpen

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BATCH = 500


def upgrade() -> None:
    op.add_column("passages", sa.Column("length", sa.Integer(), nullable=True))
    op.add_column("passages", sa.Column("is_bare", sa.Boolean(), nullable=True))
    op.create_table(
        "postings",
        sa.Column("token", BIG_ID, autoincrement=False, nullable=False),
        sa.Column("plan_id", BIG_ID, nullable=False),
        sa.Column("holders", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plans.id"], name=op.f("fk_postings_plan_id_plans"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token", "plan_id", name=op.f("pk_postings")),
    )
    op.create_index(op.f("ix_postings_plan_id"), "postings", ["plan_id"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        _make_extension()
        for table in ("passages", "faq"):
            _convert(table)


def _make_extension() -> None:
    connection = op.get_bind()
    try:
        with connection.begin_nested():
            connection.execute(sa.text("CREATE EXTENSION IF NOT EXISTS vector"))
    except DBAPIError as error:
        raise CannotOpen("pgvector_missing") from error


def _convert(table: str) -> None:
    op.execute(f"ALTER TABLE {table} RENAME COLUMN vector TO vector_bytes")
    op.execute(f"ALTER TABLE {table} ADD COLUMN vector vector")
    last = 0
    while rows := _read_batch(table, last):
        op.get_bind().execute(
            sa.text(f"UPDATE {table} SET vector = CAST(:vector AS vector) WHERE id = :id"),  # noqa: S608
            [{"id": row.id, "vector": vector_text(row.vector_bytes)} for row in rows],
        )
        last = rows[-1].id
    op.execute(f"ALTER TABLE {table} DROP COLUMN vector_bytes")


def _read_batch(table: str, last: int) -> list[sa.Row[tuple[int, bytes]]]:
    statement = sa.text(
        f"SELECT id, vector_bytes FROM {table} WHERE id > :last AND vector_bytes IS NOT NULL "  # noqa: S608
        "ORDER BY id LIMIT :batch"
    )
    return list(op.get_bind().execute(statement, {"last": last, "batch": BATCH}))


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in ("passages", "faq"):  # the vectors are made anew
            op.execute(f"ALTER TABLE {table} DROP COLUMN vector")
            op.execute(f"ALTER TABLE {table} ADD COLUMN vector bytea")
            op.execute(f"UPDATE {table} SET embedder = NULL")  # noqa: S608
    op.drop_index(op.f("ix_postings_plan_id"), table_name="postings")
    op.drop_table("postings")
    with op.batch_alter_table("passages", schema=None) as batch_op:
        batch_op.drop_column("is_bare")
        batch_op.drop_column("length")
