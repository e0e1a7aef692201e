"""The acts of an amendment as a form carries them: numbered fields of plain text.

What is typed is read into values, turned about (an act added, removed, made another) and written back into the form, so
that nothing is lost on the way. Only at the end it becomes acts on a base.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count

from app.errors import Malformed, Refusal
from app.text import notation
from app.text.change import Act, Delete, Insert, Keep, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.web.forms import Typed

KINDS = ("replace", "delete", "move", "keep", "insert")
ON_A_PARAGRAPH = KINDS[:4]


@dataclass(frozen=True, slots=True)
class TypedAct:
    """One act as typed. `key` is the paragraph spoken of, or that of an addition; `words` stand in our notation; `place` is
    the key after which an addition or a move goes, "" for the beginning of the text."""

    kind: str
    key: str
    words: str = ""
    role: str = Role.OPERATIVE.value
    level: int = 0
    place: str = ""


def acts_typed(form: Typed) -> tuple[TypedAct, ...]:
    """The acts in a form, in the order of their numbers. Raises Malformed when a field was tampered with."""
    numbers = sorted(
        int(name.removeprefix("act-")) for name in form.kept if name.startswith("act-") and name[4:].isdecimal()
    )
    return tuple(_typed(form, number) for number in numbers)


def acts_written(base: Document, acts: Iterable[Act]) -> tuple[TypedAct, ...]:
    """Acts as a form shows them."""
    return tuple(_written(base, act) for act in acts)


def begun(base: Document, kind: str, key: str | None, number: int = 1) -> TypedAct:
    """A fresh act of one of the kinds, or an addition "after" or "before" the paragraph `key`.

    Raises Malformed when there is no such paragraph in the base, or no such kind.
    """
    if kind in ("after", "before"):
        if key is not None and key not in base:
            raise _no_such_paragraph()
        neighbour = base.get(key) if key is not None else (base.paragraphs[-1] if len(base) else None)
        place = neighbour.key if neighbour else None
        if neighbour is not None and kind == "before":
            place = base.before(neighbour.key)
        role = neighbour.role if neighbour else Role.OPERATIVE
        level = neighbour.level if neighbour and role is Role.HEADING else 0
        return TypedAct("insert", f"new-{number}", role=role.value, level=level, place=place or "")
    paragraph = base.get(key) if key is not None else None
    if paragraph is None or kind not in ON_A_PARAGRAPH:
        raise _no_such_paragraph()
    return turned(base, TypedAct("keep", paragraph.key), kind)


def turned(base: Document, act: TypedAct, kind: str) -> TypedAct:
    """The act made one of another kind on the same paragraph; words typed before are kept."""
    if kind not in ON_A_PARAGRAPH or act.kind == "insert":
        raise _no_such_paragraph()
    words = act.words
    if kind == "replace" and not words and (paragraph := base.get(act.key)) is not None:
        words = notation.write(paragraph.runs)
    place = (base.before(act.key) or "") if kind == "move" and act.key in base else act.place
    return replace(act, kind=kind, words=words, place=place)


def joined_by(acts: tuple[TypedAct, ...], base: Document, kind: str, key: str | None) -> tuple[TypedAct, ...]:
    """The acts and one more; unchanged when it is there already."""
    taken = {act.key for act in acts}
    number = next(number for number in count(1) if f"new-{number}" not in taken)
    fresh = begun(base, kind, key, number)
    if any((act.kind, act.key) == (fresh.kind, fresh.key) for act in acts):
        return acts
    return (*acts, fresh)


def stepped(acts: tuple[TypedAct, ...], base: Document, form: Typed) -> tuple[TypedAct, ...]:
    """The acts after a button of the form: "add:<kind>", "remove:<number>", "turn:<number>:<kind>"; any other leaves them.

    Raises Malformed when the button speaks of what is not there.
    """
    verb, _, rest = form.text("do").partition(":")
    if verb == "add":
        return joined_by(acts, base, rest, form.text("more") or None)
    if verb == "remove":
        return tuple(act for number, act in enumerate(acts, 1) if str(number) != rest)
    if verb == "turn":
        which, _, kind = rest.partition(":")
        return tuple(turned(base, act, kind) if str(number) == which else act for number, act in enumerate(acts, 1))
    return acts


def acts_meant(acts: Iterable[TypedAct]) -> tuple[Act, ...]:
    """The acts that were typed."""
    return tuple(_meant(act) for act in acts)


def is_untouched(acts: Iterable[TypedAct], base: Document) -> bool:
    """Whether nothing has been typed yet: every paragraph stands as it is, every addition is empty."""
    return all(
        not act.words
        if act.kind == "insert"
        else act.kind == "replace" and act.key in base and act.words == notation.write(base[act.key].runs)
        for act in acts
    )


def pinned(refusal: Refusal, acts: tuple[TypedAct, ...]) -> Refusal:
    """The refusal beside the field that it is about, where that can be told.

    Drafting speaks of "text" and of the paragraph's key: here that is the field of words of one act.
    """
    if refusal.field != "text":
        return refusal
    key = refusal.values.get("key")
    for number, act in enumerate(acts, 1):
        if act.key == key or (key is None and act.kind in ("replace", "insert") and not act.words.strip()):
            return type(refusal)(refusal.text, field=f"words-{number}", **refusal.values)
    return refusal


def _typed(form: Typed, number: int) -> TypedAct:
    kind, role = form.text(f"act-{number}"), form.text(f"role-{number}", Role.OPERATIVE.value)
    level = form.text(f"level-{number}", "0")
    if kind not in KINDS or role not in {each.value for each in Role} or not level.isdecimal():
        raise Malformed("What was sent could not be read.")
    return TypedAct(
        kind,
        form.text(f"key-{number}"),
        form.raw(f"words-{number}"),
        role,
        int(level),
        form.text(f"place-{number}"),
    )


def _written(base: Document, act: Act) -> TypedAct:
    match act:
        case Replace(key, runs):
            return TypedAct("replace", key, notation.write(runs))
        case Delete(key):
            return TypedAct("delete", key)
        case Move(key, after):
            return TypedAct("move", key, place=after or "")
        case Keep(key):
            return TypedAct("keep", key)
        case Insert(paragraph, after):
            words = notation.write(paragraph.runs)
            return TypedAct("insert", paragraph.key, words, paragraph.role.value, paragraph.level, after or "")


def _meant(act: TypedAct) -> Act:
    after = act.place or None
    match act.kind:
        case "replace":
            return Replace(act.key, notation.read(act.words))
        case "delete":
            return Delete(act.key)
        case "move":
            return Move(act.key, after)
        case "keep":
            return Keep(act.key)
        case _:
            return Insert(Paragraph(act.key, Role(act.role), notation.read(act.words), act.level), after)


def _no_such_paragraph() -> Malformed:
    return Malformed("There is no such paragraph in the present text.")
