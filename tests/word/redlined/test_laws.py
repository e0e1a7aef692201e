"""The file of any amendments on any text says, to us and to programs that are not ours, exactly what was proposed."""

from collections import Counter, defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from app.text.merge import Merged, merge
from app.text.redline import accepted, only
from app.word.changes import changes
from app.word.resolve import accept, reject
from tests.support import oracles, pandoc
from tests.support.laws import DEPTH
from tests.support.oracles import tight
from tests.word.redlined.compilations import (
    compiled,
    letters,
    listed,
    listed_marks,
    listed_notes,
    listed_reasons,
    marks_put_in,
    moved_and_reworded,
    notes_put_in,
    places,
    put_in,
    reasons_put_in,
    some_paragraph_stays,
    texts,
)

few = settings(max_examples=30 * DEPTH, deadline=None)


@few
@given(compiled())
def test_rejecting_all_gives_the_base_and_accepting_all_the_result(made):
    base, result = texts(made.base), texts(accepted(made.redline))
    merged = merge(made.base, made.proposed)
    if isinstance(merged, Merged):
        assert result == texts(merged.document)
    for ours, theirs, expected in (
        (reject(made.file), oracles.rejected(made.file), base),
        (accept(made.file), oracles.accepted(made.file), result),
    ):
        assert made.read(oracles.paragraphs(ours)) == made.read(theirs) == made.read(expected)
    with TemporaryDirectory() as folder:
        (told,) = pandoc.told([made.file], Path(folder))
    assert tight(made.read(told.rejected)) == tight(made.read(base))
    assert tight(made.read(told.accepted)) == tight(made.read(result))


@pytest.mark.office
@settings(max_examples=1 + DEPTH // 10, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.lists(compiled(), min_size=12, max_size=12))
def test_libreoffice_reads_the_same(many):
    # Where no paragraph stays, what goes and what comes share a mark, which LibreOffice lets run on into the next.
    many = [made for made in many if not made.takes_back and some_paragraph_stays(made.redline.lines)]
    files = {f"f{number}": made.file for number, made in enumerate(many)}
    with TemporaryDirectory() as folder:
        for what in ("accept", "reject"):
            answers = oracles.office(what, files, Path(folder))
            for made, answer in zip(many, answers.values(), strict=True):
                expected = made.base if what == "reject" else accepted(made.redline)
                # LibreOffice puts a joiner of its own into an empty row that is tracked.
                said = [words.replace("\u200d", "") for words in answer["body"]]
                assert tight(made.read(said)) == tight(made.read(texts(expected)))


@few
@given(compiled())
def test_the_file_is_sound(made):
    assert oracles.lint(made.file) == []
    with TemporaryDirectory() as folder:
        assert oracles.schema_errors(made.file, Path(folder)) == []


@few
@given(compiled())
def test_the_list_of_changes_is_what_was_put_in(made):
    found = changes(made.file)
    assert listed(found) == put_in(made)
    assert listed_notes(found) == notes_put_in(made)
    assert listed_reasons(found) == reasons_put_in(made)
    if some_paragraph_stays(made.redline.lines) and not made.has_rows:
        assert listed_marks(found) == marks_put_in(made)


@few
@given(compiled())
def test_pandoc_lists_the_same(made):
    found = changes(made.file)
    with TemporaryDirectory() as folder:
        (told,) = pandoc.told([made.file], Path(folder))
    words, marks = defaultdict(str), Counter()
    for kind, author, date, text in told.marked:
        doing = {"insertion": "come", "deletion": "go"}.get(kind.removeprefix("paragraph-"))
        if kind.startswith("paragraph-"):
            marks[doing, author, date] += 1
        elif doing:
            words[doing, author, date] += letters(text)
    ours = {fate: Counter(text) for fate, text in listed(found).items()}
    for (fate, text), count in listed_notes(found).items():
        ours[fate] = ours.get(fate, Counter()) + Counter(text * count)
    assert {fate: Counter(text) for fate, text in words.items() if text} == ours
    assert marks <= listed_marks(found)
    both = any(line.inserted_by is not None and line.deleted_by is not None for line in made.redline.lines)
    if not both and all(line.paragraph.text.strip() for line in made.redline.lines):
        assert marks == listed_marks(found)


@few
@given(compiled())
def test_one_delegation_accepted_and_the_others_rejected_is_the_base_with_its_amendments(made):
    assume(some_paragraph_stays(made.redline.lines) and not moved_and_reworded(made.redline.lines))
    for delegation in made.delegations:
        own = made.of(delegation)
        expected = texts(accepted(only(made.redline, {each.id for each in own})))
        partly = accept(made.file, [delegation])
        assert delegation not in {change.author for change in changes(partly) if change.kind != "comment"}
        assert made.read(oracles.paragraphs(reject(partly))) == made.read(oracles.rejected(partly)) == made.read(expected)
        alone = reject(made.file, [each for each in made.delegations if each != delegation])
        assert made.read(oracles.paragraphs(accept(alone))) == made.read(oracles.accepted(alone)) == made.read(expected)


@few
@given(compiled())
def test_amendments_in_places_of_their_own_come_singly_as_each_delegation_meant_them(made):
    # Where no paragraph stays, what goes and what comes share a mark.
    assume(some_paragraph_stays(made.redline.lines) and isinstance(merge(made.base, made.proposed), Merged))
    for delegation in made.delegations:
        own = made.of(delegation)
        if places(own) & places(each for each in made.proposed if each not in own):
            continue  # What several say alike shows under the first of them.
        merged = merge(made.base, own)
        assert isinstance(merged, Merged)
        assert made.read(oracles.rejected(accept(made.file, [delegation]))) == made.read(texts(merged.document))
