"""The few words of our own that stand in a document, in the language of the document rather than of the page."""

from dataclasses import dataclass

from app.text.compilation import Phrases


@dataclass(frozen=True, slots=True)
class Wording:
    """`redline` and `compilation` say what a document is; `general` heads a proposal on the text as a whole."""

    redline: str
    compilation: str
    general: str
    proposals: Phrases


WORDINGS = {
    "en": Wording(
        redline="{new} compared with {old}",
        compilation="Compilation of amendments on {base}",
        general="{sponsors}, on the text as a whole ({name}): {statement}",
        proposals=Phrases(),
    ),
    "es": Wording(
        redline="{new} comparada con {old}",
        compilation="Compilación de enmiendas a {base}",
        general="{sponsors}, sobre el texto en su conjunto ({name}): {statement}",
        proposals=Phrases(
            delete="suprimir",
            keep="sin cambios",
            move_after="trasladar después de {place}",
            move_first="trasladar al comienzo",
        ),
    ),
    "pt": Wording(
        redline="{new} comparada com {old}",
        compilation="Compilação de emendas a {base}",
        general="{sponsors}, sobre o texto em seu conjunto ({name}): {statement}",
        proposals=Phrases(
            delete="suprimir",
            keep="sem alteração",
            move_after="deslocar para depois de {place}",
            move_first="deslocar para o início",
        ),
    ),
    "fr": Wording(
        redline="{new} comparée à {old}",
        compilation="Compilation des amendements à {base}",
        general="{sponsors}, sur l’ensemble du texte ({name}) : {statement}",
        proposals=Phrases(
            delete="supprimer",
            keep="sans changement",
            move_after="déplacer après {place}",
            move_first="déplacer au début",
        ),
    ),
}


def wording(language: str) -> Wording:
    """The words in `language`, a language tag; in English where we have none."""
    return WORDINGS.get(language.split("-")[0].lower(), WORDINGS["en"])
