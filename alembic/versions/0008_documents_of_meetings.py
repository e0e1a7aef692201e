"""Documents of meetings are kept too, each document knows its house style, and an order how far its step is

Revision ID: 0008
Revises: 0007
Create Date: 2026-11-22 02:56:00.000000
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def guard(table: str) -> None:
    """Make the database itself refuse to change or remove a row of `table`."""
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuses_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def upgrade() -> None:
    for table in ("export", "export_job"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("meeting_id", sa.Uuid(), nullable=True))
            batch_op.alter_column("declaration_id", existing_type=sa.Uuid(), nullable=True)
            batch_op.alter_column("revision_id", existing_type=sa.Uuid(), nullable=True)
            batch_op.create_index(batch_op.f(f"ix_{table}_meeting_id"), ["meeting_id"], unique=False)
            batch_op.create_foreign_key(batch_op.f(f"fk_{table}_meeting_id_meeting"), "meeting", ["meeting_id"], ["id"])
            if table == "export":
                batch_op.add_column(sa.Column("house_style_id", sa.Uuid(), nullable=True))
                batch_op.create_foreign_key(
                    batch_op.f("fk_export_house_style_id_house_style"), "house_style", ["house_style_id"], ["id"]
                )
            else:
                batch_op.add_column(sa.Column("parts_done", sa.Integer(), nullable=False, server_default="0"))
                batch_op.add_column(sa.Column("parts", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("export_job", schema=None) as batch_op:
        batch_op.alter_column("parts_done", existing_type=sa.Integer(), server_default=None)
        batch_op.alter_column("parts", existing_type=sa.Integer(), server_default=None)
    if op.get_bind().dialect.name == "sqlite":
        # Rebuilding a table there takes its triggers along.
        guard("export")


def downgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    if sqlite:
        for act in ("update", "delete"):
            op.execute(f"DROP TRIGGER export_refuses_{act}")
    else:
        op.execute("ALTER TABLE export DISABLE TRIGGER export_append_only")
    for table, columns in (("export_job", ("parts", "parts_done")), ("export", ("house_style_id",))):
        op.execute(sa.text(f"DELETE FROM {table} WHERE meeting_id IS NOT NULL"))
        with op.batch_alter_table(table, schema=None) as batch_op:
            if table == "export":
                batch_op.drop_constraint(batch_op.f("fk_export_house_style_id_house_style"), type_="foreignkey")
            for column in columns:
                batch_op.drop_column(column)
            batch_op.drop_constraint(batch_op.f(f"fk_{table}_meeting_id_meeting"), type_="foreignkey")
            batch_op.drop_index(batch_op.f(f"ix_{table}_meeting_id"))
            batch_op.alter_column("revision_id", existing_type=sa.Uuid(), nullable=False)
            batch_op.alter_column("declaration_id", existing_type=sa.Uuid(), nullable=False)
            batch_op.drop_column("meeting_id")
    if sqlite:
        guard("export")
    else:
        op.execute("ALTER TABLE export ENABLE TRIGGER export_append_only")
