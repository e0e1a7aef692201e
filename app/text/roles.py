"""What the paragraphs of a plain text are likely to be: a proposal, which a person corrects.

Told from the style a word processor gave, from printed labels ("1.", "(a)"), from the way a paragraph opens and ends, in
English, Spanish, Portuguese and French, and from what stands before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.text.numbering import ADDED
from app.text.openings import opens_closing, opens_operative, opens_preambular
from app.text.paragraph import Role

HEADING_WORDS = 16
"""The longest heading."""

TITLE_WORDS = 40
"""The longest title."""

_ORDINALS = rf"(?: (?:{ADDED.replace(' ', '|')}))?"
_LABEL = re.compile(
    r"\s*(?P<label>(?P<series>(?:PP|OP) ?\d{1,3}" + _ORDINALS + r"[.:)]?)"
    r"|(?P<number>\d{1,3}(?:\.\d{1,3})*[°ºª]?" + _ORDINALS + r"(?:\.-|\.–|[.)])|\(\d{1,3}\))"
    r"|(?P<letter>\(?(?:(?P<double>[a-z])(?P=double)|[a-z]|[ivxl]{1,6})\)" + _ORDINALS + r"|(?:[a-z]|[ivxl]{1,6})\.)"
    r"|(?P<capital>(?:[A-Z]|[IVXL]{1,6})\.-?)"
    r"|(?P<bullet>[-–—•·▪●○◦‣*]))\s+(?=\S)"
)
_ROMAN = re.compile(r"\(?[ivxl]+[.)]")
_STYLE = re.compile(r"(?:heading|t[ií]?tulo|titre|encabezado|cabeçalho|überschrift) ?(\d)", re.IGNORECASE)
_TITLES = frozenset({"title", "título", "titulo", "ttulo", "titre"})
_DIVISION = re.compile(
    r"(annex|article|chapter|section|part|objective|anexo|artículo|artigo|capítulo|sección|seção|parte|objetivo|annexe"
    r"|chapitre|partie|objectif)\b",
    re.IGNORECASE,
)
_ENACTING = re.compile(r"(the|we|el|la|los|las|nosotros|nosotras|o|a|os|as|nós|le|la|les|l['’]|nous)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A paragraph of which little is known.

    `style` is its style's name in a word processor; `label` what is printed before it, if that is not in the text;
    `level` its depth in an outline or a list, which is only compared with its neighbours'. Of a row of a
    table so much is known: `is_row`.
    """

    text: str
    style: str | None = None
    label: str | None = None
    level: int | None = None
    is_row: bool = False


def split_label(text: str) -> tuple[str | None, str]:
    """The printed label of a paragraph ("1.", "(a)", "OP7 bis", "•"), if it has one, and its words without it."""
    found = _LABEL.match(text)
    return (found["label"], text[found.end() :]) if found else (None, text)


def propose(paragraphs: Sequence[Sketch]) -> list[tuple[Role, int]]:
    """A role and a level for each paragraph. The level is that of a heading, from 1 to 6, and else 0."""
    reader = _Reader()
    out: list[tuple[Role, int]] = []
    first = True
    for place, sketch in enumerate(paragraphs):
        if sketch.is_row:
            reader.pass_row()
            out.append((Role.ROW, 0))
            continue
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        out.append(reader.read(sketch, following, first=first))
        first = False
    return out


