"""The new document's lists under the numbers they have in the old one; brought over where it has none.

A list is known by what it says: to the letter, or, as another program writes it, by what is seen of the levels in use.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import cached_property

from lxml import etree

from app.text.matching import matches
from app.word.compare.canon import Form, form
from app.word.compare.cascade import of_text, says
from app.word.compare.names import PPR, RPR, VAL, W
from app.word.compare.parts import added, root_of
from app.word.package import Package
from app.word.stories import stories

NUM, NUM_ID, _ABSTRACT, _ABSTRACT_ID = W + "num", W + "numId", W + "abstractNum", W + "abstractNumId"
_LEVEL, _LEVEL_ID, _OVERRIDE = W + "lvl", W + "ilvl", W + "lvlOverride"
_START = W + "startOverride"
_ASIDE = frozenset(W + name for name in ["nsid", "tmpl", "abstractNumId"])
_SEEN = frozenset(W + name for name in ["start", "numFmt", "lvlRestart", "isLgl", "suff", "lvlText", "lvlJc"])


class Lists:
    """Gives the numbers, and the levels behind them."""

    def __init__(self, old: Package, new: Package, styled: Callable[[str], str]) -> None:
        """`styled` gives the old document's name of a style of paragraphs."""
        self._old, self._new = old, new
        self._styled = styled
        self._root, new_root = root_of(old, "numbering"), root_of(new, "numbering")
        self._new_root = etree.Element(W + "numbering") if new_root is None else new_root
        mine, self._theirs = _lists(self._root), _lists(self._new_root)
        self._known = _paired(mine, self._theirs)
        self._free = [number for number in mine if number not in self._known.values()]
        self._abstracts: dict[str, str] = {}

    def number(self, number: str) -> str:
        """The old document's id for the new one's list; "0", no list, is itself."""
        if number not in self._known and number in self._theirs:
            for other, same in self._seen_alike.items():
                self._known.setdefault(other, same)
        if number not in self._known:
            self._known[number] = self._bring(number) if number in self._theirs else number
        return self._known[number]

    def level(self, number: str, level: str) -> etree._Element | None:
        """A level of one of the old document's lists, or of one that was brought over."""
        return _level(self._root, number, level)

    @cached_property
    def _seen_alike(self) -> dict[str, str]:
        """The lists that look the same, each as far as it is used: in the order in which they are."""
        free = dict.fromkeys(self._free)
        used, alike = _used(self._old), dict[str, str]()
        mine = {number: deepest for number, deepest in used.items() if number in free}
        for number, deepest in _used(self._new).items():
            for other, other_deepest in mine.items() if number not in self._known else ():
                levels = max(deepest, other_deepest) + 1
                if _look(self._new_root, number, levels) == _look(self._root, other, levels):
                    alike[number] = other
                    del mine[other]
                    break
        return alike

    def _bring(self, number: str) -> str:
        if self._root is None:
            self._root = added(self._old, "numbering")
        root = self._root
        source = next(num for num in self._new_root.iter(NUM) if num.get(NUM_ID) == number)
        copied = deepcopy(source)
        free = _next(root, NUM, NUM_ID)
        copied.set(NUM_ID, free)
        pointer = copied.find(_ABSTRACT_ID)
        if pointer is not None:
            pointer.set(VAL, self._abstract(root, pointer.get(VAL, "")))
        after = root.findall(NUM) or root.findall(_ABSTRACT)
        if after:
            after[-1].addnext(copied)
        else:
            root.append(copied)
        return free

    def _abstract(self, root: etree._Element, identifier: str) -> str:
        if identifier not in self._abstracts:
            sources = [item for item in self._new_root.iter(_ABSTRACT) if item.get(_ABSTRACT_ID) == identifier]
            if not sources:
                return identifier
            free = _next(root, _ABSTRACT, _ABSTRACT_ID)
            self._abstracts[identifier] = free
            copied = deepcopy(sources[0])
            copied.set(_ABSTRACT_ID, free)
            for child in [child for child in copied if child.tag == W + "nsid"]:
                copied.remove(child)
            # Pictures as bullets are parts of their own; without them the list has its plain sign.
            for picture in list(copied.iter(W + "lvlPicBulletId")):
                picture.getparent().remove(picture)
            for naming in copied.iter(W + "pStyle"):
                naming.set(VAL, self._styled(naming.get(VAL, "")))
            there = root.findall(_ABSTRACT)
            if there:
                there[-1].addnext(copied)
            else:
                place = sum(child.tag == W + "numPicBullet" for child in root)
                root.insert(place, copied)
        return self._abstracts[identifier]


