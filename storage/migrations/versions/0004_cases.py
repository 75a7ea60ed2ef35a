"""Cases from receipt to publication; offices by other names, groups, absences; delivery.

Revision: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
# What waits, or is held, in the queues: few rows beside those kept for 30 days.
_QUEUE_INDEXES = {
    "ix_inbox_order": (["id"], "finished_at IS NULL"),
    "ix_inbox_lane": (["channel", "user", "kind", "id"], "finished_at IS NULL"),
    "ix_inbox_held": (["lease_until"], "token IS NOT NULL"),
    "ix_outbox_order": (["channel", "kind", "id"], "finished_at IS NULL"),
    "ix_outbox_lane": (["channel", "user", "kind", "id"], "finished_at IS NULL"),
    "ix_outbox_use": (["useful_until"], "finished_at IS NULL"),
    "ix_outbox_held": (["lease_until"], "token IS NOT NULL"),
}


def upgrade() -> None:
    op.create_table(
        "tries",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("hour", sa.DateTime(timezone=True), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "hour", name=op.f("pk_tries")),
    )
    op.create_table(
        "case_term_rules",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("locality_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("term", sa.String(length=12), nullable=False),
        sa.Column("working_days", sa.Integer(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["locality_id"],
            ["localities.id"],
            name=op.f("fk_case_term_rules_locality_id_localities"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_term_rules")),
        sa.UniqueConstraint(
            "locality_id", "kind", "term", name=op.f("uq_case_term_rules_locality_id_kind_term")
        ),
    )
    op.create_table(
        "data_requests",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("locality_id", BIG_ID, nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("user", sa.String(length=128), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["locality_id"],
            ["localities.id"],
            name=op.f("fk_data_requests_locality_id_localities"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_requests")),
    )
    with op.batch_alter_table("data_requests", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_data_requests_channel_user"), ["channel", "user"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_data_requests_locality_id"), ["locality_id"], unique=False
        )

    op.create_table(
        "absences",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=False),
        sa.Column("substitute_id", BIG_ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_absences_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["substitute_id"],
            ["people.id"],
            name=op.f("fk_absences_substitute_id_people"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absences_person_id"), ["person_id"], unique=False)

    op.create_table(
        "distinct_offices",
        sa.Column("office_id", BIG_ID, nullable=False),
        sa.Column("other_id", BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["offices.id"],
            name=op.f("fk_distinct_offices_office_id_offices"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["offices.id"],
            name=op.f("fk_distinct_offices_other_id_offices"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("office_id", "other_id", name=op.f("pk_distinct_offices")),
    )
    op.create_table(
        "office_aliases",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("office_id", BIG_ID, nullable=False),
        sa.Column("locality_id", BIG_ID, nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["locality_id"],
            ["localities.id"],
            name=op.f("fk_office_aliases_locality_id_localities"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["offices.id"],
            name=op.f("fk_office_aliases_office_id_offices"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_aliases")),
        sa.UniqueConstraint("locality_id", "key", name=op.f("uq_office_aliases_locality_id_key")),
    )
    with op.batch_alter_table("office_aliases", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_office_aliases_office_id"), ["office_id"], unique=False
        )

    op.create_table(
        "office_members",
        sa.Column("group_id", BIG_ID, nullable=False),
        sa.Column("office_id", BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["offices.id"],
            name=op.f("fk_office_members_group_id_offices"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["offices.id"],
            name=op.f("fk_office_members_office_id_offices"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("group_id", "office_id", name=op.f("pk_office_members")),
    )
    op.create_table(
        "case_notices",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("notice", sa.String(length=12), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_by", sa.String(length=12), nullable=True),
        sa.Column("told_person_id", BIG_ID, nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
            name=op.f("fk_case_notices_case_id_cases"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["told_person_id"],
            ["people.id"],
            name=op.f("fk_case_notices_told_person_id_people"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_notices")),
    )
    with op.batch_alter_table("case_notices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_notices_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_case_notices_told_at_failed_at"), ["told_at", "failed_at"], unique=False
        )

    op.create_table(
        "case_terms",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("paused_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_case_terms_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_terms")),
    )
    with op.batch_alter_table("case_terms", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_case_terms_case_id"),
            ["case_id"],
            unique=True,
            sqlite_where=sa.text("ended_on IS NULL"),
            postgresql_where=sa.text("ended_on IS NULL"),
        )
        batch_op.create_index(
            batch_op.f("ix_case_terms_ended_on_due_on"), ["ended_on", "due_on"], unique=False
        )

    op.create_table(
        "consents",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("user", sa.String(length=128), nullable=False),
        sa.Column("case_id", BIG_ID, nullable=True),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_consents_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_consents_channel_user"), ["channel", "user"], unique=False
        )

    op.create_table(
        "files",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("user", sa.String(length=128), nullable=False),
        sa.Column("case_id", BIG_ID, nullable=True),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("label_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_files_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
        sa.UniqueConstraint("name", name=op.f("uq_files_name")),
    )
    with op.batch_alter_table("files", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_files_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_files_channel_user"), ["channel", "user"], unique=False
        )

    op.create_table(
        "case_warnings",
        sa.Column("term_id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.Column("step", sa.String(length=12), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_case_warnings_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["term_id"],
            ["case_terms.id"],
            name=op.f("fk_case_warnings_term_id_case_terms"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("term_id", "person_id", "step", name=op.f("pk_case_warnings")),
    )
    with op.batch_alter_table("case_events", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("action", sa.String(length=20), nullable=False, server_default="send")
        )
        batch_op.add_column(sa.Column("person_id", BIG_ID, nullable=True))
        batch_op.add_column(sa.Column("note_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("facts", JSON, nullable=True))
        batch_op.alter_column(
            "actor",
            existing_type=sa.VARCHAR(length=60),
            type_=sa.String(length=12),
            existing_nullable=False,
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_case_events_person_id_people"),
            "people",
            ["person_id"],
            ["id"],
            ondelete="SET NULL",
        )
        batch_op.drop_column("event")

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("language", sa.String(length=2), nullable=False, server_default="vi")
        )
        batch_op.add_column(sa.Column("where_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("phone_digest", sa.String(length=64), nullable=True))
        batch_op.add_column(
            sa.Column("hides_name", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(
            sa.Column("may_publish_name", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(
            sa.Column("may_use_template", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("complained_office_id", BIG_ID, nullable=True))
        batch_op.add_column(sa.Column("complained_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("office_id", BIG_ID, nullable=True))
        batch_op.add_column(sa.Column("send_ons", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("answer_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("answer_number", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("answer_day", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("answer_signer", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("recipient", sa.String(length=300), nullable=True))
        batch_op.add_column(sa.Column("solved", sa.String(length=8), nullable=True))
        batch_op.add_column(
            sa.Column("was_reopened", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("due_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("merged_into_id", BIG_ID, nullable=True))
        batch_op.add_column(sa.Column("public_content", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("public_answer", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("public_sender", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("published_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("portal_code", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("incoming_number", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("outgoing_number", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("embedder", sa.String(length=120), nullable=True))
        batch_op.add_column(sa.Column("vector_sealed", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.drop_index(batch_op.f("ix_cases_locality_id"))
        batch_op.drop_index(batch_op.f("ix_cases_state"))
        batch_op.create_index(
            batch_op.f("ix_cases_locality_id_state_due_on"),
            ["locality_id", "state", "due_on"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_cases_office_id"), ["office_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_phone_digest"), ["phone_digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_published_at"), ["published_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_received_at"), ["received_at"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_cases_merged_into_id_cases"),
            "cases",
            ["merged_into_id"],
            ["id"],
            ondelete="SET NULL",
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_cases_complained_office_id_offices"),
            "offices",
            ["complained_office_id"],
            ["id"],
            ondelete="SET NULL",
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_cases_office_id_offices"),
            "offices",
            ["office_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("not_before", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("offices", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("is_group", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("valid_from", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("valid_to", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("successor_id", BIG_ID, nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_offices_successor_id_offices"),
            "offices",
            ["successor_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("useful_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("tried", JSON, nullable=True))
        batch_op.add_column(sa.Column("not_before", sa.DateTime(timezone=True), nullable=True))
    for name, (columns, where) in _QUEUE_INDEXES.items():
        which = sa.text(where)
        table = name.split("_")[1]
        op.create_index(name, table, columns, sqlite_where=which, postgresql_where=which)

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person_id", BIG_ID, nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_invitations_person_id_people"),
            "people",
            ["person_id"],
            ["id"],
            ondelete="CASCADE",
        )
    op.execute("UPDATE cases SET due_on = accept_by")
    op.execute(
        "UPDATE cases SET kind = 'scene' WHERE kind NOT IN ('scene', 'conduct', 'rule', 'petition')"
    )
    op.execute(
        "INSERT INTO case_terms (case_id, kind, started_on, due_on) "
        "SELECT id, 'acceptance', CAST(date(received_at) AS DATE), accept_by FROM cases "
        "WHERE state = 'received'"
        if op.get_bind().dialect.name == "postgresql"
        else "INSERT INTO case_terms (case_id, kind, started_on, due_on) "
        "SELECT id, 'acceptance', date(received_at), accept_by FROM cases WHERE state = 'received'"
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_column("accept_by")


def downgrade() -> None:
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_invitations_person_id_people"), type_="foreignkey")
        batch_op.drop_column("person_id")

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("left_at")

    for name in _QUEUE_INDEXES:
        op.drop_index(name, name.split("_")[1])
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("not_before")
        batch_op.drop_column("tried")
        batch_op.drop_column("useful_until")

    with op.batch_alter_table("offices", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_offices_successor_id_offices"), type_="foreignkey")
        batch_op.drop_column("successor_id")
        batch_op.drop_column("valid_to")
        batch_op.drop_column("valid_from")
        batch_op.drop_column("is_group")

    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_column("not_before")

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("accept_by", sa.DATE(), nullable=False, server_default="1970-01-01")
        )
        batch_op.drop_constraint(batch_op.f("fk_cases_office_id_offices"), type_="foreignkey")
        batch_op.drop_constraint(
            batch_op.f("fk_cases_complained_office_id_offices"), type_="foreignkey"
        )
        batch_op.drop_constraint(batch_op.f("fk_cases_merged_into_id_cases"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_cases_received_at"))
        batch_op.drop_index(batch_op.f("ix_cases_published_at"))
        batch_op.drop_index(batch_op.f("ix_cases_phone_digest"))
        batch_op.drop_index(batch_op.f("ix_cases_office_id"))
        batch_op.drop_index(batch_op.f("ix_cases_locality_id_state_due_on"))
        batch_op.create_index(batch_op.f("ix_cases_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_locality_id"), ["locality_id"], unique=False)
        batch_op.drop_column("erased_at")
        batch_op.drop_column("vector_sealed")
        batch_op.drop_column("embedder")
        batch_op.drop_column("outgoing_number")
        batch_op.drop_column("incoming_number")
        batch_op.drop_column("portal_code")
        batch_op.drop_column("published_at")
        batch_op.drop_column("public_sender")
        batch_op.drop_column("public_answer")
        batch_op.drop_column("public_content")
        batch_op.drop_column("merged_into_id")
        batch_op.drop_column("due_on")
        batch_op.drop_column("ended_at")
        batch_op.drop_column("answered_at")
        batch_op.drop_column("accepted_at")
        batch_op.drop_column("was_reopened")
        batch_op.drop_column("solved")
        batch_op.drop_column("recipient")
        batch_op.drop_column("answer_signer")
        batch_op.drop_column("answer_day")
        batch_op.drop_column("answer_number")
        batch_op.drop_column("answer_sealed")
        batch_op.drop_column("send_ons")
        batch_op.drop_column("office_id")
        batch_op.drop_column("complained_sealed")
        batch_op.drop_column("complained_office_id")
        batch_op.drop_column("may_use_template")
        batch_op.drop_column("may_publish_name")
        batch_op.drop_column("hides_name")
        batch_op.drop_column("phone_digest")
        batch_op.drop_column("where_sealed")
        batch_op.drop_column("language")

    with op.batch_alter_table("case_events", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("event", sa.VARCHAR(length=30), nullable=False, server_default="received")
        )
        batch_op.drop_constraint(batch_op.f("fk_case_events_person_id_people"), type_="foreignkey")
        batch_op.alter_column(
            "actor",
            existing_type=sa.String(length=12),
            type_=sa.VARCHAR(length=60),
            existing_nullable=False,
        )
        batch_op.drop_column("facts")
        batch_op.drop_column("note_sealed")
        batch_op.drop_column("person_id")
        batch_op.drop_column("action")

    op.drop_table("case_warnings")
    with op.batch_alter_table("files", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_files_channel_user"))
        batch_op.drop_index(batch_op.f("ix_files_case_id"))

    op.drop_table("files")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_channel_user"))
        batch_op.drop_index(batch_op.f("ix_consents_case_id"))

    op.drop_table("consents")
    with op.batch_alter_table("case_terms", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_terms_ended_on_due_on"))
        batch_op.drop_index(
            batch_op.f("ix_case_terms_case_id"),
            sqlite_where=sa.text("ended_on IS NULL"),
            postgresql_where=sa.text("ended_on IS NULL"),
        )

    op.drop_table("case_terms")
    with op.batch_alter_table("case_notices", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_notices_told_at_failed_at"))
        batch_op.drop_index(batch_op.f("ix_case_notices_case_id"))

    op.drop_table("case_notices")
    op.drop_table("office_members")
    with op.batch_alter_table("office_aliases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_office_aliases_office_id"))

    op.drop_table("office_aliases")
    op.drop_table("distinct_offices")
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_absences_person_id"))

    op.drop_table("absences")
    with op.batch_alter_table("data_requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_requests_locality_id"))
        batch_op.drop_index(batch_op.f("ix_data_requests_channel_user"))

    op.drop_table("data_requests")
    op.drop_table("case_term_rules")
    op.drop_table("tries")
