"""The languages of the pages: catalogues, and which one a reader gets.

English is the language of the source. A catalogue is one .po file for each storey, `locales/<language>/<storey>.po`, read
when the service starts: there is no compiled copy that could be stale.
"""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel import negotiate_locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from fastapi import Request

from app.accounts.models import User

LANGUAGES: tuple[str, ...] = ("es", "en")
LANGUAGE_COOKIE = "protempore_language"
LOCALES = Path(__file__).parent / "locales"


@cache
def translations(language: str) -> Translations:
    """Everything said in `language`; English says what the source says."""
    whole = Catalog(locale=language)
    for path in sorted((LOCALES / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id and message.string:
                    whole.add(message.id, message.string, context=message.context)
    buffer = BytesIO()
    write_mo(buffer, whole)
    buffer.seek(0)
    return Translations(buffer)


def language_of(request: Request, visitor: User | None, default: str) -> str:
    """The reader's own choice, else what their account says, else what their browser asks for, else the default."""
    for chosen in (request.cookies.get(LANGUAGE_COOKIE), visitor.language if visitor else None):
        if chosen in LANGUAGES:
            return chosen
    return negotiate_locale(_wanted(request.headers.get("accept-language", "")), LANGUAGES) or default


def _wanted(accept_language: str) -> list[str]:
    """The languages a browser asks for, the one it likes best first."""
    liked = []
    for part in accept_language.split(","):
        name, _, quality = part.partition(";")
        try:
            weight = float(quality.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if name.strip() and weight > 0:
            liked.append((weight, name.strip().replace("-", "_")))
    return [name for _, name in sorted(liked, key=lambda each: -each[0])]


def say(language: str, text: str, /, **values: object) -> str:
    """`text` in `language`, its {places} filled."""
    said = translations(language).gettext(text) if text else ""
    return said.format(**values) if values else said
