import pytest

from app.errors import Malformed
from app.exports.kinds import Form, Kind, Options
from app.exports.making.forms import forms_of, forms_of_papers
from tests.exports.making.orders import made
from tests.support.told import Told


@pytest.mark.parametrize(
    ("form", "holds"),
    [
        (Form.MARKDOWN, "PP1 *The Vice-Ministers*"),
        (Form.HTML, '<html lang="en">'),
        (Form.AKOMA_NTOSO, "<num>PP1</num>"),
    ],
)
def test_the_clean_text_is_had_in_the_form_that_was_chosen(rcm: Told, form: Form, holds: str) -> None:
    assert holds in made(rcm, Kind.CLEAN, options=Options(form=form)).decode()


def test_without_libreoffice_its_forms_are_not_offered(rcm: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert forms_of(Kind.AGREED) == (Form.WORD, Form.AKOMA_NTOSO)
    assert forms_of(Kind.TABLE) == forms_of_papers() == (Form.WORD, Form.HTML, Form.MARKDOWN)
    assert forms_of(Kind.SHEETS) == (*forms_of_papers(), Form.AKOMA_NTOSO)
    assert forms_of(Kind.CLEAN) == (Form.WORD, Form.HTML, Form.MARKDOWN, Form.AKOMA_NTOSO)
    with pytest.raises(Malformed):
        made(rcm, Kind.TABLE, options=Options(form=Form.PDF))


def test_a_form_that_cannot_hold_a_document_is_refused(rcm: Told) -> None:
    with pytest.raises(Malformed):
        made(rcm, Kind.COMPILATION, options=Options(form=Form.HTML))
