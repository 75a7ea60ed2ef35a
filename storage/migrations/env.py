"""Run migrations on the connection that `storage.migrate` opened."""

from alembic import context
from sqlalchemy import Connection, text

from storage.models import Base


def run(connection: Connection) -> None:
    """Upgrade inside one transaction; on PostgreSQL one process at a time."""
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(77200811)"))
        context.run_migrations()


run(context.config.attributes["connection"])
