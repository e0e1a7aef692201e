from app.exports.kinds import Form, Options
from app.exports.steps import Step, steps_of


def test_only_what_libreoffice_makes_is_converted() -> None:
    assert steps_of(Options()) == (Step.READING, Step.WRITING, Step.KEEPING)
    for form in (Form.PDF, Form.ODT):
        assert steps_of(Options(form=form)) == (Step.READING, Step.WRITING, Step.CONVERTING, Step.KEEPING)
    assert Step.CONVERTING not in steps_of(Options(form=Form.HTML))
