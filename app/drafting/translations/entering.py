"""What paragraphs say in another language is entered: one of them, or as many as a file brought."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from app.drafting.declarations.rows import words_of
from app.drafting.models import Declaration, Revision
from app.drafting.texts import require_current, text_of
from app.drafting.translations.models import Translation
from app.drafting.translations.policy import may_translate
from app.drafting.translations.reading import Rendered, in_language
from app.drafting.translations.rows import working_languages
from app.drafting.translations.states import Standing
from app.drafting.versions import lock, note
from app.errors import Malformed, OutOfPlace, Stale, Unknown, require
from app.record.actor import Actor
from app.text.runs import Runs
from app.text.stored import runs_to_plain


@dataclass(frozen=True, slots=True)
class Words:
    """What the paragraph under `key` shall say. `expected` is the number of the words that whoever wrote these had before
    them, 0 when there were none."""

    key: str
    runs: Runs
    expected: int


def enter(
    session: Session,
    declaration: Declaration,
    revision: Revision,
    language: str,
    given: Sequence[Words],
    *,
    by: Actor,
    at: datetime,
) -> list[Translation]:
    """Enter what paragraphs of the present revision say in `language`; the former words stay. Those that stand already are
    passed over; the same words again for a changed paragraph say that they still hold.

    Raises Denied, Malformed (no words, not a working language, a paragraph twice), TooLarge, Unknown (no such paragraph or
    revision), Stale (another text was issued, or somebody else was faster) and OutOfPlace (all of it stands already).
    """
    require(may_translate(by, declaration))
    lock(session, declaration)
    present = require_current(session, declaration)
    if revision.declaration_id != declaration.id:
        raise Unknown("There is no such revision.")
    if revision.id != present.id:
        raise Stale("{name} has been issued since you opened this. Look at the new text first.", name=present.name)
    if language not in working_languages(session, declaration):
        raise Malformed("This is not a language into which this text is translated.", field="language")
    if len({words.key for words in given}) < len(given):
        raise Malformed("A paragraph is given twice.", field="paragraphs")
    version = in_language(session, declaration, present, language, text_of(session, present.id))
    standing = {each.source.key: each for each in version.paragraphs}
    made: list[Translation] = []
    before: list[dict[str, Any]] = []
    for words in given:
        now = standing.get(words.key)
        if now is None:
            raise Unknown("There is no such paragraph in this text.")
        if now.number != words.expected:
            raise Stale("Somebody else has translated this paragraph since you opened it. Look at what it says now.")
        runs = words_of(words.runs)
        if now.standing is Standing.CURRENT and now.runs == runs:
            continue
        made.append(_row(declaration, present, language, now, runs, by, at))
        before.append({"key": words.key, "number": now.number, "runs": runs_to_plain(now.runs)})
    if not made:
        raise OutOfPlace("These words are there already.")
    session.add_all(made)
    session.flush()
    facts = {"language": language, "revision": str(present.id)}
    after = facts | {"paragraphs": [{"key": row.paragraph_key, "number": row.number, "runs": row.runs} for row in made]}
    subject = ("declaration", declaration.id)
    old = facts | {"paragraphs": before}
    note(session, "translation.enter", subject, declaration, by=by, at=at, before=old, after=after)
    return made


def _row(
    declaration: Declaration, present: Revision, language: str, now: Rendered, runs: Runs, by: Actor, at: datetime
) -> Translation:
    assert by.participant_id is not None
    return Translation(
        declaration_id=declaration.id,
        language=language,
        paragraph_key=now.source.key,
        number=now.number + 1,
        revision_id=present.id,
        runs=runs_to_plain(runs),
        made_by=by.participant_id,
        made_at=at,
    )
