"""The table of house styles."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, LargeBinary, UniqueConstraint
from sqlmodel import Field

from app.db import Instant, Record


class HouseStyle(Record, table=True):
    """From `at` on, the documents of a process are written on this reference document; the highest `number` counts.

    The file is kept as it came under `sha256`; `reference` is what of it documents carry on, and
    `left_out` what they do not, by kind. All are empty where the house style was taken away: from then on documents look as
    ours do. `set_by` is the user, None for the software itself.
    """

    __tablename__ = "house_style"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("process_id", "number"),)

    process_id: UUID = Field(foreign_key="process.id", index=True)
    number: int
    filename: str = ""
    sha256: str = ""
    size: int = 0
    left_out: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    reference: bytes = Field(default=b"", sa_type=LargeBinary)
    set_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    at: datetime = Field(sa_type=Instant)
