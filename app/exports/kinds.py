"""The kinds of documents that are handed out."""

from enum import StrEnum


class Kind(StrEnum):
    """CLEAN: a revision without a mark. REDLINE: from one revision to another. COMPILATION: a revision with every
    amendment pending on it, each under its delegation's name."""

    CLEAN = "clean"
    REDLINE = "redline"
    COMPILATION = "compilation"


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
