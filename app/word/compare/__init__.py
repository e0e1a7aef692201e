"""Two Word files compared: the old one comes back with native tracked changes that make the new one of it.

Rejecting all of them gives the old text and its formatting, accepting all gives the new. What is compared:

- the body, headers and footers that pair up, footnotes and endnotes: word by word, across the ends of paragraphs;
- character and paragraph formatting, as tracked changes of formatting;
- tables row by row and cell by cell; a table of another width, and rows that are not alike, go and come whole;
- links, fields, drawings, formulas: kept where they are equal, gone and come whole where not;
- styles, lists, notes, pictures and addresses that inserted content needs are brought over under new ids.

What is not compared, so that the old document's stays: how styles with one name are defined, page layout, properties of
tables and cells, comments, bookmarks, headers that have no counterpart. Changes that are still pending in either file are
taken as accepted first. Nothing is marked for what Word writes for itself: revision ids, proofing, how runs are cut.
"""

from datetime import datetime

from app.word.compare.canon import used_ids
from app.word.compare.comparison import Comparison
from app.word.compare.incomparable import Incomparable, pending, require_comparable
from app.word.compare.marks import Marks
from app.word.package import Package
from app.word.resolve import resolve
from app.word.settling import by_authors

__all__ = ["Incomparable", "compare", "pending"]


def compare(old: bytes, new: bytes, author: str, at: datetime) -> bytes:
    """The file `old` with tracked changes by `author`, of the time `at`, that make the text of `new` of it.

    The same arguments give the same bytes. Equal documents give no marks. Raises Unreadable, Incomparable.
    """
    base, other = Package.read(old), Package.read(new)
    for package in (base, other):
        require_comparable(package)
        resolve(package, True, by_authors(None))
    Comparison(base, other, Marks(author, at, used_ids(base))).run()
    return base.write()
