import pytest

from app.text.openings import opens_closing, opens_operative, opens_preambular


@pytest.mark.parametrize(
    "text",
    [
        "Recalling its decision,",
        "Also recalling all decisions,",
        "Deeply concerned about the risks,",
        "Upholding the Charter,",
        "Recordando la Carta,",
        "Teniendo en cuenta el informe,",
        "Profundamente preocupados por la trata;",
        "Tendo em vista o relatório,",
        "Rappelant la Charte,",
        "Ayant examiné le rapport,",
        "[Recalling] its decision,",
        "Upholding the Charter, and",
        "Sosteniendo la Carta y",
        "Sustentando a Carta e",
        "Soutenant la Charte et",
    ],
)
def test_preambular(text):
    assert opens_preambular(text)


@pytest.mark.parametrize(
    "text",
    [
        "Recalling the following:",
        "Recalling it!",
        "Promoting Humane Migration",
        "Recognizing the need, we intend to act.",
        "Decides to act,",
        "Migrants, refugees,",
        "",
    ],
)
def test_not_preambular(text):
    assert not opens_preambular(text)


@pytest.mark.parametrize(
    "text",
    [
        "Decides to act.",
        "Also invites States to act.",
        "We affirm our commitment.",
        "Acuerdan cooperar.",
        "Se comprometen a cooperar.",
        "Nos comprometemos a proteger.",
        "Convidam os Estados.",
        "Décident de coopérer.",
        "[Decides] [Requests] that",
    ],
)
def test_operative(text):
    assert opens_operative(text)


def test_not_operative():
    assert not opens_operative("Protection of human rights")


@pytest.mark.parametrize(
    "text",
    ["Done at San José", "Hecho en Tegucigalpa", "Feito em Brasília", "Fait à Port-au-Prince", "[Adopted in plenary"],
)
def test_closing(text):
    assert opens_closing(text)


def test_not_closing():
    assert not opens_closing("Adopted children") and not opens_closing("Hechos")
