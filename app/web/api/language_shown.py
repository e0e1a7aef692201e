"""What the API says of texts in other languages, and what it is asked to enter."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from app.drafting.limits import PARAGRAPHS
from app.drafting.translations import Rendered, Standing
from app.drafting.translations.queries import LanguageLine, StateLine, VersionView
from app.text.paragraph import Role
from app.web.api.texts import RUNS, PieceText, RunText, piece_shown, runs_shown


class LanguageShown(BaseModel):
    """A language a revision was translated into: how many of its paragraphs are `current`, `stale` (translated from an
    earlier text) or `missing`, and of how many it was said that they mean the same."""

    language: str = Field(examples=["es"])
    current: int
    stale: int
    missing: int
    concordant: int


class RenderedShown(BaseModel):
    """A paragraph in another language. `runs` is null while it is not translated. `number` is that of the newest words
    entered for it, 0 when there are none: its ETag. `changed` is what became of the words that were translated, while they
    are stale."""

    key: str = Field(examples=["k3x9a0q2mz"])
    role: Role
    label: str = Field(examples=["PP1"])
    source: list[RunText] = Field(examples=[RUNS])
    standing: Standing
    runs: list[RunText] | None
    number: int
    translated_from: str = Field("", examples=["Zero draft"])
    changed: list[PieceText] = []
    means_the_same: bool


class VersionShown(BaseModel):
    """A revision in `language`; the text in the language it is negotiated in, `authoritative`, is the one that counts."""

    language: str = Field(examples=["es"])
    authoritative: str = Field(examples=["en"])
    paragraphs: list[RenderedShown]


class StateShown(BaseModel):
    """What a paragraph once said in a language, and of what words that is the translation."""

    number: int
    runs: list[RunText]
    source: list[RunText]
    revision: str = Field(examples=["Zero draft"])
    made_by: str
    made_at: datetime


class WordsAsked(BaseModel):
    """What a paragraph shall say in the language."""

    runs: list[RunText] = Field(examples=[RUNS])


class ParagraphWords(WordsAsked):
    """The same of one of several paragraphs; `number` is that of the words that were there when these were written."""

    key: str = Field(examples=["k3x9a0q2mz"])
    number: int = 0


class ManyWords(BaseModel):
    """Several paragraphs at once, such as a file brought: all are entered, or none."""

    paragraphs: list[ParagraphWords] = Field(max_length=PARAGRAPHS)


class ConcordanceAsked(BaseModel):
    """Whether a paragraph means the same in both languages; false takes that back."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"means_the_same": True}]})

    means_the_same: bool = True


class FileParagraph(BaseModel):
    """A paragraph of a file; `place` counts from 1."""

    place: int
    runs: list[RunText]


class PlaceShown(BaseModel):
    """Which paragraph of the file is taken for the translation of the one under `key`; null: none."""

    key: str
    place: int | None
    doubtful: bool


class FileBeside(BaseModel):
    """A file beside the text. Nothing is written: enter what is right."""

    paragraphs: list[FileParagraph]
    places: list[PlaceShown]
    left_out: list[str]


def language_shown(line: LanguageLine) -> LanguageShown:
    return LanguageShown(**{name: getattr(line, name) for name in LanguageShown.model_fields})


def rendered_shown(view: VersionView, each: Rendered) -> RenderedShown:
    return RenderedShown(
        key=each.source.key,
        role=each.source.role,
        label=view.revision.labels.get(each.source.key, ""),
        source=runs_shown(each.source.runs),
        standing=each.standing,
        runs=runs_shown(each.runs) if each.entered else None,
        number=each.number,
        translated_from=each.entered.revision if each.entered else "",
        changed=[piece_shown(piece) for piece in each.changed],
        means_the_same=each.concordance is not None,
    )


def state_shown(line: StateLine) -> StateShown:
    return StateShown(
        number=line.number,
        runs=runs_shown(line.runs),
        source=runs_shown(line.source),
        revision=line.revision,
        made_by=line.made_by,
        made_at=line.made_at,
    )
