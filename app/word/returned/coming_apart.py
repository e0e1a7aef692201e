"""A marked-up file comes apart into changes on the text it was made from."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from app.text.change import Act, Delete, Insert, Move, Replace
from app.text.document import Document
from app.text.normalise import comparable
from app.text.paragraph import Paragraph, Role
from app.text.rows import BAR
from app.text.runs import joined
from app.word.found import Imported
from app.word.omissions import Kind
from app.word.returned.authorship import Own, Share, Sites, on_base, shares, sites
from app.word.returned.deriving import acts_of
from app.word.returned.grouping import grouped
from app.word.returned.matching import Match, bookmarked, matched, moved
from app.word.returned.remarking import remark
from app.word.returned.standing import Standing
from app.word.returned.tagging import Tagged, tag_of, tagged
from app.word.returned.texts import Dress, Text, dress, same, same_row, same_words, texts_of
from app.word.returned.untaken import untaken
from app.word.returned.values import Base, Found, Remark, Returned
from app.word.unreadable import Reason, Unreadable

MOST_AUTHORS = 40
"""How many authors are told apart; the changes of more are one."""

MOST_READ = 48 * 1024 * 1024
"""Bytes of the body, read once for every author, up to which authors are told apart: some seconds of work."""

MOST_PARAGRAPHS = 10_000
"""Paragraphs a file may have."""

_NOT_LEFT_OUT = (Kind.COMMENT, Kind.TABLE)
"""Remarks stand beside what they are about, and of the look of a table there is nothing to amend."""


def returned(data: bytes, bases: Sequence[Base]) -> Returned:
    """What the Word file `data` says about the text it was made from, which is one of `bases` (at least one, the newest
    first): the one the file remembers, else the one it is most alike to. Raises Unreadable."""
    file = tagged(data)
    if file.paragraphs > MOST_PARAGRAPHS:
        raise Unreadable(Reason.TOO_LARGE)
    original = file.read(())
    remembered = {str(base.revision): base for base in bases}.get(file.origin.revision) if file.origin else None
    base = remembered or _nearest(original, bases)
    apart = _Apart(file, original, base.text)
    return apart.returned(base.revision, remembered is not None)


def _nearest(original: Imported, bases: Sequence[Base]) -> Base:
    wordings = {comparable(paragraph.text) for paragraph in original.paragraphs}

    def shared(base: Base) -> float:
        return sum(comparable(paragraph.text) in wordings for paragraph in base.text) / max(len(base.text), 1)

    return max(bases, key=shared)


class _Apart:
    """One file held against one base."""

    def __init__(self, file: Tagged, original: Imported, base: Document) -> None:
        self.file = file
        self.base = base
        self.original_texts = texts_of(original)
        self.matches = matched(base, self.original_texts, file.keys)
        self.dresses: dict[str, Dress] = {
            tag: dress(base[match.key].runs, self.original_texts[tag]) for tag, match in self.matches.items()
        }
        self.final = file.read(None)
        self.final_texts = texts_of(self.final)
        self.moves = self._moves(self.final_texts)
        self.undone = 0

    def returned(self, revision: Hashable, remembered: bool) -> Returned:
        found = self._found()
        changed = {tag for each in found for tag in self._tags(each.key)}
        kept = [self._remarks(tag) for tag in self.file.comments if tag not in changed]
        score = sum(match.score for match in self.matches.values()) / max(len(self.base), 1)
        return Returned(
            revision=revision,
            remembered=remembered,
            elsewhere=self.file.origin is not None and not remembered,
            score=score,
            authors=self.file.authors,
            found=found,
            groups=grouped(self.base, found),
            remarks=tuple(each for remarks in kept for each in remarks),
            left_out=tuple(each for each in self.final.left_out if each.kind not in _NOT_LEFT_OUT),
            untaken=untaken(self.file, self._in_another_style(), changed, self.undone),
        )

    @cached_property
    def original(self) -> Document:
        """The file without its changes, under the keys of the base. What differs from it was not recorded."""
        return self._keyed(self.original_texts, {})

    @cached_property
    def result(self) -> Document:
        """The file with all its changes, under the keys of the base."""
        return self._keyed(self.final_texts, self.moves)

    @cached_property
    def _standing(self) -> Standing:
        tags = map(tag_of, range(self.file.paragraphs))
        order = [self.matches[tag].key if tag in self.matches else self.moves.get(tag, tag) for tag in tags]
        return Standing(self.base, self.result, self.original, order)

    def _found(self) -> tuple[Found, ...]:
        gone = {key for key, tag in self._untold.items() if self.file.goes(tag)}
        whole = self._sites(acts_of(self.base, self.result, self.moves.values()), gone)
        parts = self._parts(whole)
        undone = {key for own in parts.values() for key in own if key not in whole and self._is_own(key)}
        self.undone = len(undone)
        found: list[Found] = []
        for key in self._in_order(whole):
            alone: Own = {
                author: tuple(self._kept_behind(act, its, whole[key]) for act in its[key])
                for author, its in parts.items()
                if key in its
            }
            own = on_base(key, alone, self.original, self.base)
            known = self._authors(key) or (() if key in parts[None] else self._authors_before(key))
            for share in shares(self.base, key, whole[key], own, known):
                found.append(self._as_found(key, share, first=not found or found[-1].key != key))
        return tuple(found)

    def _sites(self, acts: Sequence[Act], gone: Collection[str] = ()) -> Sites:
        """The acts; what no reading tells of has not gone, unless it is `gone` all the same."""
        kept = self._untold.keys() - set(gone)
        return sites([act for act in acts if not (isinstance(act, Delete) and act.key in kept)])

    @cached_property
    def _untold(self) -> dict[str, str]:
        """The tag of what has no words in the base nor in the file, as a row that is to be filled in."""
        words = {each.key: each.text.replace(BAR, " ") if each.role is Role.ROW else each.text for each in self.base}
        wordless = {bookmarked(key): key for key, text in words.items() if not comparable(text)}
        named = ((tag, name) for tag, names in self.file.keys.items() if tag not in self.final_texts for name in names)
        return {wordless[name]: tag for tag, name in named if name in wordless}

    def _parts(self, whole: Sites) -> dict[str | None, Sites]:
        """What each author alone does, and under None what nobody recorded."""
        parts: dict[str | None, Sites] = {None: self._sites(acts_of(self.base, self.original, ()))}
        authors = self.file.authors
        if len(authors) == 1 and not parts[None]:
            parts[authors[0]] = whole
        elif len(authors) <= MOST_AUTHORS and self.file.size * len(authors) <= MOST_READ:
            for author in authors:
                texts = texts_of(self.file.read((author,)))
                moves = {**self._moves(texts), **self._still(texts)}
                alone = self._keyed(texts, moves)
                parts[author] = self._sites(acts_of(self.original, alone, moves.values()))
        return parts

    def _kept_behind(self, act: Act, own: Sites, whole: tuple[Act, ...]) -> Act:
        """An act of one author. Who alone would have emptied the paragraph that it stands after in the end, which another
        filled again, put it there all the same; so did who emptied the one before, behind which another put something."""
        last = next((each for each in whole if type(each) is type(act)), None)
        if not (isinstance(act, Insert | Move) and isinstance(last, Insert | Move) and last.after in self.result):
            return act
        before = act.after if act.after in self.original else self._standing.anchor(act.after)
        following: tuple[str, ...] = self.original.keys[:1]
        if before is not None:
            following = self.original.keys[self.original.place(before) + 1 :][:1] if before in self.original else ()
        emptied = any(isinstance(each, Delete) for key in (last.after, *following) for each in own.get(key or "", ()))
        emptied = emptied and self._standing.place(act.after) <= self._standing.place(last.after)
        if not emptied and act.after not in self.result:
            # It was put behind a paragraph that went along with it, and that has run into another in the end.
            emptied = any(isinstance(each, Move) for each in own.get(act.after or "", ()))
        if not emptied:
            return act
        return replace(act, after=last.after if last.after in own else self._standing.anchor(last.after))

    def _is_own(self, key: str) -> bool:
        """Whether a change to this paragraph is one, not what spilled over from the change of another paragraph."""
        return bool(self._authors(key)) and key not in self.result

    def _as_found(self, key: str, share: Share, *, first: bool) -> Found:
        tags = self._tags(key)
        authors = tuple(author for author in share.authors if author is not None)
        match = next((self.matches[tag] for tag in tags if tag in self.matches), Match(key, 1.0, True))
        tracked = tuple(each for tag in tags for each in self.file.tracked.get(tag, ()))
        words = next((act for act in share.acts if isinstance(act, Replace)), None)
        placed = next((act for act in share.acts if isinstance(act, Insert | Move)), None)
        return Found(
            key=key,
            acts=share.acts,
            behind=self._standing.behind(key, placed.after) if placed else (),
            authors=authors,
            untracked=None in share.authors,
            entangled=share.entangled,
            formatting=words is not None and placed is None and same_words(words.runs, self.base[key].runs),
            score=match.score,
            by_key=match.by_key,
            tracked=tuple(each for each in tracked if (each.author or "") in authors),
            remarks=tuple(each for tag in tags for each in self._remarks(tag)) if first else (),
        )

    def _in_order(self, whole: Sites) -> list[str]:
        """The paragraphs that are changed, in the order of the text: new and moved ones behind what they stand after."""
        placed = {key for key, acts in whole.items() if any(isinstance(act, Insert | Move) for act in acts)}
        places: dict[str, tuple[int, ...]] = {key: (place,) for place, key in enumerate(self.base.keys)}
        last: tuple[int, ...] = (-1,)
        for offset, key in enumerate(self.result.keys):
            if key in self.base and key not in placed:
                last = places[key]
                # What went stands before what came in its place.
                while (following := last[0] + 1) < len(self.base) and self.base.keys[following] not in self.result:
                    last = (following,)
            else:
                places[key] = (*last[:1], offset)
        return sorted(whole, key=places.__getitem__)

    def _keyed(self, texts: Mapping[str, Text], moves: Mapping[str, str]) -> Document:
        paragraphs, taken = [], set()
        for tag, text in texts.items():
            match = self.matches.get(tag)
            key = match.key if match else moves.get(tag, tag)
            if key in taken:
                key = tag
            taken.add(key)
            if key not in self.base:
                paragraphs.append(Paragraph(key, text.role, joined(text.words), text.level))
                continue
            old = self.base[key]
            runs = self.dresses[tag].undressed(text) if tag in self.dresses else joined(text.words)
            unchanged = (same_row if old.role is Role.ROW else same)(runs, old.runs)
            words = old.runs if unchanged else runs
            paragraphs.append(Paragraph(key, old.role, words, old.level))
        return Document(paragraphs)

    def _moves(self, texts: Mapping[str, Text]) -> dict[str, str]:
        here = {self.matches[tag].key for tag in texts if tag in self.matches}
        gone = [match.key for match in self.matches.values() if match.key not in here]
        new = {tag: text for tag, text in texts.items() if tag not in self.original_texts}
        found = moved(self.base, gone, new, self.file.keys) if gone and new else {}
        return {tag: key for tag, key in found.items() if self._one_hand(tag, key)}

    def _one_hand(self, tag: str, key: str) -> bool:
        """Whether who put it there may be who took it away: what one deletes and another writes anew has not moved."""
        put = {each.author for each in self.file.tracked.get(tag, ())}
        took = {each.author for each in self.file.tracked.get(self._place_of.get(key, ""), ())}
        return not put or not took or bool(put & took)

    def _still(self, texts: Mapping[str, Text]) -> dict[str, str]:
        """What moved in the end moved also where only one author is read, if it is gone from where it was."""
        here = {self.matches[tag].key for tag in texts if tag in self.matches}
        return {tag: key for tag, key in self.moves.items() if key not in here}

    def _tags(self, key: str) -> tuple[str, ...]:
        places = (self._place_of.get(key, key), self._moved_to.get(key))
        return tuple(tag for tag in places if tag is not None)

    @cached_property
    def _place_of(self) -> dict[str, str]:
        """The tag of each paragraph of the base that the file has."""
        return {**self._untold, **{match.key: tag for tag, match in self.matches.items()}}

    @cached_property
    def _moved_to(self) -> dict[str, str]:
        """The tag under which a paragraph stands where it was moved to."""
        return {key: tag for tag, key in self.moves.items()}

    def _authors(self, key: str) -> tuple[str, ...]:
        tracked = (each for tag in self._tags(key) for each in self.file.tracked.get(tag, ()))
        return tuple(dict.fromkeys(each.author for each in tracked if each.author))

    def _authors_before(self, key: str) -> tuple[str, ...]:
        """Whose changes stand nearest before a paragraph in which there are none: it may have run into theirs."""
        before = self.original.keys[: self.original.place(key)] if key in self.original else ()
        return next(filter(None, map(self._authors, reversed(before))), ())

    def _remarks(self, tag: str) -> tuple[Remark, ...]:
        return tuple(map(remark, self.file.comments.get(tag, ())))

    def _in_another_style(self) -> set[str]:
        both = self.original_texts.keys() & self.final_texts.keys()
        if self.file.origin is None:
            return {tag for tag in both if self.original_texts[tag].style != self.final_texts[tag].style}
        # In a file of ours the style is the role; it may have been changed without being recorded.
        old = {tag: self.base[self.matches[tag].key] for tag in both & self.matches.keys()}
        return {tag for tag, paragraph in old.items() if self.final_texts[tag].role is not paragraph.role}
