"""The content of one paragraph as it is written: runs, tracked or not, in their shells."""

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from app.word.compare.fields import INSTR
from app.word.compare.formats import Format
from app.word.compare.marks import Marks
from app.word.compare.names import DEL, DEL_TEXT, ID, INS, LEAVING, RPR, RUBY, RUN, SDT, SDT_CONTENT, SPACE, T, W
from app.word.compare.pieces import Path, Shell, Thing

_DEL_INSTR = W + "delInstrText"
_FORMAT_CHANGE = W + "rPrChange"
_BLANK = " \t\n\r\u00a0\u2002\u2003\u2009\u202f\u3000"
_RANGE_START, _RANGE_END = W + "customXmlDelRangeStart", W + "customXmlDelRangeEnd"
_NO_FORMAT = Format(etree.Element(RPR), 0)
KEPT = ""


@dataclass(slots=True)
class _Entry:
    """`status`: KEPT, INS or DEL; None for an anchor, whose element is `content`."""

    status: str | None
    content: list[str] | Thing | etree._Element
    format: Format
    was: Format | None
    path: Path


class Line:
    """Collects what stands in a paragraph, in order, and writes it."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._entries: list[_Entry] = []
        self._seen: set[int] = set()

    def add(self, status: str, content: str | Thing, format: Format, was: Format | None, path: Path) -> None:
        """Text or a thing; `was` is its old format, where that is to be marked as changed."""
        if isinstance(content, Thing):
            self._entries.append(_Entry(status, content, format, was, path))
            return
        last = self._entries[-1] if self._entries else None
        if (
            last is not None
            and last.format is format
            and last.status == status
            and last.was is was
            and last.path == path
            and isinstance(last.content, list)
        ):
            last.content.append(content)
        else:
            self._entries.append(_Entry(status, [content], format, was, path))

    def ride(self, element: etree._Element, path: Path) -> None:
        """An anchor, or what somebody else took out: it is not tracked by us."""
        self._entries.append(_Entry(None, element, _NO_FORMAT, None, path))

    def write(self, paragraph: etree._Element) -> None:
        """Appends everything to `paragraph` and forgets it."""
        entries, self._entries = self._entries, []
        shells = _Shells(self._marks, paragraph, entries, self._seen)
        tracked, status = None, KEPT
        for entry in entries:
            holder = shells.enter(entry.path)
            if tracked is not None and tracked.getparent() is not holder:
                tracked = None
            if entry.status is None:
                holder.append(entry.content)
                tracked = None
            elif entry.status == KEPT:
                self._content(holder, entry, False)
                tracked = None
            else:
                if tracked is None or status != entry.status:
                    tracked, status = self._marks.mark(holder, entry.status), entry.status
                self._content(tracked, entry, status == DEL)
        shells.enter(())

    def _content(self, holder: etree._Element, entry: _Entry, gone: bool) -> None:
        content = entry.content
        if isinstance(content, list):
            run = self._run(holder, entry.format, entry.was)
            text = etree.SubElement(run, DEL_TEXT if gone else T)
            text.text = said = "".join(content)
            if said[0] in _BLANK or said[-1] in _BLANK:
                text.set(SPACE, "preserve")
        elif content.items and (content.element is None or entry.status != KEPT):
            self._field(holder, content, gone)
        elif content.beside_runs:
            holder.append(content.element)
        else:
            self._run(holder, entry.format, entry.was).append(_as_gone(content.element) if gone else content.element)

    def _field(self, holder: etree._Element, field: Thing, gone: bool) -> None:
        for content, format in field.items:
            as_content = [content] if isinstance(content, str) else content
            self._content(holder, _Entry(DEL if gone else INS, as_content, format, None, ()), gone)

    def _run(self, holder: etree._Element, format: Format, was: Format | None) -> etree._Element:
        run = etree.SubElement(holder, RUN)
        if was is not None:
            properties = format.copy()
            run.append(properties)
            self._marks.mark(properties, _FORMAT_CHANGE).append(was.former())
        elif not format.is_plain:
            properties = format.copy()
            self._marks.keep(properties, format.change)
            run.append(properties)
        return run


def _is_out(entry: _Entry) -> bool:
    """Whether it is what somebody else took out."""
    return isinstance(entry.content, etree._Element) and entry.content.tag in LEAVING


def _as_gone(element: etree._Element) -> etree._Element:
    if element.tag == INSTR:
        element.tag = _DEL_INSTR
    elif element.tag == RUBY:
        for text in element.iter(T):
            text.tag = DEL_TEXT
    return element


class _Shells:
    """The shells that are open while a paragraph is written; `seen` are those that were opened before.

    A content control of which every word goes is marked as going itself, with the two ranges that Word writes for it.
    """

    def __init__(self, marks: Marks, paragraph: etree._Element, entries: list[_Entry], seen: set[int]) -> None:
        self._marks = marks
        self._paragraph = paragraph
        self._open: list[tuple[Shell, etree._Element]] = []
        self._seen = seen
        goes = (entry for entry in entries if entry.status == DEL)
        # What somebody else took out keeps no control, and takes none along.
        stays = (entry for entry in entries if entry.status != DEL and not _is_out(entry))
        gone = {id(shell.element) for entry in goes for shell in entry.path if shell.element.tag == SDT}
        self._gone = gone.difference(id(shell.element) for entry in stays for shell in entry.path)

    def enter(self, path: Path) -> etree._Element:
        """Closes and opens shells until `path` is open; where content goes then."""
        depth = 0
        while depth < min(len(self._open), len(path)) and self._open[depth][0] == path[depth]:
            depth += 1
        while len(self._open) > depth:
            self._close()
        for shell in path[depth:]:
            self._enter(shell)
        return self._holder

    @property
    def _holder(self) -> etree._Element:
        return self._open[-1][1] if self._open else self._paragraph

    def _enter(self, shell: Shell) -> None:
        outer, gone = self._holder, id(shell.element) in self._gone
        number = self._marks.mark(outer, _RANGE_START).get(ID) if gone else ""
        new = etree.SubElement(outer, shell.element.tag, dict(shell.element.attrib))
        content = new
        if shell.is_pending and id(shell.element) in self._seen:
            new.set(ID, self._marks.number())
        if new.tag == SDT:
            new.extend(deepcopy(child) for child in shell.element if child.tag != SDT_CONTENT)
            # One content control cut in two must not have one id twice.
            for identifier in new.findall(f"{W}sdtPr/{W}id") if id(shell.element) in self._seen else ():
                identifier.getparent().remove(identifier)
            content = etree.SubElement(new, SDT_CONTENT)
        if gone:
            etree.SubElement(content, _RANGE_END).set(ID, number)
        self._seen.add(id(shell.element))
        self._open.append((shell, content))

    def _close(self) -> None:
        shell, content = self._open.pop()
        if id(shell.element) in self._gone:
            number = self._marks.mark(content, _RANGE_START).get(ID)
            etree.SubElement(self._holder, _RANGE_END).set(ID, number)