def _lists(root: etree._Element | None) -> dict[str, Form]:
    """What each list says, by its number."""
    if root is None:
        return {}
    abstracts = {item.get(_ABSTRACT_ID): _says(item) for item in root.iter(_ABSTRACT)}
    lists: dict[str, Form] = {}
    for num in root.iter(NUM):
        pointer = num.find(_ABSTRACT_ID)
        said = () if pointer is None else abstracts.get(pointer.get(VAL), ())
        lists[num.get(NUM_ID, "")] = (said, _says(num))
    return lists


def _paired(old: Mapping[str, Form], new: Mapping[str, Form]) -> dict[str, str]:
    """The old number of each new list that says the same: its own number, or if so there are more, in the same order."""
    pairs = {number: number for number, said in new.items() if old.get(number) == said}
    names: dict[Form, int] = {}
    named, new_named = ([names.setdefault(said, len(names)) for said in lists.values()] for lists in (old, new))
    numbers, new_numbers = list(old), list(new)
    in_order = {new_numbers[new_place]: numbers[place] for place, new_place in matches(named, new_named)}
    pairs = in_order if len(in_order) > len(pairs) else pairs
    taken = set(pairs.values())
    free = [number for number in old if number not in taken]
    for number, said in new.items():
        if number not in pairs and (same := next((other for other in free if old[other] == said), None)) is not None:
            free.remove(same)
            pairs[number] = same
    return pairs


def _says(element: etree._Element) -> Form:
    return tuple(form(child, str) for child in element if isinstance(child.tag, str) and child.tag not in _ASIDE)


def _level(root: etree._Element | None, number: str, level: str) -> etree._Element | None:
    num = _num(root, number)
    abstract = None if root is None or num is None else _abstract(root, num)
    for holder in () if num is None else (*num.iter(_OVERRIDE), *(() if abstract is None else (abstract,))):
        for found in holder.iter(_LEVEL):
            if found.get(_LEVEL_ID) == level:
                return found
    return None


def _num(root: etree._Element | None, number: str) -> etree._Element | None:
    return None if root is None else next((num for num in root.iter(NUM) if num.get(NUM_ID) == number), None)


def _abstract(root: etree._Element, num: etree._Element) -> etree._Element | None:
    pointer = num.find(_ABSTRACT_ID)
    wanted = None if pointer is None else pointer.get(VAL)
    return next((item for item in root.iter(_ABSTRACT) if item.get(_ABSTRACT_ID) == wanted), None)


def _look(root: etree._Element | None, number: str, levels: int) -> list[object]:
    """What is seen of the first levels of a list."""
    num = _num(root, number)
    starts = [] if num is None else [(each.getparent().get(_LEVEL_ID), each.get(VAL)) for each in num.iter(_START)]
    seen: list[object] = [*sorted(starts)]
    for level in range(levels):
        found = _level(root, number, str(level))
        own = () if found is None else [child for child in found if child.tag in _SEEN]
        text = "".join(child.get(VAL, "") for child in own if child.tag == W + "lvlText")
        holder = etree.Element(_LEVEL)
        holder.extend(deepcopy(child) for child in own)
        seen.append(of_text(says(holder, str), text))
        if found is not None:
            seen += [of_text(says(found.find(tag), str), text) for tag in (PPR, RPR)]
    return seen


def _used(package: Package) -> dict[str, int]:
    """The lists that paragraphs name, or their styles, in their order, with the deepest level of each."""
    styles = root_of(package, "styles")
    used: dict[str, int] = {}
    for root in (*(package.xml(name) for name in stories(package)), *(() if styles is None else (styles,))):
        for naming in root.iter(NUM_ID):
            level = naming.getparent().find(_LEVEL_ID)
            said = "0" if level is None else level.get(VAL, "0")
            number = naming.get(VAL, "")
            used[number] = max(used.get(number, 0), int(said) if said.isdecimal() else 0)
    return used


def _next(root: etree._Element, tag: str, attribute: str) -> str:
    used = [int(value) for item in root.iter(tag) if (value := item.get(attribute, "")).isdigit()]
    return str(max(used, default=0) + 1)
