"""Texts in the API: runs, paragraphs and redlines, as `app.text.stored` writes them."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.errors import Malformed
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.redline import Line, Piece, Redline, Seam
from app.text.runs import NOTE_ANCHOR, Mark, Run, Runs

RUNS: list[Any] = [{"text": "Recalling", "marks": ["italic"]}, {"text": " the twenty years of the Conference,"}]


class RunText(BaseModel):
    """A stretch of words with the same marks. A footnote has `note`, and U+FFFC where it is called as its `text`."""

    model_config = ConfigDict(json_schema_extra={"examples": RUNS})

    text: str = ""
    marks: list[Mark] = Field(default_factory=list)
    note: str | None = None


class ParagraphText(BaseModel):
    """A paragraph under its stable key. `level` is the depth of a heading; `label` is how it is quoted ("PP1", "3 bis")."""

    key: str = Field(examples=["k3x9a0q2mz"])
    role: Role = Field(examples=["preambular"])
    level: int = 0
    label: str = Field("", examples=["PP1"])
    runs: list[RunText] = Field(examples=[RUNS])


class PieceText(BaseModel):
    """A run, and the ids of who inserts and who deletes it; both are absent on words that stay."""

    run: RunText
    inserted_by: str | None = None
    deleted_by: str | None = None


class SeamText(BaseModel):
    """The end of a paragraph that comes (`inserted_by`: it is split there) or goes (`deleted_by`: it is joined with the
    next). `key` is the paragraph that is there without the split, or after the join."""

    key: str
    inserted_by: str | None = None
    deleted_by: str | None = None


class LineText(BaseModel):
    """A paragraph of a redline. `inserted_by` and `deleted_by` speak of the whole paragraph; one that moved stands twice,
    deleted where it stood and inserted where it goes. `seam` is there when its words stay and its end comes or goes."""

    key: str
    role: Role
    level: int = 0
    label: str = ""
    pieces: list[PieceText]
    inserted_by: str | None = None
    deleted_by: str | None = None
    moved: bool = False
    seam: SeamText | None = None


def runs_shown(runs: Iterable[Run]) -> list[RunText]:
    return [RunText(text=run.text, marks=sorted(run.marks), note=run.note) for run in runs]


def runs_asked(given: Iterable[RunText], field: str = "runs") -> Runs:
    """What was sent as words. Raises Malformed when a footnote is called by nothing or an anchor calls none."""
    try:
        return tuple(
            Run(NOTE_ANCHOR if run.note is not None and not run.text else run.text, frozenset(run.marks), run.note)
            for run in given
        )
    except ValueError:
        raise Malformed("A footnote is a run of its own, with U+FFFC as its text.", field=field) from None


def paragraph_shown(paragraph: Paragraph, labels: Mapping[str, str]) -> ParagraphText:
    return ParagraphText(
        key=paragraph.key,
        role=paragraph.role,
        level=paragraph.level,
        label=labels.get(paragraph.key, ""),
        runs=runs_shown(paragraph.runs),
    )


def document_shown(document: Document, labels: Mapping[str, str]) -> list[ParagraphText]:
    return [paragraph_shown(paragraph, labels) for paragraph in document]


def redline_shown(redline: Redline, labels: Mapping[str, str]) -> list[LineText]:
    return [line_shown(line, labels) for line in redline.lines]


def line_shown(line: Line, labels: Mapping[str, str]) -> LineText:
    paragraph = line.paragraph
    return LineText(
        key=paragraph.key,
        role=paragraph.role,
        level=paragraph.level,
        label=labels.get(paragraph.key, ""),
        pieces=[piece_shown(piece) for piece in line.pieces],
        inserted_by=_id(line.inserted_by),
        deleted_by=_id(line.deleted_by),
        moved=line.moved,
        seam=_seam(line.seam),
    )


def piece_shown(piece: Piece) -> PieceText:
    (run,) = runs_shown([piece.run])
    return PieceText(run=run, inserted_by=_id(piece.inserted_by), deleted_by=_id(piece.deleted_by))


def _seam(seam: Seam | None) -> SeamText | None:
    if seam is None:
        return None
    return SeamText(key=seam.key, inserted_by=_id(seam.inserted_by), deleted_by=_id(seam.deleted_by))


def _id(value: Any) -> str | None:
    return None if value is None else str(value)
