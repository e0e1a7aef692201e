"""A text with everything a declaration has, as files that go to capitals."""

from app.text.change import Change, Delete, Insert, Move, Replace
from app.text.compilation import compilation
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NO_MARKS, NOTE_ANCHOR, Mark, Run, runs_of
from app.word.redlined import Signature, redlined
from tests.word.returned.laws import AT, FRONT, capital

_BOLD, _ITALIC = frozenset({Mark.BOLD}), frozenset({Mark.ITALIC})
DELEGATIONS = ("Guatemala", "Honduras", "Costa Rica")


def _note(text: str) -> Run:
    return Run(NOTE_ANCHOR, NO_MARKS, text)


def _paragraph(key: str, role: Role, *runs: Run | str, level: int = 0) -> Paragraph:
    return Paragraph(key, role, tuple(run if isinstance(run, Run) else Run(run) for run in runs), level)


BASE = Document(
    [
        _paragraph("k0", Role.TITLE, "Declaration on safe and orderly migration"),
        _paragraph(
            "k1",
            Role.PREAMBULAR,
            Run("Reaffirming", _ITALIC),
            " the human rights of all migrants, regardless of their migration status,",
        ),
        _paragraph(
            "k2",
            Role.PREAMBULAR,
            Run("Recalling", _ITALIC),
            " the New York Declaration",
            _note("Resolution 71/1 of 19 September 2016."),
            " for refugees and migrants,",
        ),
        _paragraph("k3", Role.HEADING, "Protection", level=1),
        _paragraph("k4", Role.OPERATIVE, "We will protect migrants who are victims of offences in transit countries;"),
        _paragraph("k5", Role.CHAPEAU, "States shall take measures to:"),
        _paragraph("k6", Role.ITEM, "promote safe, orderly and regular migration and more efficient border management;"),
        _paragraph("k7", Role.ITEM, "strengthen consular ", Run("cooperation", _BOLD), " among countries of the region;"),
        _paragraph("k8", Role.OPERATIVE, "The following calendar is agreed:"),
        _paragraph("t0", Role.ROW, "Who | What | By when", level=1),
        _paragraph("t1", Role.ROW, "Mexico | Paper of seven items | 24 April"),
        _paragraph("t2", Role.ROW, "Honduras | Note on smuggling | 28 April"),
        _paragraph(
            "k9",
            Role.OPERATIVE,
            "We invite States to report on what they have done",
            _note("Each year in April."),
            " and on what remains to be done.",
        ),
        _paragraph("k10", Role.CLOSING, "Adopted in San Salvador."),
    ]
)


def for_the_capital() -> bytes:
    """The text as a delegation takes it home."""
    return capital(BASE)


def compiled() -> bytes:
    """The text with what three delegations propose, each with a reason."""
    proposed = [
        Change(0, (Replace("k4", runs_of("We will protect migrants who are victims of crimes in transit countries;")),), 0),
        Change(
            1,
            (
                Replace("k6", runs_of("promote safe, orderly and regular migration;")),
                Insert(_paragraph("n1", Role.ITEM, "prevent smuggling and trafficking;"), "k6"),
            ),
            1,
        ),
        Change(2, (Delete("k5"), Move("k1", "k2")), 2),
        Change(3, (Delete("t2"), Insert(_paragraph("t3", Role.ROW, "Panama | Civil society | 30 April"), "t1")), 2),
        Change(4, (Replace("k7", (*BASE["k7"].runs[:2], Run(" with countries of the region;"))),), 1),
    ]
    signed = {each.id: Signature(DELEGATIONS[int(str(each.author))], AT, f"The reason of {each.id}.") for each in proposed}
    return redlined(compilation(BASE, proposed, str), signed, FRONT)
