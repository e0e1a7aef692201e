"""Whether what is kept of a negotiation is what the record says was done.

The record proves itself (`app.record.chain.verify`); this compares the texts, the versions of amendments, the decisions and
the translations with it, both ways: nothing kept that was never done, nothing done that is no longer kept, and not a word
different.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, select

from app.drafting.amendments.marks import version_facts
from app.drafting.models import AmendmentVersion, Decision, Revision
from app.drafting.texts import text_of
from app.drafting.translations.models import Translation
from app.record.chain import entries
from app.text.fingerprint import fingerprint

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A `kind` of thing ("revision", "version", "decision", "translation"), which one, and what is wrong with it:
    "unrecorded", "missing" or "altered"."""

    kind: str
    which: str
    what: str


def discrepancies(session: Session) -> tuple[Discrepancy, ...]:
    """All there are; none when every text, version, decision and translation is as it was recorded."""
    recorded = dict(_recorded(session))
    kept = dict(_kept(session))
    found = []
    for (kind, which), facts in kept.items():
        if (kind, which) not in recorded:
            found.append(Discrepancy(kind, which, "unrecorded"))
        elif recorded[kind, which] != facts:
            found.append(Discrepancy(kind, which, "altered"))
    found += [Discrepancy(kind, which, "missing") for kind, which in recorded.keys() - kept.keys()]
    return tuple(sorted(found, key=lambda each: (each.kind, each.which)))


def _kept(session: Session) -> Iterator[tuple[tuple[str, str], Facts]]:
    for revision in session.exec(select(Revision)):
        same = revision.fingerprint == fingerprint(text_of(session, revision.id))
        facts = {"name": revision.name, "number": revision.number, "fingerprint": revision.fingerprint if same else None}
        yield ("revision", str(revision.id)), facts
    for version in session.exec(select(AmendmentVersion)):
        yield ("version", f"{version.amendment_id} {version.number}"), version_facts(version)
    for decision in session.exec(select(Decision)):
        facts = {"outcome": decision.outcome, "acts": decision.acts, "note": decision.note}
        yield ("decision", f"{decision.amendment_id} {decision.number}"), facts
    for words in session.exec(select(Translation)):
        which = f"{words.declaration_id} {words.language} {words.paragraph_key} {words.number}"
        yield ("translation", which), {"revision": str(words.revision_id), "runs": words.runs}


def _recorded(session: Session) -> Iterator[tuple[tuple[str, str], Facts]]:
    for entry in entries(session):
        noun, _, verb = entry.act.partition(".")
        if not isinstance(entry.after, dict):
            continue
        if entry.act == "revision.issue":
            facts = {name: entry.after[name] for name in ("name", "number", "fingerprint")}
            yield ("revision", entry.subject_id), facts
        elif entry.act in ("amendment.table", "amendment.correct"):
            names = ("tabled_version", "base", "acts", "audience", "reason_sha256", "late")
            which = f"{entry.subject_id} {entry.after['tabled_version']}"
            yield ("version", which), {name: entry.after[name] for name in names}
        elif entry.act == "translation.enter":
            for words in entry.after["paragraphs"]:
                which = f"{entry.subject_id} {entry.after['language']} {words['key']} {words['number']}"
                yield ("translation", which), {"revision": entry.after["revision"], "runs": words["runs"]}
        elif noun == "decision":
            which = f"{entry.subject_id} {entry.after['decision']}"
            yield ("decision", which), {"outcome": verb, "acts": entry.after["acts"], "note": entry.after["note"]}
