"""A delegation's own marked-up file: kept as it came, read against the text it was made from, made into drafts."""

from app.drafting.returned.proposing import propose
from app.drafting.returned.reading import Reading, read
from app.drafting.returned.receiving import Examined, examine, receive

__all__ = ["Examined", "Reading", "examine", "propose", "read", "receive"]
