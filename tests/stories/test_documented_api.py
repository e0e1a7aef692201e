"""The examples of docs/api.md, run as they stand there, one after the other, against the demonstration."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

from app.db import reading
from app.drafting.proof import discrepancies
from app.word.changes import changes
from tests.support.programs import ROOT, need
from tests.support.server import Place, serving

DOCUMENTED = ROOT / "docs" / "api.md"
DEMONSTRATION = "http://127.0.0.1:8000"
IN_WORD = "# In Word: capital.docx is marked up, and saved as marked.docx."
MARKED = f"{shlex.quote(sys.executable)} -m tests.stories.marking capital.docx marked.docx"


def examples() -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```$", DOCUMENTED.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_examples_do_what_the_page_says(embedded_place: Place, tmp_path: Path) -> None:
    for program in ("bash", "curl", "jq"):
        need(program)
    script = "\n".join(f"echo '=== {place}'\n{example}" for place, example in enumerate(examples()))
    with serving(embedded_place) as server:
        assert DEMONSTRATION in script and IN_WORD in script
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script.replace(DEMONSTRATION, server.url).replace(IN_WORD, MARKED)],
            cwd=tmp_path,
            env={
                "PATH": "/usr/local/bin:/usr/bin:/bin",
                "PYTHONPATH": str(ROOT),
                "TOKEN": embedded_place.token("delegate@hn.example", "read", "draft", "table"),
                "SECRETARIAT": embedded_place.token("secretariat@rcm.example", "read", "desk"),
            },
            capture_output=True,
            text=True,
            timeout=120,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    said = re.split(r"^=== \d+\n", done.stdout, flags=re.MULTILINE)[1:]
    whole = "\n".join(said)
    assert '"delegation":"Honduras"' in said[0]
    assert "\tPP1\tpreambular" in whole and "AM.1\t" in whole
    assert "inserted: and to disasters as causes" in whole
    assert '"state": "tabled"' in whole and "idempotent-replay: true" in whole
    assert '"state": "accepted"' in whole
    assert '"status":403' in said[-1] and "does not have the scope “desk”" in said[-1]
    assert '"state": "done"' in whole
    assert changes((tmp_path / "compilation.docx").read_bytes())
    assert (tmp_path / "report.md").read_text().startswith("# Informe de la reunión")
    assert "capital\tdocx\t" in whole and "also without names" in whole
    assert "0\t0\tcarried\treplace\tAna\n1\t1\tcarried\treplace\tBerta\n2\t2\tcarried\treplace\tBerta\n" in whole
    assert re.findall(r'"name": "(AM.\d+)",\n  "state": "tabled"', said[-2]) == ["AM.15", "AM.16"]
    found = changes((tmp_path / "redline.docx").read_bytes())
    assert "Rev.1" in {change.author for change in found}
    with reading(embedded_place.engine) as session:
        assert discrepancies(session) == ()
