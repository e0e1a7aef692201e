"""A text in its other languages, paragraph by paragraph. The language it is negotiated in stays the authoritative one.

enter       what paragraphs say in another language
concord     somebody's word that a translation means what the paragraph means
in_language a revision in another language, each paragraph with how its translation stands
"""

from app.drafting.translations.concording import concord
from app.drafting.translations.entering import Words, enter
from app.drafting.translations.reading import LanguageVersion, Rendered, in_language
from app.drafting.translations.states import Standing

__all__ = ["LanguageVersion", "Rendered", "Standing", "Words", "concord", "enter", "in_language"]
