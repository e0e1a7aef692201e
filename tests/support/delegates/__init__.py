"""Delegates who mark up our Word files in LibreOffice, driven through its own interface."""

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.support.comment_window import on_path
from tests.support.oracles import OFFICE_PYTHON, ORACLES, needed
from tests.support.programs import need


@dataclass(frozen=True)
class Job:
    """What to do to a file: so many `acts`, drawn by `seed`, each signed by one of `by`. `unrecorded`: the second half with
    recording switched off. `through_odt`: saved as OpenDocument, opened again and then as Word. `impersonal`: saved without
    personal information."""

    data: bytes
    seed: int
    acts: int
    by: tuple[str, ...]
    unrecorded: bool = False
    through_odt: bool = False
    impersonal: bool = False


@dataclass(frozen=True)
class Done:
    """A file that was edited, and what LibreOffice says of it: what it shows after accepting all before the file was saved,
    and after opening it again (`accepted_again`); after opening it and rejecting all; its list of changes and comments.
    `acts` tells what was done."""

    job: Job
    file: bytes
    acts: list[str]
    accepted: list[str]
    accepted_again: list[str]
    rejected: list[str]
    listed: dict[str, Any]


def at_work(jobs: Sequence[Job], folder: Path) -> list[Done]:
    """The files after these jobs, one start of LibreOffice for all. A job at which it breaks down itself is left out."""
    need("libreoffice"), need("uno")
    orders = []
    for place, job in enumerate(jobs):
        paths = {"file": folder / f"{place}.given.docx", "to": folder / f"{place}.docx"}
        paths["file"].write_bytes(job.data)
        order = {name: value for name, value in asdict(job).items() if name != "data"}
        orders.append(order | {name: str(path) for name, path in paths.items()})
    (folder / "jobs.json").write_text(json.dumps(orders))
    oracles = needed(ORACLES / "accept_reject_lo.py").parent
    environment = {**os.environ, "PATH": on_path(folder), "PYTHONPATH": str(oracles), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [OFFICE_PYTHON, Path(__file__).with_name("work.py"), folder / "jobs.json"]
    said = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60 + 5 * len(jobs), check=False)
    answers = [json.loads(line) for line in said.stdout.splitlines()]
    assert len(answers) == len(jobs), said.stderr
    return [
        Done(job, Path(order["to"]).read_bytes(), answer.pop("done"), **answer)
        for job, order, answer in zip(jobs, orders, answers, strict=True)
        if "broke_down" not in answer
    ]
