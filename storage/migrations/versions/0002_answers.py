"""The tables of answers: the office's own words, questions kept, rules, handovers, reminders.

Revision: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "faq",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("locality_id", BIG_ID, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by", sa.String(length=60), nullable=False),
        sa.Column("embedder", sa.String(length=120), nullable=True),
        sa.Column("vector", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["locality_id"],
            ["localities.id"],
            name=op.f("fk_faq_locality_id_localities"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq")),
    )
    with op.batch_alter_table("faq", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_faq_locality_id"), ["locality_id"], unique=False)

    op.create_table(
        "ratings",
        sa.Column("locality_id", BIG_ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("good", sa.Integer(), nullable=False),
        sa.Column("bad", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["locality_id"],
            ["localities.id"],
            name=op.f("fk_ratings_locality_id_localities"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("locality_id", "day", name=op.f("pk_ratings")),
    )
    op.create_table(
        "reporting_rules",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("locality_id", BIG_ID, nullable=False),
        sa.Column("period", sa.String(length=12), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("months_after", sa.Integer(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["locality_id"],
            ["localities.id"],
            name=op.f("fk_reporting_rules_locality_id_localities"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reporting_rules")),
    )
    with op.batch_alter_table("reporting_rules", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_reporting_rules_locality_id"), ["locality_id"], unique=False
        )

    op.create_table(
        "handovers",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("locality_id", BIG_ID, nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("user", sa.String(length=128), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("question_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("person_id", BIG_ID, nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("waiting_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["locality_id"],
            ["localities.id"],
            name=op.f("fk_handovers_locality_id_localities"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_handovers_person_id_people"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
    )
    with op.batch_alter_table("handovers", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_handovers_channel_user"),
            ["channel", "user"],
            unique=True,
            sqlite_where=sa.text("state <> 'closed'"),
            postgresql_where=sa.text("state <> 'closed'"),
        )
        batch_op.create_index(
            batch_op.f("ix_handovers_locality_id_state"), ["locality_id", "state"], unique=False
        )

    op.create_table(
        "handover_lines",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("handover_id", BIG_ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_citizen", sa.Boolean(), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handover_id"],
            ["handovers.id"],
            name=op.f("fk_handover_lines_handover_id_handovers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_lines")),
    )
    with op.batch_alter_table("handover_lines", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_handover_lines_handover_id"), ["handover_id"], unique=False
        )

    op.create_table(
        "unanswered",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("locality_id", BIG_ID, nullable=True),
        sa.Column("question_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("faq_id", BIG_ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["faq_id"], ["faq.id"], name=op.f("fk_unanswered_faq_id_faq"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["locality_id"],
            ["localities.id"],
            name=op.f("fk_unanswered_locality_id_localities"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unanswered")),
    )
    with op.batch_alter_table("unanswered", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_unanswered_locality_id_state"), ["locality_id", "state"], unique=False
        )

    op.create_table(
        "reminders",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("user", sa.String(length=128), nullable=False),
        sa.Column("task_id", BIG_ID, nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("remind_on", sa.Date(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_reminders_task_id_tasks"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint(
            "channel",
            "user",
            "task_id",
            "last_day",
            name=op.f("uq_reminders_channel_user_task_id_last_day"),
        ),
    )
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_reminders_told_at_remind_on"), ["told_at", "remind_on"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reminders_told_at_remind_on"))

    op.drop_table("reminders")
    with op.batch_alter_table("unanswered", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unanswered_locality_id_state"))

    op.drop_table("unanswered")
    with op.batch_alter_table("handover_lines", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handover_lines_handover_id"))

    op.drop_table("handover_lines")
    with op.batch_alter_table("handovers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handovers_locality_id_state"))
        batch_op.drop_index(
            batch_op.f("ix_handovers_channel_user"),
            sqlite_where=sa.text("state <> 'closed'"),
            postgresql_where=sa.text("state <> 'closed'"),
        )

    op.drop_table("handovers")
    with op.batch_alter_table("reporting_rules", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reporting_rules_locality_id"))

    op.drop_table("reporting_rules")
    op.drop_table("ratings")
    with op.batch_alter_table("faq", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_faq_locality_id"))

    op.drop_table("faq")
