import re

import pytest

from app.errors import Malformed
from app.exports.kinds import MARKED, TRANSLATED, Form, Kind, MeetingKind, Options
from app.exports.making.forms import forms_of, forms_of_papers
from app.exports.phrases import WORDINGS
from tests.exports.making.orders import made
from tests.support.programs import ROOT
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
    assert forms_of(Kind.COMPILATION) == (Form.WORD, Form.AKOMA_NTOSO)
    assert forms_of(Kind.TABLE) == forms_of_papers() == (Form.WORD, Form.HTML, Form.MARKDOWN)
    assert forms_of(Kind.SHEETS) == (*forms_of_papers(), Form.AKOMA_NTOSO)
    assert forms_of(Kind.CLEAN) == (Form.WORD, Form.HTML, Form.MARKDOWN, Form.AKOMA_NTOSO)
    with pytest.raises(Malformed):
        made(rcm, Kind.TABLE, options=Options(form=Form.PDF))


def test_a_form_that_cannot_hold_a_document_is_refused(rcm: Told) -> None:
    with pytest.raises(Malformed):
        made(rcm, Kind.COMPILATION, options=Options(form=Form.HTML))


def rows() -> dict[str, tuple[str, str, str]]:
    """What docs/word.md says there is of each kind: its forms, whether without names, and in which other languages."""
    lines = (ROOT / "docs" / "word.md").read_text(encoding="utf-8").splitlines()
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in lines if re.match(r"\|[^|]+\| `\w+` \|", line)
    ]
    return {kind.strip("`"): (forms, nameless, languages) for _, kind, forms, nameless, languages in cells}


def test_the_table_in_the_documentation_says_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.exports.making.forms.is_installed", lambda: True)
    told = rows()
    assert list(told) == [each.value for each in (*Kind, *MeetingKind)]
    for kind in Kind:
        forms, nameless, languages = told[kind.value]
        assert forms == " ".join(f"`{form.value}`" for form in forms_of(kind)), kind
        assert (nameless == "yes") is (kind in MARKED), kind
        assert languages.startswith("any") is (kind in TRANSLATED), kind
    for kind in MeetingKind:
        forms, nameless, languages = told[kind.value]
        assert forms == " ".join(f"`{form.value}`" for form in forms_of_papers())
        assert nameless.startswith("no") and len(languages.split(", ")) == len(WORDINGS)
