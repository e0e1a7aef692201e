"""Acts and words as the API sends and takes them: the stored form of `app.text.stored`."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.errors import Malformed
from app.text.change import Act
from app.text.paragraph import Role
from app.text.redline import Line, Piece
from app.text.runs import Mark
from app.text.stored import act_to_plain, acts_from_plain, runs_to_plain

RUNS = [{"text": "We will protect "}, {"text": "all", "marks": ["italic"]}, {"text": " migrants."}]


class Run(BaseModel):
    """Words with the same marks. A footnote is a run whose text is U+FFFC and whose `note` is its text."""

    text: str
    marks: list[Mark] = []
    note: str | None = None


class NewParagraph(BaseModel):
    """A paragraph to add. `key` only serves to name it within the same amendment; it gets a key of ours."""

    key: str = "new"
    role: Role = Role.OPERATIVE
    runs: list[Run] = Field(examples=[RUNS])
    level: int = Field(0, ge=0, le=6, description="The depth of a heading, 1 to 6; 0 for every other role.")


class ReplaceAct(BaseModel):
    """The paragraph `key` shall read `runs`."""

    act: Literal["replace"]
    key: str
    runs: list[Run] = Field(examples=[RUNS])


class DeleteAct(BaseModel):
    """The paragraph `key` shall go."""

    act: Literal["delete"]
    key: str


class InsertAct(BaseModel):
    """`paragraph` shall stand after the paragraph `after` (null: at the beginning)."""

    act: Literal["insert"]
    paragraph: NewParagraph
    after: str | None = None


class MoveAct(BaseModel):
    """The paragraph `key` shall stand after the paragraph `after` (null: at the beginning)."""

    act: Literal["move"]
    key: str
    after: str | None = None


class KeepAct(BaseModel):
    """The paragraph `key` shall stay as it is."""

    act: Literal["keep"]
    key: str


ActGiven = Annotated[ReplaceAct | DeleteAct | InsertAct | MoveAct | KeepAct, Field(discriminator="act")]

ACTS: list[Any] = [{"act": "replace", "key": "x2ve1it2au", "runs": RUNS}, {"act": "delete", "key": "ncw3c90isl"}]


class LineShown(BaseModel):
    """A paragraph of a redline. `inserted`, `deleted` and `moved` speak of the whole paragraph; `pieces` are its words in
    order, each kept, inserted or deleted."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "key": "x2ve1it2au",
                    "label": "OP2",
                    "role": "operative",
                    "inserted": False,
                    "deleted": False,
                    "moved": False,
                    "pieces": [{"text": "victims ", "change": "kept"}, {"text": "of crimes ", "change": "inserted"}],
                }
            ]
        }
    )

    key: str
    label: str
    role: Role
    inserted: bool
    deleted: bool
    moved: bool
    pieces: list[dict[str, Any]]


def acts_given(acts: Sequence[ActGiven]) -> tuple[Act, ...]:
    """The acts that were sent. Raises Malformed when a run cannot be."""
    try:
        return acts_from_plain([act.model_dump(mode="json") for act in acts])
    except (KeyError, ValueError):
        raise Malformed("What was sent could not be read.", field="acts") from None


def acts_shown(acts: Iterable[Act] | None) -> list[dict[str, Any]] | None:
    return None if acts is None else [act_to_plain(act) for act in acts]


def line_shown(line: Line, label: str) -> LineShown:
    return LineShown(
        key=line.paragraph.key,
        label=label,
        role=line.paragraph.role,
        inserted=line.inserted_by is not None,
        deleted=line.deleted_by is not None,
        moved=line.moved,
        pieces=[_piece(piece) for piece in line.pieces],
    )


def _piece(piece: Piece) -> dict[str, Any]:
    change = "deleted" if piece.deleted_by is not None else "inserted" if piece.inserted_by is not None else "kept"
    return {**runs_to_plain((piece.run,))[0], "change": change}
