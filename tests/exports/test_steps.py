from dataclasses import replace
from datetime import timedelta

import pytest

from app.db import reading, writing
from app.drafting import decisions, revisions
from app.drafting.models import Amendment, Declaration, Revision
from app.drafting.texts import revisions_of
from app.exports import exports
from app.exports.kinds import Form, Kind, Options
from app.exports.making.forms import forms_of
from app.exports.steps import Progress, Step, steps_of
from tests.support.told import Told


def test_only_what_libreoffice_makes_is_converted() -> None:
    assert steps_of(Options()) == (Step.READING, Step.WRITING, Step.KEEPING)
    for form in (Form.PDF, Form.ODT):
        assert steps_of(Options(form=form)) == (Step.READING, Step.WRITING, Step.CONVERTING, Step.KEEPING)
    assert Step.CONVERTING not in steps_of(Options(form=Form.HTML))


@pytest.fixture
def two_revisions(rcm: Told) -> tuple[Revision, Revision]:
    rcm.at += timedelta(minutes=1)
    by = rcm.person("secretariat@rcm.example")
    with writing(rcm.engine) as session:
        declaration = session.get_one(Declaration, rcm.story.declaration.id)
        amendment = session.get_one(Amendment, rcm.story.amendments["victims"].id)
        decisions.accept(session, amendment, expected=declaration.version, by=by, at=rcm.at)
        session.refresh(declaration)
        revisions.issue_next(session, declaration, expected=declaration.version, by=by, at=rcm.at)
    with reading(rcm.engine) as session:
        first, second = revisions_of(session, rcm.story.declaration.id)
    return first, second


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_in_each_form_tells_what_is_being_done(
    rcm: Told, two_revisions: tuple[Revision, Revision], kind: Kind
) -> None:
    first, second = two_revisions
    by = rcm.person("secretariat@rcm.example")
    # The others can be had in another language only where all of it is translated as it reads.
    language = "es" if kind in (Kind.CLEAN, Kind.PARALLEL) else ""
    for form in set(forms_of(kind)) - {Form.PDF, Form.ODT}:
        told: list[Progress] = []

        def tell(step: Step, done: int = 0, parts: int = 0, told: list[Progress] = told) -> None:
            told.append(Progress(step, done, parts))

        with reading(rcm.engine) as session:
            order = exports.ordered(
                rcm.declaration,
                kind,
                second,
                against=first,
                by=by,
                at=rcm.at,
                options=Options(form=form, language=language),
            )
            exports.make_to_order(session, replace(order, tell=tell))
        assert [each.step for each in told if not each.done] == [Step.READING, Step.WRITING], form
        counted = [each for each in told if each.done]
        assert [each.done for each in counted] == sorted({each.done for each in counted})
        if form is Form.WORD and kind is not Kind.CAPITAL:
            assert counted[-1].done == counted[-1].parts > 5
