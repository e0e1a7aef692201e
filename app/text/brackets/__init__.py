"""The brackets of a text: the passages not agreed, the alternatives between them, and the text when some are chosen.

`spans` finds square brackets and nothing else, in one paragraph. `grammar` reads a whole text as it is negotiated, `census`
counts what is not settled in it, `choices` settles some of it; `drafts` does so for documents.
"""

from app.text.brackets.census import Bracket, BracketKind, Census, Extent, census
from app.text.brackets.choices import Alternative, Choice, choices, choose, choose_everywhere
from app.text.brackets.drafts import Draft
from app.text.brackets.grammar import parse
from app.text.brackets.parts import text_of
from app.text.brackets.spans import Bracketing, Span, brackets, count, is_clean

__all__ = [
    "Alternative",
    "Bracket",
    "BracketKind",
    "Bracketing",
    "Census",
    "Choice",
    "Draft",
    "Extent",
    "Span",
    "brackets",
    "census",
    "choices",
    "choose",
    "choose_everywhere",
    "count",
    "is_clean",
    "parse",
    "text_of",
]
