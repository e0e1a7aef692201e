"""Comments of a Word file, with the threads and times that Word keeps in parts of their own."""

from dataclasses import dataclass

from app.word.names import W14, W15, W16CEX, W16CID, W16DU, value, w
from app.word.package import Package
from app.word.wording import words


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment as it is stored. `parent` is the place, among all comments, of the one it answers.

    `date` is what it says of itself, `utc` the instant that Word keeps beside it.
    """

    id: str | None
    author: str | None
    date: str | None
    utc: str | None
    text: str
    parent: int | None = None
    resolved: bool = False


def remarks(package: Package) -> list[Remark]:
    """Every comment, in the order of the file."""
    comments = [
        comment for name in package.related(package.main, "comments") for comment in package.xml(name).findall(w("comment"))
    ]
    # The last paragraph of a comment is what the other parts know it by.
    paragraphs = [([None, *(p.get(f"{{{W14}}}paraId") for p in comment.iter(w("p")))])[-1] for comment in comments]
    places = {paragraph: place for place, paragraph in reversed(list(enumerate(paragraphs))) if paragraph}
    extended = _rows(package, "commentsExtended", f"{{{W15}}}paraId")
    durable = _rows(package, "commentsIds", f"{{{W16CID}}}paraId")
    extensible = _rows(package, "commentsExtensible", f"{{{W16CEX}}}durableId")
    found = []
    for place, (comment, paragraph) in enumerate(zip(comments, paragraphs, strict=True)):
        more = extended.get(paragraph, {})
        utc = extensible.get(durable.get(paragraph, {}).get(f"{{{W16CID}}}durableId"), {}).get(f"{{{W16CEX}}}dateUtc")
        parent = places.get(more.get(f"{{{W15}}}paraIdParent"))
        found.append(
            Remark(
                id=value(comment, "id"),
                author=value(comment, "author"),
                date=value(comment, "date"),
                utc=utc or comment.get(f"{{{W16DU}}}dateUtc"),
                text=words(comment),
                parent=parent if parent != place else None,
                resolved=more.get(f"{{{W15}}}done") in ("1", "true"),
            )
        )
    return found


def threads(found: list[Remark]) -> dict[int, list[int]]:
    """The places of the comments that began a conversation, each with the places of those that answer it, in order.

    Of comments that answer each other in a circle, the first began it.
    """
    first: dict[int, int] = {}
    for place in range(len(found)):
        way: dict[int, None] = {}
        step: int | None = place
        while step is not None and step not in first and step not in way:
            way[step] = None
            step = found[step].parent
        if step is None:
            began = next(reversed(way))
        elif step in first:
            began = first[step]
        else:
            began = min(list(way)[list(way).index(step) :])
        first.update(dict.fromkeys(way, began))
    answers: dict[int, list[int]] = {began: [] for place, began in first.items() if place == began}
    for place, began in sorted(first.items()):
        if place != began:
            answers[began].append(place)
    return answers


def _rows(package: Package, kind: str, key: str) -> dict[str | None, dict[str, str]]:
    rows = (row for name in package.related(package.main, kind) for row in package.xml(name))
    return {row.get(key): dict(row.attrib) for row in rows if row.get(key)}
