"""What paragraphs say in other languages, and whose word it is that they mean the same.

Revision ID: 0004
Revises: 0003
Create Date: 2026-11-21 23:40:12.411902
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

APPEND_ONLY = ("translation", "concordance")


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
        "translation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("paragraph_key", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("runs", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declaration.id"], name=op.f("fk_translation_declaration_id_declaration")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["participant.id"], name=op.f("fk_translation_made_by_participant")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_translation_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_translation")),
        sa.UniqueConstraint(
            "declaration_id",
            "language",
            "paragraph_key",
            "number",
            name=op.f("uq_translation_declaration_id_language_paragraph_key_number"),
        ),
    )
    with op.batch_alter_table("translation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_translation_declaration_id"), ["declaration_id"], unique=False)

    op.create_table(
        "concordance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("translation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("holds", sa.Boolean(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["given_by"], ["participant.id"], name=op.f("fk_concordance_given_by_participant")),
        sa.ForeignKeyConstraint(
            ["translation_id"], ["translation.id"], name=op.f("fk_concordance_translation_id_translation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concordance")),
        sa.UniqueConstraint("translation_id", "number", name=op.f("uq_concordance_translation_id_number")),
    )
    with op.batch_alter_table("concordance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_concordance_translation_id"), ["translation_id"], unique=False)

    for table in APPEND_ONLY:
        guard(table)


def downgrade() -> None:
    with op.batch_alter_table("concordance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_concordance_translation_id"))

    op.drop_table("concordance")
    with op.batch_alter_table("translation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_translation_declaration_id"))

    op.drop_table("translation")
