"""How well each day was served, and how long a reply took.

Revision: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ASKED = sa.text("asked_at IS NOT NULL")


def upgrade() -> None:
    op.add_column("outbox", sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("outbox", sa.Column("took_ms", sa.Integer(), nullable=True))
    op.create_index(
        "ix_outbox_asked", "outbox", ["asked_at"], sqlite_where=ASKED, postgresql_where=ASKED
    )
    op.create_table(
        "service_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("replies", sa.Integer(), nullable=False),
        sa.Column("in_time", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("slowest_ms", sa.Integer(), nullable=False),
        sa.Column("lost", sa.Integer(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("day", "channel", name=op.f("pk_service_days")),
    )


def downgrade() -> None:
    op.drop_table("service_days")
    op.drop_index("ix_outbox_asked", "outbox")
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_column("took_ms")
        outbox.drop_column("asked_at")
