"""A declaration with a table that delegations amend, and its documents."""

from sqlalchemy import Engine

from app.db import writing
from app.drafting.models import Declaration
from app.drafting.texts import current_revision
from app.drafting.translations.entering import Words, enter
from app.exports.kinds import Kind, Options
from app.text.change import Delete, Insert, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.rows import row
from app.text.runs import Runs, runs_of
from tests.drafting.room import Room
from tests.exports.making.orders import of_room

HEAD = ("Commitment", "Who carries it out", "By when")
CONSULATES = ("List the consulates that protect victims of offences", "Technical secretariat", "24 April 2017")
PAPER = ("Comment on the paper in writing", "All members", "10 April 2017")
MEETING = ("Meet online before the ministers do", "Presidency pro tempore", "24 April 2017")
SPANISH = {
    1: "Declaración regional",
    2: "Para cumplir estos compromisos en los plazos indicados:",
    3: ("Compromiso", "Quién lo cumple", "Plazo"),
    4: ("Relacionar los consulados que protegen a las víctimas de delitos", "Secretaría técnica", "24 de abril de 2017"),
    5: ("Presentar por escrito observaciones al documento", "Todos los miembros", "10 de abril de 2017"),
}


def cells(*words: str) -> Runs:
    return row(map(runs_of, words))


class Schedule(Room):
    """A table of three rows under a head. Honduras and Guatemala amend the first, Guatemala adds one, and the United States
    takes one out and gives another a fourth cell."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        rows = [
            Paragraph(f"p{place}", Role.ROW, cells(*each)) for place, each in enumerate((CONSULATES, PAPER, MEETING), 4)
        ]
        self.issue(
            Document(
                [
                    Paragraph("p1", Role.TITLE, runs_of("Regional declaration")),
                    Paragraph("p2", Role.CHAPEAU, runs_of("To honour these commitments within the periods stated:")),
                    Paragraph("p3", Role.ROW, cells(*HEAD), 1),
                    *rows,
                    Paragraph("p7", Role.OPERATIVE, runs_of("To review them at the next meeting of the Vice-Ministers.")),
                ]
            )
        )
        self.honduran = self.table(Replace(self.key("p4"), cells(*CONSULATES[:2], "30 June 2017")))
        added = Paragraph("new", Role.ROW, cells("Exchange lists of missing migrants", "Guatemala, Mexico", "May 2017"))
        self.guatemalan = self.table(
            Replace(self.key("p4"), cells(CONSULATES[0], "Member Countries", CONSULATES[2])),
            Insert(added, self.key("p4")),
            by=self.guatemala_head,
        )
        self.american = self.table(
            Delete(self.key("p5")), Replace(self.key("p6"), cells(*MEETING, "half a day")), by=self.united_states
        )

    def translate(self) -> None:
        """Put all but the last rows into Spanish."""
        given = [
            Words(self.key(f"p{place}"), cells(*said) if isinstance(said, tuple) else runs_of(said), 0)
            for place, said in SPANISH.items()
        ]
        with writing(self.engine) as session:
            declaration = session.get_one(Declaration, self.declaration_id)
            revision = current_revision(session, declaration.id)
            assert revision is not None
            enter(session, declaration, revision, "es", given, by=self.secretary, at=self.now())

    def document(self, kind: Kind, options: Options = Options()) -> bytes:
        """A document of the present text, for the secretariat."""
        return of_room(self, kind, options)
