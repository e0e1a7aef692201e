"""What pages read, scoped to who asks. What the actor may not see does not exist: Unknown.

Rows to act on            find_declaration, find_revision, find_amendment, find_numbered, find_sponsorship,
                          find_term_request, find_agenda_link
Declarations              declarations_of, declaration, draft
Texts                     current, reading, revision, compare, paragraph_history
Amendments                amendments_of, amendment, preview, compilable
The chair                 desk
Everybody                 my_work, comments_on, term_requests, agenda_links_of, links_of_item, meetings_of, items_of,
                          names_of

`language` is the reader's: names of delegations, their order, and labels of paragraphs are in it.
"""

from app.drafting.queries.agenda import ItemLine, MeetingLine, items_of, meetings_of
from app.drafting.queries.amendments import AmendmentView, amendment, amendments_of
from app.drafting.queries.compiled import Compilable, compilable, preview
from app.drafting.queries.declarations import DeclarationView, DraftView, RevisionHead, declaration, declarations_of, draft
from app.drafting.queries.desk import Desk, DeskClash, DeskEntry, DeskParagraph, desk
from app.drafting.queries.finding import (
    find_agenda_link,
    find_amendment,
    find_declaration,
    find_numbered,
    find_revision,
    find_sponsorship,
    find_term_request,
)
from app.drafting.queries.history import Event, paragraph_history
from app.drafting.queries.naming import Names, Sponsor, amendment_name, names_of
from app.drafting.queries.reading import Reading, ReadingParagraph, reading
from app.drafting.queries.redlines import Anchored, changed_lines
from app.drafting.queries.remarks import (
    CommentView,
    LinkView,
    TermView,
    agenda_links_of,
    comments_on,
    links_of_item,
    term_requests,
)
from app.drafting.queries.revisions import Comparison, RevisionView, compare, current, revision
from app.drafting.queries.work import Deadline, Task, Work, my_work

__all__ = [
    "AmendmentView",
    "Anchored",
    "CommentView",
    "Comparison",
    "Compilable",
    "Deadline",
    "DeclarationView",
    "Desk",
    "DeskClash",
    "DeskEntry",
    "DeskParagraph",
    "DraftView",
    "Event",
    "ItemLine",
    "LinkView",
    "MeetingLine",
    "Names",
    "Reading",
    "ReadingParagraph",
    "RevisionHead",
    "RevisionView",
    "Sponsor",
    "Task",
    "TermView",
    "Work",
    "agenda_links_of",
    "amendment",
    "amendment_name",
    "amendments_of",
    "changed_lines",
    "comments_on",
    "compare",
    "compilable",
    "current",
    "declaration",
    "declarations_of",
    "desk",
    "draft",
    "find_agenda_link",
    "find_amendment",
    "find_declaration",
    "find_numbered",
    "find_revision",
    "find_sponsorship",
    "find_term_request",
    "items_of",
    "links_of_item",
    "meetings_of",
    "my_work",
    "names_of",
    "paragraph_history",
    "preview",
    "reading",
    "revision",
    "term_requests",
]
