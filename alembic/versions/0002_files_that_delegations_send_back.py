"""The marked-up files that delegations send back, and the amendments drafted from them.

Revision ID: 0002
Revises: 0001
Create Date: 2026-11-21 21:59:29.833743
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPEND_ONLY = ("returned_file", "returned_draft")


def guard(table: str) -> None:
    """Make the database itself refuse to change or remove a row of `table`."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    else:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def upgrade() -> None:
    op.create_table(
        "returned_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("uploaded_by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declaration.id"], name=op.f("fk_returned_file_declaration_id_declaration")
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_returned_file_delegation_id_delegation")
        ),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_returned_file_revision_id_revision")),
        sa.ForeignKeyConstraint(["uploaded_by"], ["participant.id"], name=op.f("fk_returned_file_uploaded_by_participant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_file")),
    )
    with op.batch_alter_table("returned_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_returned_file_declaration_id"), ["declaration_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_returned_file_delegation_id"), ["delegation_id"], unique=False)

    op.create_table(
        "returned_draft",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("amendment_id", sa.Uuid(), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["amendment_id"], ["amendment.id"], name=op.f("fk_returned_draft_amendment_id_amendment")),
        sa.ForeignKeyConstraint(["file_id"], ["returned_file.id"], name=op.f("fk_returned_draft_file_id_returned_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_draft")),
        sa.UniqueConstraint("amendment_id", name=op.f("uq_returned_draft_amendment_id")),
    )
    with op.batch_alter_table("returned_draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_returned_draft_file_id"), ["file_id"], unique=False)

    for table in APPEND_ONLY:
        guard(table)


def downgrade() -> None:
    with op.batch_alter_table("returned_draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_returned_draft_file_id"))

    op.drop_table("returned_draft")
    with op.batch_alter_table("returned_file", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_returned_file_delegation_id"))
        batch_op.drop_index(batch_op.f("ix_returned_file_declaration_id"))

    op.drop_table("returned_file")
