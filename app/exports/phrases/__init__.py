"""The few words of our own that stand in a document, in the language of the document rather than of the page."""

from app.exports.phrases import en, es, fr, pt
from app.exports.phrases.words import Wording

__all__ = ["WORDINGS", "Wording", "wording"]

WORDINGS = {"en": en.WORDING, "es": es.WORDING, "pt": pt.WORDING, "fr": fr.WORDING}


def wording(language: str) -> Wording:
    """The words in `language`, a language tag; in English where we have none."""
    return WORDINGS.get(language.split("-")[0].lower(), WORDINGS["en"])
