"""Documents that are ordered and made in their turn

Revision ID: 0003
Revises: 0002
Create Date: 2026-11-21 23:27:51.703154
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "export_job",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("against_id", sa.Uuid(), nullable=True),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("ordered_by", sa.Uuid(), nullable=False),
        sa.Column("ordered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("steps_done", sa.Integer(), nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Uuid(), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("export_id", sa.Uuid(), nullable=True),
        sa.Column("refusal", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["against_id"], ["revision.id"], name=op.f("fk_export_job_against_id_revision")),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declaration.id"], name=op.f("fk_export_job_declaration_id_declaration")
        ),
        sa.ForeignKeyConstraint(["export_id"], ["export.id"], name=op.f("fk_export_job_export_id_export")),
        sa.ForeignKeyConstraint(["ordered_by"], ["participant.id"], name=op.f("fk_export_job_ordered_by_participant")),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_export_job_process_id_process")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_export_job_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_job")),
    )
    with op.batch_alter_table("export_job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_export_job_declaration_id"), ["declaration_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_export_job_ordered_by"), ["ordered_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_export_job_process_id"), ["process_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_export_job_state"), ["state"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("export_job", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_export_job_state"))
        batch_op.drop_index(batch_op.f("ix_export_job_process_id"))
        batch_op.drop_index(batch_op.f("ix_export_job_ordered_by"))
        batch_op.drop_index(batch_op.f("ix_export_job_declaration_id"))

    op.drop_table("export_job")
