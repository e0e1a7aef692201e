"""The article with which the name of a State stands inside a sentence."""

_BEGIN = ("United ", "Dominican Republic", "Central African Republic", "Democratic Republic")
_END = (" Republic", " Islands", " Emirates", " Federation", " Union")
_ALONE = frozenset({"Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines", "Holy See"})


def with_article(name: str, language: str) -> str:
    """ "the United States" in English, where that is how it is said; in other languages the name as it is."""
    if language.split("-")[0] != "en":
        return name
    needed = name.startswith(_BEGIN) or name.endswith(_END) or name in _ALONE
    return f"the {name}" if needed else name
