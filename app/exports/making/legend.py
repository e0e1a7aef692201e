"""The legend of a compilation: who proposes what, and how much of the text is in brackets."""

from collections import defaultdict
from collections.abc import Iterable

from app.drafting.queries import AmendmentView
from app.exports.phrases import Wording
from app.processes.collation import sort_key
from app.text.brackets import count as bracketed
from app.text.redline import Redline, accepted


def legend(
    views: Iterable[AmendmentView], shown: Redline, words: Wording, language: str, *, anonymous: bool = False
) -> str:
    """One line a delegation, in the alphabetical order of `language`, and a line of counts; when `anonymous`, the counts
    alone.

    It is a comment, for nothing may stand among the paragraphs: rejecting all changes gives exactly the base.
    """
    said = words.legend
    found = tuple(views)
    counts = said.counts.format(proposals=len(found), brackets=bracketed(accepted(shown)))
    if anonymous:
        return f"{said.heading}\n{counts}"
    of: dict[str, list[str]] = defaultdict(list)
    for view in found:
        for sponsor in view.sponsors:
            name = said.whole.format(delegation=sponsor.name) if view.is_general else sponsor.name
            of[name].append(view.name)
    lines = [
        f"{name}: {', '.join(names)}" for name, names in sorted(of.items(), key=lambda one: sort_key(one[0], language))
    ]
    return "\n".join([said.heading, *lines, counts])
