"""The language of a text as Word knows it."""

# Word proofs, and dates are spelled, by region; where a tag names none, that of the United Nations' usage is meant.
_REGIONS = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR", "pt": "pt-BR"}


def regional(language: str) -> str:
    """The BCP 47 tag `language` with the region Word needs."""
    return _REGIONS.get(language.lower(), language)
