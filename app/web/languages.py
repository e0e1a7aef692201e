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

LANGUAGES = ("es", "en")
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
    chosen = request.cookies.get(LANGUAGE_COOKIE) or (visitor.language if visitor else "")
    if chosen in LANGUAGES:
        return chosen
    wanted = [
        part.split(";")[0].strip().replace("-", "_") for part in request.headers.get("accept-language", "").split(",")
    ]
    return negotiate_locale([w for w in wanted if w], LANGUAGES) or default


def say(language: str, text: str, /, **values: object) -> str:
    """`text` in `language`, its {places} filled."""
    said = translations(language).gettext(text)
    return said.format(**values) if values else said