class _Reader:
    """Reads paragraph by paragraph and remembers what leads the ones to come."""

    def __init__(self) -> None:
        self.leader: Role | None = None
        self.before: Role | None = None
        self.item: Sketch | None = None
        self.item_kind = ""
        self.closed = False

    def pass_row(self) -> None:
        """A table is what the words before it lead to; what comes behind it is led by them no more."""
        if self.leader is Role.CHAPEAU and self.item is None:
            self.leader = Role.OPERATIVE

    def read(self, sketch: Sketch, following: Sketch | None, *, first: bool) -> tuple[Role, int]:
        label, text = _labelled(sketch)
        role, level = self._styled(sketch) or self._role(sketch, label, text.strip(), following, first=first)
        if role in (Role.ITEM, Role.SUBITEM):
            if role is Role.ITEM:
                self.item, self.item_kind = sketch, _kind(label)
        else:
            self.leader, self.item, self.item_kind = role, None, ""
        self.closed = role is Role.CLOSING
        self.before = role
        return role, level

    def _styled(self, sketch: Sketch) -> tuple[Role, int] | None:
        style = (sketch.style or "").strip().lower()
        if style in _TITLES:
            return Role.TITLE, 0
        if found := _STYLE.fullmatch(style):
            return Role.HEADING, min(6, max(1, int(found[1])))
        named = next((role for role in Role if style == role.value), None)
        if named is None:
            return None
        return named, min(6, max(1, sketch.level or 1)) if named is Role.HEADING else 0

    def _role(
        self, sketch: Sketch, label: str | None, text: str, following: Sketch | None, *, first: bool
    ) -> tuple[Role, int]:
        if label and label[:2] in ("PP", "OP"):
            return (Role.PREAMBULAR if label[0] == "P" else Role.OPERATIVE), 0
        if opens_closing(text) and self.before is not None:
            return Role.CLOSING, 0
        if first and label is None and _is_short(text, TITLE_WORDS) and not opens_preambular(text):
            return Role.TITLE, 0
        if self._is_heading(label, text):
            return Role.HEADING, 2 if label and not _is_roman_capital(label) else 1
        if self.closed:
            return Role.CLOSING, 0
        if label:
            return self._listed(sketch, label, text), 0
        return self._unlabelled(text, following), 0

    def _is_heading(self, label: str | None, text: str) -> bool:
        if not _is_short(text, HEADING_WORDS):
            return False
        if _kind(label) == "capital":
            return True
        if label is not None:
            return False
        if _DIVISION.match(text):
            return True
        if self.closed:
            return False
        return text.isupper() or (self.leader is not Role.CHAPEAU and self.item is None and text[:1].isupper())

    def _listed(self, sketch: Sketch, label: str, text: str) -> Role:
        kind = _kind(label)
        if opens_preambular(text) and self.leader is not Role.OPERATIVE and kind != "letter":
            return Role.PREAMBULAR
        if kind in ("number", "capital"):
            if opens_operative(text):
                return Role.OPERATIVE
            if self._is_deeper(sketch):
                return Role.SUBITEM
            if self.leader is Role.CHAPEAU or (self.item is not None and self.item_kind == kind):
                return Role.ITEM
            return Role.OPERATIVE if text.endswith((".", ":")) or self.leader is Role.OPERATIVE else Role.ITEM
        if self.item is None:
            return Role.ITEM
        if self._is_deeper(sketch) or self._is_sub(label, kind):
            return Role.SUBITEM
        return Role.ITEM

    def _is_deeper(self, sketch: Sketch) -> bool:
        return self.item is not None and sketch.level is not None and sketch.level > (self.item.level or 0)

    def _is_sub(self, label: str, kind: str) -> bool:
        """Whether a label is of another kind than the item's before: "(i)" below "(a)", a letter or bullet below "1."."""
        if kind != self.item_kind:
            return True
        if kind != "letter" or self.item is None:
            return False
        leading = _labelled(self.item)[0] or ""
        return bool(_ROMAN.fullmatch(label)) and not _ROMAN.fullmatch(leading) and not _follows(leading, label)

    def _unlabelled(self, text: str, following: Sketch | None) -> Role:
        listed = following is not None and not following.is_row and _labelled(following)[0] is not None
        if opens_preambular(text):
            return Role.PREAMBULAR
        if text.endswith(":") and not (opens_operative(text) and listed and self.leader is Role.OPERATIVE):
            return Role.CHAPEAU
        if text.endswith(",") and _ENACTING.match(text) and self.leader in (None, Role.TITLE, Role.HEADING):
            return Role.CHAPEAU
        if opens_operative(text):
            return Role.OPERATIVE
        if self.leader is Role.CHAPEAU and not self.item_kind:
            return Role.ITEM
        return Role.OPERATIVE


def _labelled(sketch: Sketch) -> tuple[str | None, str]:
    return (sketch.label, sketch.text) if sketch.label else split_label(sketch.text)


def _kind(label: str | None) -> str:
    """ "series", "number", "letter", "capital" or "bullet"; "" when there is no label."""
    if not label:
        return ""
    found = _LABEL.match(label.strip() + " x")
    if found is None:
        return "number" if label[0].isdigit() else "bullet"
    return next(kind for kind in ("series", "number", "letter", "capital", "bullet") if found[kind])


def _is_roman_capital(label: str) -> bool:
    return re.fullmatch(r"[IVXL]+\.-?", label) is not None


def _is_short(text: str, words: int) -> bool:
    return 0 < len(text.split()) <= words and not text.endswith((".", ",", ";", ":"))


def _follows(leading: str, label: str) -> bool:
    """Whether a letter comes next in the alphabet: "(i)" after "(h)"."""
    one, other = leading.strip("().")[:1], label.strip("().")
    return len(other) == 1 and one.isalpha() and ord(other) == ord(one) + 1
