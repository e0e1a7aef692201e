"""What an amendment changes, act by act: the words for its reader, and the same for programs."""

from collections.abc import Mapping, Sequence

from lxml import etree

from app.exports.forms.akoma_ntoso.hand import Hand
from app.exports.forms.akoma_ntoso.markup import name, put, say
from app.exports.phrases import Wording
from app.text.change import Act, Delete, Insert, Keep, Move, Replace
from app.text.compare import words
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.runs import Runs

_QUOTES = {"startQuote": "“", "endQuote": "”"}


class Modifications:
    """Writes the acts of one amendment on `base`, whose expression has the IRI `uri` and whose paragraphs have `ids`.

    `places` says how a paragraph is called ("OP3"). New paragraphs have the ids under which they are quoted.
    """

    def __init__(
        self, base: Document, uri: str, ids: Mapping[str, str], places: Mapping[str, str], wording: Wording, hand: Hand
    ) -> None:
        self.base = base
        self.uri = uri
        self.ids = ids
        self.places = places
        self.wording = wording
        self.hand = hand
        self.quoted: dict[str, str] = {}

    def write(self, content: etree._Element, acts: Sequence[Act], analysis: etree._Element) -> None:
        """The acts into `content`, and what they come to into `analysis`."""
        known: list[etree._Element] = []
        for place, act in enumerate(acts, 1):
            paragraph = put(content, "p")
            known += self._act(paragraph, act, f"{self.hand.prefix}mod_{place}", len(known))
        if known:
            put(analysis, "activeModifications").extend(known)

    def _act(self, line: etree._Element, act: Act, mod: str, before: int) -> list[etree._Element]:
        match act:
            case Replace(key, runs):
                return [self._replaced(self._begun(line, key, mod), self.base[key], runs, mod, before)]
            case Delete(key):
                element = self._begun(line, key, mod)
                say(element, self.wording.sheets.gone)
                return [self._known("repeal", mod, self._href(key), before)]
            case Move(key, after):
                element = self._begun(line, key, mod)
                say(element, f"({self._goes(after)})")
                return [
                    self._known("repeal", mod, self._href(key), before),
                    self._coming(element, self.base[key], after, mod, before + 1),
                ]
            case Insert(paragraph, after):
                element = put(line, "mod", eId=mod)
                say(element, f"{self.places.get(paragraph.key, '')} {self.wording.sheets.added}".strip())
                return [self._coming(element, paragraph, after, mod, before)]
            case Keep(key):
                self._place(line, key)
                say(line, f"({self.wording.proposals.keep})")
        return []

    def _begun(self, line: etree._Element, key: str, mod: str) -> etree._Element:
        element = put(line, "mod", eId=mod)
        self._place(element, key)
        return element

    def _place(self, element: etree._Element, key: str) -> None:
        put(element, "ref", self.places.get(key) or key, href=self._href(key)).tail = " "

    def _replaced(self, element: etree._Element, paragraph: Paragraph, runs: Runs, mod: str, before: int) -> etree._Element:
        pieces = words(paragraph.runs, runs, mod)
        sheets = self.wording.sheets
        old, new = f"{mod}__qtext_1", f"{mod}__qtext_2"
        say(element, f"{sheets.present}: ")
        going = put(element, "quotedText", eId=old, **_QUOTES)
        self.hand.marked(going, [piece for piece in pieces if piece.inserted_by is None], "del")
        going.tail = f" {sheets.proposed}: "
        coming = put(element, "quotedText", eId=new, **_QUOTES)
        self.hand.marked(coming, [piece for piece in pieces if piece.deleted_by is None], "ins")
        known = self._known("substitution", mod, self._href(paragraph.key), before)
        put(known, "old", href=f"#{old}")
        put(known, "new", href=f"#{new}")
        return known

    def _coming(
        self, element: etree._Element, paragraph: Paragraph, after: str | None, mod: str, before: int
    ) -> etree._Element:
        quoted = f"{mod}__qstr_1"
        structure = put(element, "quotedStructure", eId=quoted, **_QUOTES)
        identifier = self.hand.alone(structure, paragraph, f"{quoted}__")
        if after is None:
            known = self._known("insertion", mod, self.uri, before, "start")
        else:
            known = self._known("insertion", mod, self._href(after), before, "after")
        self.quoted[paragraph.key] = f"#{identifier}"
        put(known, "new", href=f"#{quoted}")
        return known

    def _known(self, kind: str, mod: str, destination: str, before: int, pos: str = "") -> etree._Element:
        known = etree.Element(name("textualMod"), type=kind, eId=f"{self.hand.prefix}am_{before + 1}")
        put(known, "source", href=f"#{mod}")
        put(known, "destination", href=destination, pos=pos)
        return known

    def _href(self, key: str) -> str:
        return self.quoted.get(key) or f"{self.uri}#{self.ids[key]}"

    def _goes(self, after: str | None) -> str:
        if after is None:
            return self.wording.proposals.move_first
        return self.wording.proposals.move_after.format(place=self.places.get(after) or after)
