"""Two Word files compared: the old one comes back with native tracked changes that make the new one of it.

Rejecting all of them gives the old text and its formatting, accepting all gives the new. What is compared:

- the body, the headers and footers of every section, notes, text boxes: word by word, across the ends of paragraphs;
- what fields show, word by word; with another instruction, a field goes and comes;
- tables row by row and cell by cell; a table of another width, and rows that are not alike, go and come whole;
- the properties of characters, paragraphs, sections, tables, rows, cells, and of the styles in use, as tracked formatting;
- links, drawings, formulas: kept where they are equal, gone and come whole where not;
- styles, lists, notes, pictures and addresses that inserted content needs are brought over under new ids.

What is not, so that the old document's stays: comments, bookmarks, content controls around words that stay, what styles
are based on, fonts and sizes by default, themes, settings. Changes by others that are still pending in the old document
stay under their names and are read as accepted, as those of the new one are. Nothing is marked for what Word writes for
itself: revision ids, proofing, the numbers of drawings, how runs are cut; nor for what another program says of a look that
nobody sees, because it is inherited, or so anyway.
"""

from datetime import datetime

from app.word.compare.canon import used_ids
from app.word.compare.comparison import Comparison
from app.word.compare.incomparable import NESTED, Incomparable, require_comparable, require_keepable
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
    try:
        Comparison(base, other, Marks(author, at, used_ids(base))).run()
    except RecursionError:
        # How deep is too deep, depends on what is in what, and on how deep in calls we are when we are asked.
        raise Incomparable(NESTED) from None
    return base.write()
