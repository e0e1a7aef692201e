import pytest

from app.text.tongue import tongue

ARTICLE = {
    "en": "Everyone has the right to freedom of movement and residence within the borders of each State. "
    "Everyone has the right to leave any country, including their own, and to return to that country.",
    "es": "Toda persona tiene derecho a circular libremente y a elegir su residencia en el territorio de un Estado. "
    "Toda persona tiene derecho a salir de cualquier país, incluso el propio, y a regresar a su país.",
    "fr": "Toute personne a le droit de circuler librement et de choisir sa résidence à l’intérieur d’un État. "
    "Toute personne a le droit de quitter tout pays, y compris le sien, et de revenir dans son pays avec les siens.",
    "pt": "Toda a pessoa tem o direito de livremente circular e escolher a sua residência no interior de um Estado. "
    "Toda a pessoa tem o direito de abandonar o país em que se encontra, incluindo o seu, e o direito de regressar ao seu.",
}


@pytest.mark.parametrize("language", list(ARTICLE))
def test_a_text_is_told_by_its_commonest_words(language):
    assert tongue(ARTICLE[language]) == language


@pytest.mark.parametrize("text", ["", "Recalling the Charter,", "12 14 16"])
def test_of_little_nothing_is_said(text):
    assert tongue(text) is None


def test_of_two_languages_beside_each_other_nothing_is_said():
    assert tongue(ARTICLE["en"] + ARTICLE["es"]) is None
