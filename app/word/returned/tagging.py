"""Every paragraph of the file under a tag of its own, so that it is known again however the changes are settled."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from lxml import etree

from app.word.capital import Origin, origin_of
from app.word.changes import Kind, Tracked, changes
from app.word.controls import TRACKED
from app.word.found import Imported
from app.word.keys import PREFIX, key_in
from app.word.names import FORMER, drop, local, value, w
from app.word.package import Package
from app.word.read import read_settled
from app.word.resolve import resolve
from app.word.settling import ARRIVING, LEAVING, by_authors
from app.word.stories import settled_parts
from app.word.wording import walk

NOBODY = "Author"
"""What Word calls the author of changes from which personal information was removed."""

TAG = "+"
"""With what the tags of paragraphs begin; they become the keys of those that are new."""

_WORDS = (*ARRIVING, *LEAVING)
_TRACKED = frozenset(
    map(
        w,
        (*_WORDS, *FORMER, "cellIns", "cellDel", "cellMerge", "numberingChange", "moveFromRangeStart", "moveToRangeStart",
         *(f"{kind}RangeStart" for kind in TRACKED)),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tagged:
    """The file by its parts, tagged; what stood in each paragraph by its tag. `keys` are the keys of ours it came with,
    `in_margins` counts the changes in headers and footers, `paragraphs` all paragraphs of the body."""

    parts: dict[str, bytes]
    main: str
    origin: Origin | None
    authors: tuple[str, ...]
    keys: dict[str, tuple[str, ...]]
    tracked: dict[str, tuple[Tracked, ...]]
    comments: dict[str, tuple[Tracked, ...]]
    in_margins: int
    paragraphs: int

    @property
    def size(self) -> int:
        """Bytes of the body."""
        return len(self.parts[self.main])

    def goes(self, tag: str) -> bool:
        """Whether somebody takes out the end of the paragraph, or its row."""
        return any(each.kind in (Kind.ROW_DELETION, Kind.PARAGRAPH_DELETION) for each in self.tracked.get(tag, ()))

    def read(self, accepted: Collection[str] | None) -> Imported:
        """The text with the changes of these authors accepted and all others rejected; with None all accepted."""
        package = Package(dict(self.parts), self.main)
        if accepted is None or accepted:
            resolve(package, True, by_authors(accepted))
        if accepted is not None:
            resolve(package, False, by_authors(None))
        return read_settled(package)


def tagged(data: bytes) -> Tagged:
    """The Word file `data`, tagged. Raises Unreadable."""
    package = Package.read(data)
    body = package.xml(package.main)
    origin = origin_of(package)
    authors: dict[str, None] = {}
    for name in settled_parts(package):
        for element in package.xml(name).iter(*_TRACKED):
            author = (value(element, "author") or "").strip() or NOBODY
            element.set(w("author"), author)
            # Who only switched a property of a table or a list is none of those who wrote.
            if local(element) in (*_WORDS, "rPrChange"):
                authors.setdefault(author)
    paragraphs = [element for element in walk(body) if element.tag == w("p")]
    places = _places(paragraphs)
    keys = _keys(body, dict(zip(paragraphs, places, strict=True)))
    _drop_keys(body)
    for paragraph, place in zip(paragraphs, places, strict=True):
        _tag(paragraph, place)
    parts = package.written()
    tracked, comments, in_margins = _changes(data, places)
    return Tagged(parts, package.main, origin, tuple(authors), keys, tracked, comments, in_margins, len(paragraphs))


def tag_of(place: int) -> str:
    """The tag of a paragraph by its place in the file."""
    return f"{TAG}{place}"


def _places(paragraphs: list[etree._Element]) -> list[int]:
    """The place of each paragraph; of those in one row of a table, which are one paragraph to us, that of the first."""
    rows: dict[etree._Element, int] = {}
    places = []
    for place, paragraph in enumerate(paragraphs):
        row = next(reversed(list(paragraph.iterancestors(w("tr")))), None)
        places.append(place if row is None else rows.setdefault(row, place))
    return places


def _keys(body: etree._Element, places: dict[etree._Element, int]) -> dict[str, tuple[str, ...]]:
    """The keys by the tag of the paragraph in which, or before which, their bookmarks begin."""
    found: dict[str, list[str]] = defaultdict(list)
    waiting: list[str] = []
    for element in body.iter(w("p"), w("bookmarkStart")):
        if element.tag == w("p"):
            if waiting and element in places:
                found[tag_of(places[element])] += waiting
                waiting = []
            continue
        key = key_in(value(element, "name"))
        if key is None:
            continue
        around = next(element.iterancestors(w("p")), None)
        if around is None:
            waiting.append(key)
        elif around in places:
            found[tag_of(places[around])].append(key)
    return {tag: tuple(keys) for tag, keys in found.items()}


def _drop_keys(body: etree._Element) -> None:
    starts = [each for each in body.iter(w("bookmarkStart")) if key_in(value(each, "name")) is not None]
    numbers = {value(each, "id") for each in starts}
    ends = [each for each in body.iter(w("bookmarkEnd")) if value(each, "id") in numbers]
    for marker in (*starts, *ends):
        drop(marker)


def _tag(paragraph: etree._Element, place: int) -> None:
    properties = paragraph.find(w("pPr"))
    at = 0 if properties is None else paragraph.index(properties) + 1
    number = f"pt{place}"
    start = etree.Element(w("bookmarkStart"), {w("id"): number, w("name"): PREFIX + tag_of(place)})
    paragraph.insert(at, start)
    paragraph.insert(at + 1, etree.Element(w("bookmarkEnd"), {w("id"): number}))


def _changes(data: bytes, places: list[int]) -> tuple[dict[str, tuple[Tracked, ...]], dict[str, tuple[Tracked, ...]], int]:
    """The tracked changes and the comments of the body by tag, and how many changes there are in the margins."""
    tracked: dict[str, list[Tracked]] = defaultdict(list)
    comments: dict[str, list[Tracked]] = defaultdict(list)
    in_margins = 0
    for change in changes(data):
        if change.story in ("header", "footer") and change.kind is not Kind.COMMENT:
            in_margins += 1
        elif change.story == "body":
            tag = "" if change.paragraph is None else tag_of(places[change.paragraph])
            named = replace(change, author=(change.author or "").strip() or NOBODY)
            (comments if change.kind is Kind.COMMENT else tracked)[tag].append(named)
    return _frozen(tracked), _frozen(comments), in_margins


def _frozen(lists: dict[str, list[Tracked]]) -> dict[str, tuple[Tracked, ...]]:
    return {tag: tuple(found) for tag, found in lists.items()}
