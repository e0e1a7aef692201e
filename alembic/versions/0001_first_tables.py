"""The first tables, and the triggers that keep the append-only ones from being altered.

Revision ID: 0001
Revises:
Create Date: 2026-11-21 20:39:56.113277
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = (
    "agreement_progress",
    "amendment_version",
    "answer",
    "comment",
    "decision",
    "export",
    "incorporation",
    "landing",
    "record_entry",
    "revision",
    "revision_paragraph",
)


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
        "failed_sign_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("whom", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_failed_sign_in")),
    )
    with op.batch_alter_table("failed_sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_failed_sign_in_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_failed_sign_in_origin"), ["origin"], unique=False)
        batch_op.create_index(batch_op.f("ix_failed_sign_in_whom"), ["whom"], unique=False)

    op.create_table(
        "process",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("founded", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process")),
        sa.UniqueConstraint("slug", name=op.f("uq_process_slug")),
    )
    op.create_table(
        "record_entry",
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=True),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("delegation", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_record_entry")),
        sa.UniqueConstraint("hash", name=op.f("uq_record_entry_hash")),
    )
    with op.batch_alter_table("record_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_record_entry_process_id"), ["process_id"], unique=False)
        batch_op.create_index("ix_record_entry_subject", ["subject_kind", "subject_id"], unique=False)

    op.create_table(
        "user_account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("operator", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_account")),
        sa.UniqueConstraint("email", name=op.f("uq_user_account_email")),
    )
    op.create_table(
        "access_token",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_access_token_user_id_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_access_token_token_hash")),
    )
    with op.batch_alter_table("access_token", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_access_token_user_id"), ["user_id"], unique=False)

    op.create_table(
        "delegation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("clearance", sa.Boolean(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_delegation_process_id_process")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
        sa.UniqueConstraint("process_id", "country", name=op.f("uq_delegation_process_id_country")),
    )
    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delegation_process_id"), ["process_id"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("date_note", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("online", sa.Boolean(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("agenda_state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_meeting_process_id_process")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_process_id"), ["process_id"], unique=False)

    op.create_table(
        "once_only",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("request_hash", sa.String(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_once_only_user_id_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_once_only")),
        sa.UniqueConstraint("user_id", "key", name=op.f("uq_once_only_user_id_key")),
    )
    with op.batch_alter_table("once_only", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_once_only_user_id"), ["user_id"], unique=False)

    op.create_table(
        "sign_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agent", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_sign_in_user_id_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_hash")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_user_id"), ["user_id"], unique=False)

    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_agenda_item_delegation_id_delegation")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["parent_id"], ["agenda_item.id"], name=op.f("fk_agenda_item_parent_id_agenda_item")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_item_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("persons", sa.String(), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_attendance_delegation_id_delegation")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("meeting_id", "delegation_id", name=op.f("uq_attendance_meeting_id_delegation_id")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "declaration",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("character", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("window_opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("window_closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deadline", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_declaration_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_declaration_process_id_process")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declaration")),
    )
    with op.batch_alter_table("declaration", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_declaration_process_id"), ["process_id"], unique=False)

    op.create_table(
        "invitation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("invited_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_invitation_delegation_id_delegation")),
        sa.ForeignKeyConstraint(["invited_by"], ["user_account.id"], name=op.f("fk_invitation_invited_by_user_account")),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_invitation_process_id_process")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_process_id"), ["process_id"], unique=False)

    op.create_table(
        "meeting_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_document_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_document")),
    )
    with op.batch_alter_table("meeting_document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_document_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "meeting_process",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_process_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_meeting_process_process_id_process")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_process")),
        sa.UniqueConstraint("meeting_id", "process_id", name=op.f("uq_meeting_process_meeting_id_process_id")),
    )
    with op.batch_alter_table("meeting_process", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_process_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_process_process_id"), ["process_id"], unique=False)

    op.create_table(
        "participant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_participant_delegation_id_delegation")),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_participant_process_id_process")),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_participant_user_id_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("process_id", "user_id", name=op.f("uq_participant_process_id_user_id")),
    )
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_participant_delegation_id"), ["delegation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_process_id"), ["process_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_user_id"), ["user_id"], unique=False)

    op.create_table(
        "presidency_term",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_presidency_term_delegation_id_delegation")
        ),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_presidency_term_process_id_process")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presidency_term")),
    )
    with op.batch_alter_table("presidency_term", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_presidency_term_process_id"), ["process_id"], unique=False)

    op.create_table(
        "agenda_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agenda_item_id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("paragraph_key", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_agenda_link_agenda_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declaration.id"], name=op.f("fk_agenda_link_declaration_id_declaration")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_link")),
        sa.UniqueConstraint(
            "agenda_item_id",
            "declaration_id",
            "paragraph_key",
            name=op.f("uq_agenda_link_agenda_item_id_declaration_id_paragraph_key"),
        ),
    )
    with op.batch_alter_table("agenda_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_link_agenda_item_id"), ["agenda_item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_link_declaration_id"), ["declaration_id"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_note", sa.String(), nullable=False),
        sa.Column("force", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("agenda_item_id", sa.Uuid(), nullable=True),
        sa.Column("declaration_id", sa.Uuid(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_agreement_agenda_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declaration.id"], name=op.f("fk_agreement_declaration_id_declaration")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_agreement_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("meeting_id", "number", name=op.f("uq_agreement_meeting_id_number")),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "amendment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("alternatives", sa.Uuid(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["participant.id"], name=op.f("fk_amendment_created_by_participant")),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declaration.id"], name=op.f("fk_amendment_declaration_id_declaration")
        ),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_amendment_delegation_id_delegation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
        sa.UniqueConstraint("declaration_id", "number", name=op.f("uq_amendment_declaration_id_number")),
    )
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_amendment_alternatives"), ["alternatives"], unique=False)
        batch_op.create_index(batch_op.f("ix_amendment_declaration_id"), ["declaration_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_amendment_delegation_id"), ["delegation_id"], unique=False)

    op.create_table(
        "draft_paragraph",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("runs", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declaration.id"], name=op.f("fk_draft_paragraph_declaration_id_declaration")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_paragraph")),
        sa.UniqueConstraint("declaration_id", "key", name=op.f("uq_draft_paragraph_declaration_id_key")),
    )
    with op.batch_alter_table("draft_paragraph", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draft_paragraph_declaration_id"), ["declaration_id"], unique=False)

    op.create_table(
        "revision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("renumbered", sa.Boolean(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declaration.id"], name=op.f("fk_revision_declaration_id_declaration")
        ),
        sa.ForeignKeyConstraint(["issued_by"], ["participant.id"], name=op.f("fk_revision_issued_by_participant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("declaration_id", "name", name=op.f("uq_revision_declaration_id_name")),
        sa.UniqueConstraint("declaration_id", "number", name=op.f("uq_revision_declaration_id_number")),
    )
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_revision_declaration_id"), ["declaration_id"], unique=False)

    op.create_table(
        "term_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("wish", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["participant.id"], name=op.f("fk_term_request_asked_by_participant")),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declaration.id"], name=op.f("fk_term_request_declaration_id_declaration")
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_term_request_delegation_id_delegation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term_request")),
    )
    with op.batch_alter_table("term_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_term_request_declaration_id"), ["declaration_id"], unique=False)

    op.create_table(
        "agreement_owner",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_owner_agreement_id_agreement")),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_agreement_owner_delegation_id_delegation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_owner")),
    )
    with op.batch_alter_table("agreement_owner", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_owner_agreement_id"), ["agreement_id"], unique=False)

    op.create_table(
        "agreement_progress",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("noted_by", sa.Uuid(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_progress_agreement_id_agreement")
        ),
        sa.ForeignKeyConstraint(["noted_by"], ["participant.id"], name=op.f("fk_agreement_progress_noted_by_participant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_progress")),
    )
    with op.batch_alter_table("agreement_progress", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_progress_agreement_id"), ["agreement_id"], unique=False)

    op.create_table(
        "amendment_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("amendment_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("base_id", sa.Uuid(), nullable=False),
        sa.Column("acts", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("tabled_by", sa.Uuid(), nullable=False),
        sa.Column("tabled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cleared_by", sa.Uuid(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendment.id"], name=op.f("fk_amendment_version_amendment_id_amendment")
        ),
        sa.ForeignKeyConstraint(["base_id"], ["revision.id"], name=op.f("fk_amendment_version_base_id_revision")),
        sa.ForeignKeyConstraint(
            ["cleared_by"], ["participant.id"], name=op.f("fk_amendment_version_cleared_by_participant")
        ),
        sa.ForeignKeyConstraint(["tabled_by"], ["participant.id"], name=op.f("fk_amendment_version_tabled_by_participant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment_version")),
        sa.UniqueConstraint("amendment_id", "number", name=op.f("uq_amendment_version_amendment_id_number")),
    )
    with op.batch_alter_table("amendment_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_amendment_version_amendment_id"), ["amendment_id"], unique=False)

    op.create_table(
        "comment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("paragraph_key", sa.String(), nullable=True),
        sa.Column("revision_id", sa.Uuid(), nullable=True),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["declaration_id"], ["declaration.id"], name=op.f("fk_comment_declaration_id_declaration")),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_comment_delegation_id_delegation")),
        sa.ForeignKeyConstraint(["made_by"], ["participant.id"], name=op.f("fk_comment_made_by_participant")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_comment_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_declaration_id"), ["declaration_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_comment_paragraph_key"), ["paragraph_key"], unique=False)

    op.create_table(
        "decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("amendment_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("base_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("acts", sa.JSON(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["amendment_id"], ["amendment.id"], name=op.f("fk_decision_amendment_id_amendment")),
        sa.ForeignKeyConstraint(["base_id"], ["revision.id"], name=op.f("fk_decision_base_id_revision")),
        sa.ForeignKeyConstraint(["decided_by"], ["participant.id"], name=op.f("fk_decision_decided_by_participant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("amendment_id", "number", name=op.f("uq_decision_amendment_id_number")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_amendment_id"), ["amendment_id"], unique=False)

    op.create_table(
        "draft_amendment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("amendment_id", sa.Uuid(), nullable=False),
        sa.Column("base_id", sa.Uuid(), nullable=False),
        sa.Column("acts", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("edited_by", sa.Uuid(), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cleared_by", sa.Uuid(), nullable=True),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["amendment_id"], ["amendment.id"], name=op.f("fk_draft_amendment_amendment_id_amendment")),
        sa.ForeignKeyConstraint(["base_id"], ["revision.id"], name=op.f("fk_draft_amendment_base_id_revision")),
        sa.ForeignKeyConstraint(["cleared_by"], ["participant.id"], name=op.f("fk_draft_amendment_cleared_by_participant")),
        sa.ForeignKeyConstraint(["edited_by"], ["participant.id"], name=op.f("fk_draft_amendment_edited_by_participant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_amendment")),
        sa.UniqueConstraint("amendment_id", name=op.f("uq_draft_amendment_amendment_id")),
    )
    op.create_table(
        "export",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("against_id", sa.Uuid(), nullable=True),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("record_head", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["against_id"], ["revision.id"], name=op.f("fk_export_against_id_revision")),
        sa.ForeignKeyConstraint(["declaration_id"], ["declaration.id"], name=op.f("fk_export_declaration_id_declaration")),
        sa.ForeignKeyConstraint(["made_by"], ["participant.id"], name=op.f("fk_export_made_by_participant")),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_export_process_id_process")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_export_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
    )
    with op.batch_alter_table("export", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_export_declaration_id"), ["declaration_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_export_process_id"), ["process_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_export_sha256"), ["sha256"], unique=False)

    op.create_table(
        "landing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("amendment_id", sa.Uuid(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("acts", sa.JSON(), nullable=True),
        sa.Column("obstacles", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["amendment_id"], ["amendment.id"], name=op.f("fk_landing_amendment_id_amendment")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_landing_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_landing")),
        sa.UniqueConstraint("amendment_id", "revision_id", name=op.f("uq_landing_amendment_id_revision_id")),
    )
    with op.batch_alter_table("landing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_landing_amendment_id"), ["amendment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_landing_revision_id"), ["revision_id"], unique=False)

    op.create_table(
        "revision_paragraph",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("runs", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_revision_paragraph_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision_paragraph")),
        sa.UniqueConstraint("revision_id", "key", name=op.f("uq_revision_paragraph_revision_id_key")),
        sa.UniqueConstraint("revision_id", "position", name=op.f("uq_revision_paragraph_revision_id_position")),
    )
    with op.batch_alter_table("revision_paragraph", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_revision_paragraph_key"), ["key"], unique=False)
        batch_op.create_index(batch_op.f("ix_revision_paragraph_revision_id"), ["revision_id"], unique=False)

    op.create_table(
        "sponsorship",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("amendment_id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("declined_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["amendment_id"], ["amendment.id"], name=op.f("fk_sponsorship_amendment_id_amendment")),
        sa.ForeignKeyConstraint(["answered_by"], ["participant.id"], name=op.f("fk_sponsorship_answered_by_participant")),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_sponsorship_delegation_id_delegation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sponsorship")),
        sa.UniqueConstraint("amendment_id", "delegation_id", name=op.f("uq_sponsorship_amendment_id_delegation_id")),
    )
    with op.batch_alter_table("sponsorship", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sponsorship_amendment_id"), ["amendment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sponsorship_delegation_id"), ["delegation_id"], unique=False)

    op.create_table(
        "answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("landing_id", sa.Uuid(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["given_by"], ["participant.id"], name=op.f("fk_answer_given_by_participant")),
        sa.ForeignKeyConstraint(["landing_id"], ["landing.id"], name=op.f("fk_answer_landing_id_landing")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint("landing_id", name=op.f("uq_answer_landing_id")),
    )
    op.create_table(
        "incorporation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=False),
        sa.Column("amendment_id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("acts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["amendment_id"], ["amendment.id"], name=op.f("fk_incorporation_amendment_id_amendment")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_incorporation_decision_id_decision")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_incorporation_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incorporation")),
        sa.UniqueConstraint("amendment_id", "revision_id", name=op.f("uq_incorporation_amendment_id_revision_id")),
    )
    with op.batch_alter_table("incorporation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incorporation_amendment_id"), ["amendment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_incorporation_revision_id"), ["revision_id"], unique=False)

    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ "
            "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$"
        )
    for table in APPEND_ONLY:
        guard(table)


def downgrade() -> None:
    with op.batch_alter_table("incorporation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_incorporation_revision_id"))
        batch_op.drop_index(batch_op.f("ix_incorporation_amendment_id"))

    op.drop_table("incorporation")
    op.drop_table("answer")
    with op.batch_alter_table("sponsorship", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sponsorship_delegation_id"))
        batch_op.drop_index(batch_op.f("ix_sponsorship_amendment_id"))

    op.drop_table("sponsorship")
    with op.batch_alter_table("revision_paragraph", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_revision_paragraph_revision_id"))
        batch_op.drop_index(batch_op.f("ix_revision_paragraph_key"))

    op.drop_table("revision_paragraph")
    with op.batch_alter_table("landing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_landing_revision_id"))
        batch_op.drop_index(batch_op.f("ix_landing_amendment_id"))

    op.drop_table("landing")
    with op.batch_alter_table("export", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_export_sha256"))
        batch_op.drop_index(batch_op.f("ix_export_process_id"))
        batch_op.drop_index(batch_op.f("ix_export_declaration_id"))

    op.drop_table("export")
    op.drop_table("draft_amendment")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_amendment_id"))

    op.drop_table("decision")
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_paragraph_key"))
        batch_op.drop_index(batch_op.f("ix_comment_declaration_id"))

    op.drop_table("comment")
    with op.batch_alter_table("amendment_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_amendment_version_amendment_id"))

    op.drop_table("amendment_version")
    with op.batch_alter_table("agreement_progress", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_progress_agreement_id"))

    op.drop_table("agreement_progress")
    with op.batch_alter_table("agreement_owner", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_owner_agreement_id"))

    op.drop_table("agreement_owner")
    with op.batch_alter_table("term_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_term_request_declaration_id"))

    op.drop_table("term_request")
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_revision_declaration_id"))

    op.drop_table("revision")
    with op.batch_alter_table("draft_paragraph", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_draft_paragraph_declaration_id"))

    op.drop_table("draft_paragraph")
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_amendment_delegation_id"))
        batch_op.drop_index(batch_op.f("ix_amendment_declaration_id"))
        batch_op.drop_index(batch_op.f("ix_amendment_alternatives"))

    op.drop_table("amendment")
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_meeting_id"))

    op.drop_table("agreement")
    with op.batch_alter_table("agenda_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_link_declaration_id"))
        batch_op.drop_index(batch_op.f("ix_agenda_link_agenda_item_id"))

    op.drop_table("agenda_link")
    with op.batch_alter_table("presidency_term", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_presidency_term_process_id"))

    op.drop_table("presidency_term")
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_participant_user_id"))
        batch_op.drop_index(batch_op.f("ix_participant_process_id"))
        batch_op.drop_index(batch_op.f("ix_participant_delegation_id"))

    op.drop_table("participant")
    with op.batch_alter_table("meeting_process", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_process_process_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_process_meeting_id"))

    op.drop_table("meeting_process")
    with op.batch_alter_table("meeting_document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_document_meeting_id"))

    op.drop_table("meeting_document")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_process_id"))

    op.drop_table("invitation")
    with op.batch_alter_table("declaration", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_declaration_process_id"))

    op.drop_table("declaration")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_meeting_id"))

    op.drop_table("attendance")
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_item_meeting_id"))

    op.drop_table("agenda_item")
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_user_id"))

    op.drop_table("sign_in")
    with op.batch_alter_table("once_only", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_once_only_user_id"))

    op.drop_table("once_only")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_process_id"))

    op.drop_table("meeting")
    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delegation_process_id"))

    op.drop_table("delegation")
    with op.batch_alter_table("access_token", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_access_token_user_id"))

    op.drop_table("access_token")
    op.drop_table("user_account")
    with op.batch_alter_table("record_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_record_entry_subject")
        batch_op.drop_index(batch_op.f("ix_record_entry_process_id"))

    op.drop_table("record_entry")
    op.drop_table("process")
    with op.batch_alter_table("failed_sign_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_failed_sign_in_whom"))
        batch_op.drop_index(batch_op.f("ix_failed_sign_in_origin"))
        batch_op.drop_index(batch_op.f("ix_failed_sign_in_at"))

    op.drop_table("failed_sign_in")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")
