"""Comments of the file as remarks."""

from app.word.changes import Tracked
from app.word.returned.values import Remark


def remark(comment: Tracked) -> Remark:
    """A comment with the answers to it."""
    return Remark(
        comment.author or "",
        comment.when,
        comment.text.strip(),
        (comment.quoted or "").strip(),
        tuple(map(remark, comment.replies)),
    )
