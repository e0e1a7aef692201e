"""The processes, their delegations, the presidency, and the persons."""

from typing import Any

from app.accounts import users
from app.demonstration.story import BEGINNING, Story, facts
from app.processes import delegations, participants, presidency, processes
from app.processes.roles import Role, Standing
from app.record.actor import COMMAND_LINE

PASSWORD = "puebla-process-2017"
"""The password of every person of the demonstration, which runs on one's own machine only."""


def enter(story: Story) -> None:
    """Found both processes and seat everybody."""
    told = facts("seats")
    for process in told["process"]:
        _found(story, process)
    for person in told["person"]:
        _seat(story, person)


def people() -> list[tuple[str, str]]:
    """Whom to sign in as: what each is, and the e-mail address."""
    return [(person["show"], person["email"]) for person in facts("seats")["person"] if "show" in person]


def _found(story: Story, told: dict[str, Any]) -> None:
    session, slug = story.session, told["slug"]
    process = story.processes[slug] = processes.found(
        session,
        slug=slug,
        names=told["names"],
        languages=told["languages"],
        founded=told["founded"],
        by=COMMAND_LINE,
        at=BEGINNING,
    )
    prefix = "" if slug == "rcm" else f"{slug}:"
    for standing, codes in ((Standing.MEMBER, told["members"]), (Standing.OBSERVER, told.get("observers", []))):
        for code in codes:
            story.delegations[prefix + code] = delegations.seat_state(
                session,
                process,
                code,
                standing=standing,
                clearance=code in told.get("clearance", []),
                by=COMMAND_LINE,
                at=BEGINNING,
            )
    for organization in told.get("organization", []):
        story.delegations[prefix + organization["id"]] = delegations.seat_organization(
            session,
            process,
            organization["names"],
            standing=Standing(organization["standing"]),
            by=COMMAND_LINE,
            at=BEGINNING,
        )
    for term in told.get("presidency", []):
        presidency.enter_term(
            session,
            process,
            story.delegations[prefix + term["delegation"]],
            starts_on=term["starts_on"],
            ends_on=term.get("ends_on"),
            by=COMMAND_LINE,
            at=BEGINNING,
        )


def _seat(story: Story, told: dict[str, Any]) -> None:
    user = story.users[told["email"]] = users.create(
        story.session, email=told["email"], name=told["name"], password=PASSWORD, by=COMMAND_LINE, at=BEGINNING
    )
    for seat in told["seats"]:
        prefix = "" if seat["process"] == "rcm" else f"{seat['process']}:"
        delegation = story.delegations[prefix + seat["delegation"]] if "delegation" in seat else None
        participants.seat(
            story.session,
            story.processes[seat["process"]],
            user,
            Role(seat["role"]),
            delegation,
            by=COMMAND_LINE,
            at=BEGINNING,
        )
