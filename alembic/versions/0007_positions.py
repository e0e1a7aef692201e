"""Reservations and explanations of position, and what their delegations said of them later.

Revision ID: 0007
Revises: 0006
Create Date: 2026-11-22 00:44:00.000000
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

APPEND_ONLY = ("position", "position_answer")


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
        "position",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("paragraph_key", sa.String(), nullable=True),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declaration.id"], name=op.f("fk_position_declaration_id_declaration")
        ),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_position_delegation_id_delegation")),
        sa.ForeignKeyConstraint(["entered_by"], ["participant.id"], name=op.f("fk_position_entered_by_participant")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_position_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position")),
        sa.UniqueConstraint("declaration_id", "number", name=op.f("uq_position_declaration_id_number")),
    )
    with op.batch_alter_table("position", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_position_declaration_id"), ["declaration_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_position_delegation_id"), ["delegation_id"], unique=False)

    op.create_table(
        "position_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["given_by"], ["participant.id"], name=op.f("fk_position_answer_given_by_participant")),
        sa.ForeignKeyConstraint(["position_id"], ["position.id"], name=op.f("fk_position_answer_position_id_position")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_position_answer_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position_answer")),
        sa.UniqueConstraint("position_id", "number", name=op.f("uq_position_answer_position_id_number")),
    )
    with op.batch_alter_table("position_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_position_answer_position_id"), ["position_id"], unique=False)

    for table in APPEND_ONLY:
        guard(table)


def downgrade() -> None:
    with op.batch_alter_table("position_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_position_answer_position_id"))

    op.drop_table("position_answer")
    with op.batch_alter_table("position", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_position_delegation_id"))
        batch_op.drop_index(batch_op.f("ix_position_declaration_id"))

    op.drop_table("position")
