"""Nudges: when each due day is next told of, what was done about it, work given out in chat.

Revision: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
_FILL = {
    "sqlite": "UPDATE due_days SET kind = 'task', due_on = last_day,"
    " ends_on = strftime('%Y', last_day) || '-12-31'",
    "postgresql": "UPDATE due_days SET kind = 'task', due_on = last_day,"
    " ends_on = make_date(EXTRACT(YEAR FROM last_day)::int, 12, 31)",
}


def upgrade() -> None:
    op.create_table(
        "channel_counts",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "month", name=op.f("pk_channel_counts")),
    )
    op.create_table(
        "told_once",
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_told_once")),
    )
    with op.batch_alter_table("told_once", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_told_once_at"), ["at"], unique=False)

    op.create_table(
        "overseers",
        sa.Column("office_id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["offices.id"],
            name=op.f("fk_overseers_office_id_offices"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_overseers_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("office_id", "person_id", name=op.f("pk_overseers")),
    )
    op.create_table(
        "assignments",
        sa.Column("task_id", BIG_ID, nullable=False),
        sa.Column("locality_id", BIG_ID, nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("document", sa.String(length=200), nullable=False),
        sa.Column("assigned_by", BIG_ID, nullable=True),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["assigned_by"],
            ["people.id"],
            name=op.f("fk_assignments_assigned_by_people"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["locality_id"],
            ["localities.id"],
            name=op.f("fk_assignments_locality_id_localities"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_assignments_task_id_tasks"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("task_id", name=op.f("pk_assignments")),
    )
    with op.batch_alter_table("assignments", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_assignments_locality_id"), ["locality_id"], unique=False
        )

    op.create_table(
        "chosen_offices",
        sa.Column("task_id", BIG_ID, nullable=False),
        sa.Column("office_id", BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["offices.id"],
            name=op.f("fk_chosen_offices_office_id_offices"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["task_id"],
            ["tasks.id"],
            name=op.f("fk_chosen_offices_task_id_tasks"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("task_id", "office_id", name=op.f("pk_chosen_offices")),
    )
    op.create_table(
        "treatments",
        sa.Column("task_id", BIG_ID, nullable=False),
        sa.Column("rule_id", BIG_ID, nullable=True),
        sa.Column("number", sa.String(length=60), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("plan_id", BIG_ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plans.id"], name=op.f("fk_treatments_plan_id_plans"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["rule_id"],
            ["reporting_rules.id"],
            name=op.f("fk_treatments_rule_id_reporting_rules"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_treatments_task_id_tasks"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("task_id", name=op.f("pk_treatments")),
    )
    op.create_table(
        "due_events",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("due_day_id", BIG_ID, nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", BIG_ID, nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["due_day_id"],
            ["due_days.id"],
            name=op.f("fk_due_events_due_day_id_due_days"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_due_events_person_id_people"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due_events")),
    )
    with op.batch_alter_table("due_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_due_events_due_day_id"), ["due_day_id"], unique=False)

    op.create_table(
        "pauses",
        sa.Column("due_day_id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["due_day_id"],
            ["due_days.id"],
            name=op.f("fk_pauses_due_day_id_due_days"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_pauses_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("due_day_id", "person_id", name=op.f("pk_pauses")),
    )
    op.create_table(
        "postponements",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("due_day_id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("new_day", sa.Date(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", BIG_ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by"],
            ["people.id"],
            name=op.f("fk_postponements_decided_by_people"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["due_day_id"],
            ["due_days.id"],
            name=op.f("fk_postponements_due_day_id_due_days"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_postponements_person_id_people"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postponements")),
    )
    with op.batch_alter_table("postponements", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_postponements_due_day_id"), ["due_day_id"], unique=False
        )

    with op.batch_alter_table("due_days", schema=None) as batch_op:
        batch_op.add_column(sa.Column("group_id", BIG_ID, nullable=True))
        batch_op.add_column(sa.Column("kind", sa.String(length=12), nullable=True))
        batch_op.add_column(sa.Column("due_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("ends_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("next_on", sa.Date(), nullable=True))

    op.execute(_FILL[op.get_bind().dialect.name])
    # The first tick looks at all that is open, and plans its next step.
    op.execute("UPDATE due_days SET next_on = known_since WHERE state = 'open'")
    with op.batch_alter_table("due_days", schema=None) as batch_op:
        batch_op.alter_column("kind", existing_type=sa.String(length=12), nullable=False)
        batch_op.alter_column("due_on", existing_type=sa.Date(), nullable=False)
        batch_op.alter_column("ends_on", existing_type=sa.Date(), nullable=False)
        batch_op.create_index(
            batch_op.f("ix_due_days_office_id_state"), ["office_id", "state"], unique=False
        )
        batch_op.create_index(
            "ix_due_days_planned",
            ["next_on", "locality_id"],
            unique=False,
            sqlite_where=sa.text("next_on IS NOT NULL"),
            postgresql_where=sa.text("next_on IS NOT NULL"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_due_days_group_id_offices"),
            "offices",
            ["group_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("localities", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ladder", JSON, nullable=True))

    with op.batch_alter_table("nudges", schema=None) as batch_op:
        batch_op.add_column(sa.Column("due_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("told_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("part", sa.String(length=8), nullable=True))
        batch_op.add_column(sa.Column("is_late", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("holder_id", BIG_ID, nullable=True))

    op.execute(
        "UPDATE nudges SET told_at = at, part = 'own', is_late = false, due_on = "
        "(SELECT last_day FROM due_days WHERE due_days.id = nudges.due_day_id)"
    )
    with op.batch_alter_table("nudges", schema=None) as batch_op:
        batch_op.alter_column("due_on", existing_type=sa.Date(), nullable=False)
        batch_op.alter_column("part", existing_type=sa.String(length=8), nullable=False)
        batch_op.alter_column("is_late", existing_type=sa.Boolean(), nullable=False)
        batch_op.drop_constraint(batch_op.f("pk_nudges"), type_="primary")
        batch_op.create_primary_key(
            batch_op.f("pk_nudges"), ["due_day_id", "due_on", "person_id", "step"]
        )
        batch_op.create_index(
            "ix_nudges_untold",
            ["person_id"],
            unique=False,
            sqlite_where=sa.text("told_at IS NULL"),
            postgresql_where=sa.text("told_at IS NULL"),
        )
        batch_op.create_index(
            batch_op.f("ix_nudges_person_id_told_at"), ["person_id", "told_at"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_nudges_holder_id_people"),
            "people",
            ["holder_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("unreachable_since", sa.DateTime(timezone=True), nullable=True)
        )

    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.alter_column("plan_id", existing_type=sa.INTEGER(), nullable=True)


def downgrade() -> None:
    op.execute("DELETE FROM due_days WHERE kind <> 'task'")
    op.execute("UPDATE due_days SET state = 'open' WHERE state = 'disputed'")
    op.execute("DELETE FROM tasks WHERE plan_id IS NULL")

    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.alter_column("plan_id", existing_type=sa.INTEGER(), nullable=False)

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("unreachable_since")

    op.execute(
        "DELETE FROM nudges WHERE due_on <> "
        "(SELECT last_day FROM due_days WHERE due_days.id = nudges.due_day_id)"
    )
    op.execute("DELETE FROM nudges WHERE told_at IS NULL")
    with op.batch_alter_table("nudges", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_nudges_holder_id_people"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_nudges_person_id_told_at"))
        batch_op.drop_index(
            "ix_nudges_untold",
            sqlite_where=sa.text("told_at IS NULL"),
            postgresql_where=sa.text("told_at IS NULL"),
        )
        batch_op.drop_constraint(batch_op.f("pk_nudges"), type_="primary")
        batch_op.create_primary_key(batch_op.f("pk_nudges"), ["due_day_id", "person_id", "step"])
        for name in ("holder_id", "is_late", "part", "told_at", "due_on"):
            batch_op.drop_column(name)

    with op.batch_alter_table("localities", schema=None) as batch_op:
        batch_op.drop_column("ladder")

    with op.batch_alter_table("due_days", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_due_days_group_id_offices"), type_="foreignkey")
        batch_op.drop_index(
            "ix_due_days_planned",
            sqlite_where=sa.text("next_on IS NOT NULL"),
            postgresql_where=sa.text("next_on IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_due_days_office_id_state"))
        batch_op.drop_column("next_on")
        batch_op.drop_column("ends_on")
        batch_op.drop_column("due_on")
        batch_op.drop_column("kind")
        batch_op.drop_column("group_id")

    with op.batch_alter_table("postponements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_postponements_due_day_id"))

    op.drop_table("postponements")
    op.drop_table("pauses")
    with op.batch_alter_table("due_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_due_events_due_day_id"))

    op.drop_table("due_events")
    op.drop_table("treatments")
    op.drop_table("chosen_offices")
    with op.batch_alter_table("assignments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assignments_locality_id"))

    op.drop_table("assignments")
    op.drop_table("overseers")
    with op.batch_alter_table("told_once", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_told_once_at"))

    op.drop_table("told_once")
    op.drop_table("channel_counts")
