"""Delegates edit our files in LibreOffice, act by act; what comes back is read as LibreOffice itself shows it."""

import pytest

from app.drafting.returned.reading import joined
from app.text.apply import apply
from app.text.change import Act, Move
from app.text.document import Document
from app.text.paragraph import Role
from app.text.rows import cells
from app.text.runs import NOTE_ANCHOR, plain
from app.word.changes import changes
from app.word.resolve import accept, reject
from app.word.returned import Base, returned
from tests.support import pandoc
from tests.support.delegates import Done, Job, at_work
from tests.support.laws import DEPTH
from tests.support.oracles import accepted, paragraphs, part, rejected, tight
from tests.word.returned.at_home import BASE, DELEGATIONS, compiled, for_the_capital
from tests.word.returned.coming_apart.test_laws import as_one
from tests.word.settling.lists import (
    listed_as_by_docx_scalpel,
    listed_as_by_libreoffice,
    listed_as_by_pandoc,
    marks_listed_as_by_pandoc,
)

pytestmark = pytest.mark.office
PEOPLE = ("Ana López", "Berta Ruiz", "Guatemala")
# What goes inside what came; of the two LibreOffice keeps one.
NESTED = [f".//{{*}}{came}/{{*}}{went}" for came in ("ins", "moveTo", "moveFrom") for went in ("del", "moveFrom")]


def job(seed: int) -> Job:
    return Job(
        compiled() if seed % 4 == 3 else for_the_capital(),
        seed,
        acts=2 + seed % 7,
        by=PEOPLE[: 1 + seed % 3],
        unrecorded=seed % 5 == 4,
        through_odt=seed % 11 == 10,
        impersonal=seed % 13 == 12,
    )


@pytest.fixture(scope="module")
def edited(tmp_path_factory) -> list[Done]:
    jobs = [job(seed) for seed in range(24 * DEPTH)]
    done = at_work(jobs, tmp_path_factory.mktemp("edited"))
    assert len(done) > 0.9 * len(jobs)
    return done


def seen(lines: list[str]) -> list[str]:
    """Paragraphs that have words, without the joiner that LibreOffice puts into a tracked row."""
    return tight(line.replace("\u200d", "").replace(NOTE_ANCHOR, "") for line in lines)


def said(document: Document) -> list[str]:
    rows = ((map(plain, cells(each.runs)) if each.role is Role.ROW else [each.text]) for each in document)
    return seen([words for row in rows for words in row])


def is_compilation(one: Done) -> bool:
    return one.job.seed % 4 == 3


def was_recorded(one: Done) -> bool:
    """Whether LibreOffice wrote down all that was done."""
    return not one.job.unrecorded and seen(paragraphs(reject(one.file))) == seen(paragraphs(one.job.data))


def test_accepted_it_reads_as_in_libreoffice(edited):
    """As before it was saved; or as LibreOffice reads it again, where it cannot write down what it showed, as that the
    words before and after a table that goes are one paragraph."""
    for one in edited:
        case, ours = (one.job.seed, one.acts), seen(paragraphs(accept(one.file)))
        assert ours in (seen(one.accepted), seen(one.accepted_again)), case
        assert ours == seen(accepted(one.file)), case


def test_rejected_it_is_what_went_out(edited):
    """Where one deletes in what another inserted or moved, LibreOffice may not write that it was inserted."""
    for one in edited:
        case, ours = (one.job.seed, one.acts), seen(paragraphs(reject(one.file)))
        assert ours == seen(rejected(one.file)), case
        if len(one.job.by) == 1 and not one.job.unrecorded and not is_compilation(one):
            assert ours == seen(one.rejected) == seen(paragraphs(one.job.data)), case


def test_the_list_of_changes_is_that_of_three_others(edited, tmp_path):
    told = pandoc.told([one.file for one in edited], tmp_path)
    for one, theirs in zip(edited, told, strict=True):
        case, found = (one.job.seed, one.acts), changes(one.file)
        listed_as_by_docx_scalpel(one.file, case)
        listed_as_by_pandoc(found, theirs, case, rows_go=True)
        marks_listed_as_by_pandoc(found, theirs, case)
        if not any(map(part(one.file).findall, NESTED)):
            listed_as_by_libreoffice(found, one.listed, case)


def test_it_comes_apart_into_what_was_done(edited):
    for one in edited:
        case = (one.job.seed, one.acts)
        back = returned(one.file, [Base("r", BASE)])
        acts = as_one(BASE, joined(back.found))
        result, wanted = said(apply(BASE, acts)), seen(paragraphs(accept(one.file)))
        # What one puts after a paragraph goes with it when another moves it.
        in_order = len(back.authors) == 1 or not any(isinstance(act, Move) for act in acts)
        assert (result == wanted) if in_order else (sorted(result) == sorted(wanted)), case
        assert back.remembered is not is_compilation(one), case
        assert len(back.groups) == len(back.found), case
        authors = {author for found in back.found for author in found.authors}
        assert one.job.impersonal or authors <= {*one.job.by, *(DELEGATIONS if is_compilation(one) else ())}, case
        if was_recorded(one) and not is_compilation(one):
            assert not any(found.untracked for found in back.found if not untold(one, found.acts)), case


def untold(one: Done, acts: tuple[Act, ...]) -> bool:
    """Whether OpenDocument cannot have told it: there is no record of what words looked like before."""
    return one.job.through_odt and said(apply(BASE, acts)) == said(BASE)
