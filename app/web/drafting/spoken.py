"""What paragraphs are called where running text speaks of them."""

from app.drafting.queries import RevisionView
from app.text.numbering import quoted


def spoken_labels(view: RevisionView, language: str) -> dict[str, str]:
    """ "PP1", "item 5", by key; "" for what has no number."""
    return {each.key: quoted(view.labels.get(each.key, ""), each.role, language) for each in view.document}
