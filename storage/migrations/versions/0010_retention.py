"""Cases that have ended long enough ago are found, and deleted, by indexes.

Revision: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


OVER = {"ix_cases_whole": "erased_at IS NULL", "ix_cases_anonymous": "erased_at IS NOT NULL"}


def upgrade() -> None:
    for name, which in OVER.items():
        where = sa.text(which)
        op.create_index(
            name, "cases", ["answered_at", "ended_at"], sqlite_where=where, postgresql_where=where
        )
    op.create_index(op.f("ix_cases_merged_into_id"), "cases", ["merged_into_id"])
    op.create_index("ix_case_terms_case", "case_terms", ["case_id"])


def downgrade() -> None:
    op.drop_index("ix_case_terms_case", table_name="case_terms")
    op.drop_index(op.f("ix_cases_merged_into_id"), table_name="cases")
    for name in OVER:
        op.drop_index(name, table_name="cases")
