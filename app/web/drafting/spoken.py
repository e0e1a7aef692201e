"""What paragraphs are called where running text speaks of them."""

from app.drafting import queries
from app.drafting.queries import DeclarationView, RevisionView
from app.record.actor import Actor
from app.text.numbering import quoted
from app.web.dependencies import Session


def spoken_labels(view: RevisionView, language: str) -> dict[str, str]:
    """ "PP1", "item 5", by key; "" for what has no number."""
    return {each.key: quoted(view.labels.get(each.key, ""), each.role, language) for each in view.document}


def spoken_text(
    session: Session, view: DeclarationView, *, by: Actor, language: str
) -> tuple[RevisionView | None, dict[str, str]]:
    """The present text of a declaration and what its paragraphs are called; None and nothing while it is a draft."""
    if view.is_draft:
        return None, {}
    present = queries.current(session, view.id, by=by, language=language)
    return present, spoken_labels(present, language)
