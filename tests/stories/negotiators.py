"""Negotiators who do at random whatever people can do, one act after another."""

import random
from collections import Counter
from collections.abc import Callable
from uuid import UUID

from sqlmodel import col, select

from app.db import reading
from app.drafting import amendments, comments, decisions, declarations
from app.drafting.errors import Contradictory
from app.drafting.models import Amendment, AmendmentVersion, Decision, Declaration, Sponsorship
from app.drafting.queries import find_sponsorship
from app.drafting.states import AGREED, PENDING, State
from app.errors import Refusal
from app.record.actor import Actor
from app.text.change import Act, Delete, Insert, Keep, Move, Replace
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.text.stored import Plain
from tests.drafting.room import Room

WORDS = ("migrants", "rights", "of", "all", "safe", "and", "orderly", "victims", "crimes", "niñez", "[States]", "protect,")


class Negotiators:
    """`done` counts the acts that were taken, by name; `refused` those that were refused."""

    def __init__(self, room: Room, seed: int) -> None:
        self.room = room
        self.chance = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.sponsors = (room.honduras, room.united_states, room.guatemala_head, room.mexico)
        self.moves: list[tuple[int, Callable[[], object]]] = [
            (30, self.table),
            (8, self.correct),
            (4, self.withdraw),
            (5, self.ask_sponsors),
            (6, self.answer_as_sponsor),
            (26, self.decide),
            (4, self.reopen),
            (6, self.confirm),
            (3, self.place_elsewhere),
            (2, self.move_window),
            (2, self.comment),
            (6, self.issue),
        ]

    def play(self, acts: int) -> None:
        weights = [weight for weight, _ in self.moves]
        for _ in range(acts):
            (move,) = self.chance.choices([move for _, move in self.moves], weights)
            try:
                move()
                self.done[move.__name__] += 1
            except Refusal:
                self.refused[move.__name__] += 1

    def amendment(self, *states: State, only: Callable[[list[Plain]], bool] = lambda acts: True) -> Amendment:
        """Some tabled amendment in one of these states, of whose acts `only` is true."""
        with reading(self.room.engine) as session:
            rows = session.exec(
                select(Amendment, AmendmentVersion)
                .join(AmendmentVersion, col(AmendmentVersion.amendment_id) == Amendment.id)
                .order_by(col(Amendment.number), col(AmendmentVersion.number))
            ).all()
        found = [row for row, version in rows if row.state in states and only(version.acts)]
        if not found:
            raise Refusal("There is none.")
        return self.chance.choice(found)

    def owner(self, amendment: Amendment) -> Actor:
        return next(person for person in self.sponsors if person.delegation_id == amendment.delegation_id)

    def acts(self) -> list[Act]:
        """A proposal about one to three paragraphs, or about none."""
        if not self.chance.randrange(12):
            return []
        if not self.chance.randrange(5):
            return [Insert(Paragraph("new", Role.OPERATIVE, runs_of(self.phrase())), self.place())]
        paragraphs = self.chance.sample(
            self.room.text().paragraphs, k=min(len(self.room.text()), self.chance.randint(1, 3))
        )
        return [act for place, paragraph in enumerate(paragraphs) for act in self.act_on(paragraph, f"new{place}")]

    def act_on(self, paragraph: Paragraph, name: str) -> list[Act]:
        match self.chance.randrange(10):
            case 0:
                return [Delete(paragraph.key)]
            case 1 | 2:
                return [Insert(Paragraph(name, Role.OPERATIVE, runs_of(self.phrase())), self.place())]
            case 3:
                return [Move(paragraph.key, self.place())]
            case 4:
                return [Keep(paragraph.key)]
            case _:
                return [Replace(paragraph.key, runs_of(self.edited(paragraph.text)))]

    def place(self) -> str | None:
        return self.chance.choice([None, *self.room.text().keys])

    def phrase(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(3, 9))) + "."

    def edited(self, words: str) -> str:
        """The words with one passage taken out, put in, or put otherwise."""
        found = words.split(" ")
        start = self.chance.randrange(len(found) + 1)
        stop = min(len(found), start + self.chance.randint(0, 3))
        found[start:stop] = self.chance.choices(WORDS, k=self.chance.randint(0, 3))
        return " ".join(found)

    def table(self) -> None:
        by = self.chance.choice(self.sponsors)
        audience = self.chance.choice(["all", "all", "chair", "delegation"])
        acts = self.acts()
        draft = self.room.draft(*acts, by=by, reason=self.phrase(), audience=audience if acts else "all")
        if self.chance.randrange(6):
            self.room.act(amendments.table, draft, by=by)

    def correct(self) -> None:
        amendment = self.amendment(*PENDING, State.ABSORBED)
        by = self.owner(amendment)
        self.room.act(amendments.edit, amendment, acts=self.acts(), reason=self.phrase(), audience="all", by=by)
        self.room.act(amendments.correct, amendment, by=by)

    def withdraw(self) -> None:
        amendment = self.amendment(*PENDING)
        self.room.act(amendments.withdraw, amendment, by=self.owner(amendment))

    def ask_sponsors(self) -> None:
        amendment = self.amendment(*PENDING)
        asked = [self.chance.choice(self.sponsors).delegation_id]
        self.room.act(amendments.ask_sponsors, amendment, asked, by=self.owner(amendment))

    def answer_as_sponsor(self) -> None:
        with reading(self.room.engine) as session:
            asked = session.exec(select(Sponsorship)).all()
        if not asked:
            raise Refusal("There is none.")
        sponsorship = self.chance.choice(asked)
        by = next(person for person in self.sponsors if person.delegation_id == sponsorship.delegation_id)
        words = (
            amendments.confirm_sponsorship,
            amendments.confirm_sponsorship,
            amendments.decline_sponsorship,
            amendments.withdraw_sponsorship,
        )
        with self.room.writing() as session:
            sponsorship = find_sponsorship(session, sponsorship.amendment_id, by=by)
            self.chance.choice(words)(session, sponsorship, by=by, at=self.room.now())

    def decide(self) -> Decision:
        amendment = self.amendment(*PENDING)
        match self.chance.randrange(8):
            case 0:
                return self.room.decide(decisions.hold, amendment)
            case 1 | 2:
                return self.room.decide(decisions.not_accept, amendment, note=self.phrase())
            case 3:
                return self.room.decide(decisions.modify, amendment, self.acts(), by=self.room.presidency)
            case _:
                return self.room.accept(amendment)

    def reopen(self) -> None:
        self.room.decide(decisions.reopen, self.amendment(*AGREED, State.NOT_ACCEPTED, State.HELD))

    def confirm(self) -> None:
        amendment = self.amendment(State.AWAITING, State.OVERTAKEN)
        self.room.act(amendments.confirm_landing, amendment, by=self.owner(amendment))

    def place_elsewhere(self) -> None:
        amendment = self.amendment(*PENDING, only=lambda acts: all(act["act"] == "insert" for act in acts))
        by = self.owner(amendment)
        copy = self.room.act(amendments.place_elsewhere, amendment, after=self.place(), by=by)
        self.room.act(amendments.table, copy, by=by)

    def move_window(self) -> None:
        self.room.chair(declarations.close_window)
        if self.chance.randrange(3):
            self.room.chair(declarations.open_window, deadline=None)

    def comment(self) -> None:
        with self.room.writing() as session:
            declaration = session.get_one(Declaration, self.room.declaration_id)
            comments.make(session, declaration, text=self.phrase(), by=self.room.observer, at=self.room.now())

    def issue(self) -> None:
        """Issue a revision; what cannot stand together is reopened until the rest can."""
        if self.room.declaration().window_closed_at is not None:
            self.room.chair(declarations.open_window, deadline=None)
        order: list[UUID] = []
        while True:
            try:
                self.room.next(renumber=not self.chance.randrange(4), order=order)
                return
            except Contradictory as contradictory:
                found = contradictory.contradictions
                rivals = sorted({name for each in found if each.kind == "insertion" for name in (each.one, each.other)})
                if rivals and not order:
                    order = [self.named(name).id for name in self.chance.sample(rivals, len(rivals))]
                    continue
                order = []
                self.room.decide(decisions.reopen, self.named(self.chance.choice(found).other))

    def named(self, name: str) -> Amendment:
        number = int(name.removeprefix("AM."))
        with reading(self.room.engine) as session:
            return session.exec(select(Amendment).where(Amendment.number == number)).one()
