"""The language of a text as Word knows it, and its way of writing dates."""

from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

# Word proofs, and dates are spelled, by region; where a tag names none, that of the United Nations' usage is meant.
_REGIONS = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR", "pt": "pt-BR"}


def regional(language: str) -> str:
    """The BCP 47 tag `language` with the region Word needs."""
    return _REGIONS.get(language.lower(), language)


def called(language: str, within: str) -> str:
    """What a language is called in the language `within` ("inglés"); its tag where that is not known."""
    try:
        return Locale.parse(language, sep="-").get_display_name(Locale.parse(within, sep="-")) or language
    except (ValueError, UnknownLocaleError):
        return language


def spelled(day: date, language: str) -> str:
    """The day as it is written out in a language; in figures where the language is not known."""
    try:
        return format_date(day, format="long", locale=Locale.parse(regional(language), sep="-"))
    except (ValueError, UnknownLocaleError):
        return day.isoformat()
