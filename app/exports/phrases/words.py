"""Which words of our own a document can need, by kind of document. `{…}` are places to be filled."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.text.compilation import Phrases


@dataclass(frozen=True, slots=True)
class LegendWords:
    """The comment at the head of a compilation: who proposes what, and how much of the text is in brackets."""

    author: str
    heading: str
    whole: str
    counts: str


@dataclass(frozen=True, slots=True)
class ThreadWords:
    """The answers to a reason in a compilation: of the room, whose decisions are named as on `SheetWords`, and of the
    delegation whose amendment landed on another text. `noted` joins what was decided with the note on it."""

    reopened: str
    confirmed: str
    noted: str


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Amendment sheets and the comparative table. `row` names a row of a table by its first words; `states` are by the name
    of the state of an amendment."""

    stage: str
    table: str
    amendment: str
    by: str
    status: str
    late: str
    reason: str
    present: str
    proposed: str
    marks: str
    added: str
    row: str
    new_row: str
    gone: str
    number: str
    see: str
    part: str
    whole: str
    none: str
    states: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AgreedWords:
    """The agreed text. `undated` stands where the place and the date of adoption are not known.

    `draft` is what it is while amendments are undecided. A reservation is a footnote: `reservation`, `reservation_changed`
    where its delegation has not confirmed it since the text under it changed, or `reservation_gone` where its paragraph is
    in the text no more.
    `fingerprint_of` stands in a translation, and says in which language the text is whose fingerprint it is.
    `explanations` heads the annex; `alone` says of what the fingerprint is, where the document holds more than the text.
    """

    stage: str
    draft: str
    clause: str
    dated: str
    undated: str
    states: str
    fingerprint: str
    fingerprint_of: str
    reservation: str
    reservation_changed: str
    reservation_gone: str
    explanations: str
    alone: str


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """A text in another language than its own, and two languages beside each other.

    `version` says of what a document is the translation, `parallel` what stands side by side; `missing` and `stale` mark
    a paragraph; `counts` says how far the translation has come.
    """

    version: str
    parallel: str
    authoritative: str
    missing: str
    stale: str
    counts: str


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """The report of a meeting and the list of what was agreed and what was not."""

    report: str
    list: str
    disclaimer: str
    when: str
    where: str
    online: str
    purpose: str
    attendance: str
    not_recorded: str
    agenda: str
    no_agenda: str
    statements: str
    under_no_item: str
    documents: str
    agreements: str
    suggestions: str
    not_agreed: str
    none: str
    number: str
    what: str
    who: str
    due: str
    stands: str
    nobody: str
    no_date: str
    inferred: str
    offices: Mapping[str, str]
    states: Mapping[str, str]
    bodies: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SampleWords:
    """The page that shows a house style: what it is, and for each style a line that says which it is."""

    stage: str
    title: str
    heading: str
    subheading: str
    preambular: str
    operative: str
    item: str
    subitem: str
    note: str
    column: str
    cell: str
    closing: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in one language.

    `redline`, `compilation` and `history` say what a document is, `history_unnamed` what a history without names is, and
    `unnamed` that another one is without them; `general` heads a proposal on the text as a whole; `proposal` signs what is
    nobody's in particular; `overtaken` names the amendments that a document on a text does not show for that reason.
    """

    redline: str
    compilation: str
    history: str
    history_unnamed: str
    unnamed: str
    general: str
    proposal: str
    overtaken: str
    proposals: Phrases
    legend: LegendWords
    threads: ThreadWords
    sheets: SheetWords
    agreed: AgreedWords
    languages: LanguageWords
    meeting: MeetingWords
    sample: SampleWords

    def stage(self, name: str, *, anonymous: bool) -> str:
        """What a document called `name` is: when it is `anonymous`, one without names."""
        return self.unnamed.format(stage=name) if anonymous else name
