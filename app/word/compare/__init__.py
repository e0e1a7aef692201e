"""Two Word files compared: the old one comes back with native tracked changes that make the new one of it.

Rejecting all of them gives the old text and its formatting, accepting all gives the new. What is compared:

- the body, headers and footers that pair up, footnotes and endnotes: word by word, across the ends of paragraphs;
- character and paragraph formatting, as tracked changes of formatting;
- tables row by row and cell by cell; a table of another width, and rows that are not alike, go and come whole;
- links, fields, drawings, formulas: kept where they are equal, gone and come whole where not;
- styles, lists, notes, pictures and addresses that inserted content needs are brought over under new ids.

The page, the headers of every section, and the properties of tables, rows and cells are compared as well. What is not, so
that the old document's stays: how styles with one name are defined, comments, bookmarks. Changes by others that are still
pending in the old document stay under their names and are read as accepted, as those of the new one are. Nothing is marked
for what Word writes for itself: revision ids, proofing, how runs are cut.
"""

from datetime import datetime

from app.word.compare.canon import used_ids
from app.word.compare.comparison import Comparison
from app.word.compare.incomparable import Incomparable, require_comparable, require_keepable
from app.word.compare.marks import Marks
from app.word.package import Package
from app.word.resolve import resolve
from app.word.settling import by_authors

__all__ = ["Incomparable", "compare", "compared", "opened_new", "opened_old"]


def compare(old: bytes, new: bytes, author: str, at: datetime) -> bytes:
    """The file `old` with tracked changes by `author`, of the time `at`, that make the text of `new` of it.

    The same arguments give the same bytes. Equal documents give no marks. Raises Unreadable, Incomparable.
    """
    return compared(opened_old(old), opened_new(new), author, at)


def opened_old(data: bytes) -> Package:
    """The old file, fit to be compared. Raises Unreadable, Incomparable."""
    package = Package.read(data)
    require_comparable(package)
    require_keepable(package)
    return package


def opened_new(data: bytes) -> Package:
    """The new file, fit to be compared: with every change in it accepted. Raises Unreadable, Incomparable."""
    package = Package.read(data)
    require_comparable(package)
    resolve(package, True, by_authors(None))
    return package


def compared(base: Package, other: Package, author: str, at: datetime) -> bytes:
    """As `compare`, of files that are open."""
    Comparison(base, other, Marks(author, at, used_ids(base))).run()
    return base.write()
