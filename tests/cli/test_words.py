import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import COMMANDS, main
from app.text.normalise import normalise
from app.word.changes import changes
from app.word.read import read
from tests.support.programs import need_shared
from tests.word.making import dele, docx, ins, p, t
from tests.word.odt import making as opendocument

OLD = ["Draft declaration", "We, the States,", "1. To protect migrants in transit.", "2. To share information.", "The end."]
NEW = ["Draft declaration", "We, the States,", "1. To protect all migrants in transit.", "The end.", "Signed."]
DATE = "2017-04-24T15:30:00Z"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str):
        return CliRunner().invoke(main, list(arguments))

    return invoke


@pytest.fixture
def base(tmp_path):
    (tmp_path / "base.txt").write_text("\n\n".join(OLD), encoding="utf-8")
    return OLD


def lines(path, accept=True) -> list[str]:
    return [found.text for found in read(path.read_bytes(), accept=accept).paragraphs]


def write_word(path, paragraphs) -> None:
    path.write_bytes(docx("".join(p(t(text)) for text in paragraphs), styles="", settings=""))


def amend(path, *entries) -> None:
    path.write_text(json.dumps({"amendments": list(entries)}), encoding="utf-8")


def amendment(identifier, *acts, by=("Guatemala",), **more):
    return {"id": identifier, "by": list(by), "changes": list(acts), **more}


REPLACE = {"act": "replace", "key": "p3", "text": "1. To protect victims of crimes in transit."}


def test_every_command_is_where_the_table_says_and_teaches(run):
    helped = run("--help")
    assert helped.exit_code == 0
    for name in COMMANDS:
        assert name in helped.output
        assert run(name, "--help").exit_code == 0
    for name in ("redline", "compile", "changes", "accept", "reject", "text"):
        text = run(name, "--help").output
        assert f"protempore {name} " in text and "Exit codes" in text


def test_starting_imports_no_engine():
    heavy = ("lxml", "docx", "sqlalchemy", "fastapi")
    code = f"import sys; import app.cli; print([name for name in {heavy!r} if name in sys.modules])"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("old", ["old.txt", "old.odt", "old.docx"])
@pytest.mark.parametrize("new", ["new.txt", "new.docx"])
def test_redline_accepts_to_the_new_and_rejects_to_the_old(run, tmp_path, old, new):
    for name, paragraphs in ((old, OLD), (new, NEW)):
        if name.endswith(".txt"):
            (tmp_path / name).write_text("\r\n".join(paragraphs), encoding="utf-8-sig")
        elif name.endswith(".odt"):
            (tmp_path / name).write_bytes(opendocument.odt("".join(map(opendocument.p, paragraphs))))
        else:
            write_word(tmp_path / name, paragraphs)
    result = run("redline", old, new, "-o", "out.docx", "--author", "Secretariat", "--date", DATE)
    assert result.exit_code == 0, result.output
    out = tmp_path / "out.docx"
    assert lines(out) == NEW
    assert lines(out, accept=False) == OLD
    found = changes(out.read_bytes())
    assert {change.author for change in found} == {"Secretariat"}
    assert {change.date for change in found} == {DATE}
    run("redline", old, new, "-o", "again.docx", "--author", "Secretariat", "--date", DATE)
    assert (tmp_path / "again.docx").read_bytes() == out.read_bytes()


def test_the_date_is_given_or_from_the_environment(run, tmp_path, base, monkeypatch):
    (tmp_path / "new.txt").write_text("Other.", encoding="utf-16")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert run("redline", "base.txt", "new.txt", "-o", "out.docx", "--author", "TS").exit_code == 0
    assert {change.date for change in changes((tmp_path / "out.docx").read_bytes())} == {"1970-01-02T00:00:00Z"}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    result = run("redline", "base.txt", "new.txt", "-o", "out.docx", "--author", "TS")
    assert result.exit_code == 1 and "SOURCE_DATE_EPOCH" in result.output
    assert run("redline", "base.txt", "new.txt", "-o", "out.docx", "--author", "TS", "--date", "today").exit_code == 2
    assert run("redline", "base.txt", "new.txt", "-o", "out.docx", "--author", " ").exit_code == 2


def test_compile_shows_each_amendment_under_its_name(run, tmp_path, base):
    amend(
        tmp_path / "a.json",
        amendment("a", REPLACE, at="2017-03-30T10:00:00Z", reason="Victims need it."),
        amendment(
            "b",
            {"act": "insert", "after": "p4", "text": "3. To act."},
            {"act": "delete", "key": "p4"},
            by=["Honduras", "Panama"],
        ),
        amendment("c", {"act": "move", "key": "p5", "after": None}, by=["Mexico"]),
    )
    result = run("compile", "base.txt", "a.json", "-o", "out.docx", "--date", DATE)
    assert result.exit_code == 0, result.output
    out = tmp_path / "out.docx"
    assert lines(out, accept=False) == OLD
    assert lines(out) == ["The end.", OLD[0], OLD[1], REPLACE["text"], "3. To act."]
    found = changes(out.read_bytes())
    assert {change.author for change in found} == {"Guatemala", "Honduras, Panama", "Mexico"}
    assert [(change.author, change.text) for change in found if change.kind == "comment"] == [
        ("Guatemala", "Victims need it.")
    ]
    assert {change.date for change in found if change.author == "Guatemala"} == {"2017-03-30T10:00:00Z"}
    assert {change.date for change in found if change.author == "Mexico"} == {DATE}


def test_rivals_stand_in_brackets_and_the_base_stays(run, tmp_path, base):
    amend(
        tmp_path / "a.json",
        amendment("a", REPLACE),
        amendment("b", REPLACE | {"text": "1. To protect workers in transit."}, by=["Mexico"]),
    )
    assert run("compile", "base.txt", "a.json", "-o", "out.docx").exit_code == 0
    accepted = lines(tmp_path / "out.docx")[2]
    assert "[Guatemala: " in accepted and "[Mexico: " in accepted and "migrants" in accepted
    assert lines(tmp_path / "out.docx", accept=False) == OLD


def test_a_compilation_speaks_the_language_of_its_text(run, tmp_path, base):
    amend(tmp_path / "a.json", amendment("a", REPLACE), amendment("b", {"act": "delete", "key": "p3"}, by=["Mexico"]))
    assert run("compile", "base.txt", "a.json", "-o", "out.docx", "--language", "es").exit_code == 0
    assert "[Mexico: suprimir]" in lines(tmp_path / "out.docx")[2]


def test_an_anonymous_compilation_holds_no_name(run, tmp_path, base):
    amend(
        tmp_path / "a.json",
        amendment("GTM-1", REPLACE, reason="The Guatemalan courts ask for it.", at="2017-03-30T10:00:00Z"),
        amendment("MEX-1", REPLACE | {"text": "1. To protect workers."}, by=["Mexico"], reason="Shorter."),
        amendment("MEX-2", {"act": "insert", "after": None, "text": "Preface."}, by=["Mexico"]),
    )
    result = run("compile", "base.txt", "a.json", "-o", "out.docx", "--anonymous", "--date", DATE)
    assert result.exit_code == 0, result.output
    assert "1 reason(s)" in result.stderr
    found = changes((tmp_path / "out.docx").read_bytes())
    assert {change.author for change in found} == {"Proposal"}
    assert {change.date for change in found} == {DATE}
    assert "Shorter." in [change.text for change in found]
    with zipfile.ZipFile(tmp_path / "out.docx") as archive:
        whole = b" ".join(archive.read(name) for name in archive.namelist()).lower()
    assert not [word for word in (b"guatemala", b"mexico", b"gtm", b"mex-") if word in whole]


def test_an_anonymous_compilation_does_not_tell_in_which_order_the_proposals_came(run, tmp_path, base):
    entries = [
        amendment("1", REPLACE, reason="First."),
        amendment("2", REPLACE | {"text": "1. To protect workers."}, by=["Mexico"]),
        amendment("3", {"act": "insert", "after": "p4", "text": "Preface."}, by=["Mexico"]),
        amendment("4", {"act": "insert", "after": "p4", "text": "Another."}, by=["Panama"]),
        amendment("5", REPLACE, by=["Honduras"], reason="Second."),
    ]
    files = []
    for place, order in enumerate((entries, entries[::-1], entries[2:] + entries[:2])):
        amend(tmp_path / "a.json", *order)
        options = ("--anonymous", "--date", DATE, "--language", "es")
        assert run("compile", "base.txt", "a.json", "-o", f"{place}.docx", *options).exit_code == 0
        files.append((tmp_path / f"{place}.docx").read_bytes())
    assert files[0] == files[1] == files[2]
    found = changes(files[0])
    assert {change.author for change in found} == {"Propuesta"}
    assert {"First.", "Second."} <= {change.text for change in found}


def test_marks_and_notes_survive_a_replacement_in_plain_words(run, tmp_path):
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = p(t("Recalling", "<w:i/>") + t(" the report") + call + t(" of migrants,"))
    (tmp_path / "b.docx").write_bytes(docx(body, footnotes=f'<w:footnote w:id="1">{p(t("A/1"))}</w:footnote>'))
    amend(
        tmp_path / "a.json",
        amendment("a", {"act": "replace", "key": "p1", "text": "Recalling the report of all migrants,"}),
    )
    assert run("compile", "b.docx", "a.json", "-o", "out.docx").exit_code == 0
    found = changes((tmp_path / "out.docx").read_bytes())
    assert [(change.kind.value, change.text) for change in found] == [("insertion", "all ")]
    (line,) = read((tmp_path / "out.docx").read_bytes()).paragraphs
    assert line.runs[0].text == "Recalling" and line.runs[0].marks == {"italic"}
    assert [run.note for run in line.runs if run.note] == ["A/1"]


def one(*acts, **more) -> str:
    return json.dumps({"amendments": [amendment("x", *acts, **more)]})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", '"amendments"'),
        ('{"amendments": [{"by": ["A"]}]}', "number 1"),
        ('{"amendments": [{"id": "x", "changes": []}]}', "amendment x"),
        ('{"amendments": [{"id": "x", "by": ["A"]}]}', "amendment x"),
        (json.dumps({"amendments": [amendment("x"), amendment("x")]}), "id x"),
        (one(by=[]), '"by"'),
        (one(by=["A", " "]), '"by"'),
        (one(at="soon"), "'soon'"),
        (one(reason=7), '"reason"'),
        (one({"act": "shout"}), "'shout'"),
        (one(7), "amendment x"),
        (one({"act": "delete", "key": "p9"}), "'p9'; its keys are p1 to p5"),
        (one({"act": "delete", "key": ["p1"]}), "amendment x"),
        (one({"act": "move", "key": "p1"}), '"after"'),
        (one({"act": "move", "key": "p1", "after": "p9"}), "'p9'"),
        (one({"act": "move", "key": "p1", "after": "p1"}), "amendment x"),
        (one({"act": "replace", "key": "p1", "text": " "}), '"delete"'),
        (one({"act": "insert", "after": None, "text": "a", "role": "b"}), "preambular"),
        (one({"act": "insert", "after": None, "text": "a", "role": []}), "preambular"),
        (one({"act": "delete", "key": "p1"}, {"act": "replace", "key": "p1", "text": "a"}), "together at p1"),
    ],
)
def test_what_is_wrong_with_amendments_is_said(run, tmp_path, base, content, said):
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    result = run("compile", "base.txt", "a.json", "-o", "out.docx")
    assert result.exit_code == 1, result.output
    assert said in result.stderr and "Traceback" not in result.output
    assert not (tmp_path / "out.docx").exists()


def test_changes_as_lines_and_as_json(run, tmp_path):
    (tmp_path / "m.docx").write_bytes(docx(p(t("a ") + ins("b", "Guatemala") + dele("c", "Guatemala")), settings=""))
    shown = run("changes", "m.docx").output.splitlines()
    assert shown[0].split() == ["1", "insertion", "Guatemala", "2026-03-02T09:30:00Z", "b"]
    first, second = json.loads(run("changes", "m.docx", "--json").output)
    assert first == {
        "kind": "insertion",
        "author": "Guatemala",
        "date": "2026-03-02T09:30:00Z",
        "text": "b",
        "story": "body",
        "part": "word/document.xml",
        "paragraph": 0,
        "before": "a c",
        "after": "a b",
    }
    assert second == {key: value for key, value in first.items() if key not in ("before", "after")} | {
        "kind": "deletion",
        "text": "c",
    }
    (tmp_path / "clean.docx").write_bytes(docx(p(t("a"))))
    assert "no tracked change" in run("changes", "clean.docx").output
    assert json.loads(run("changes", "clean.docx", "--json").output) == []


def test_accept_reject_and_only_some_authors(run, tmp_path):
    (tmp_path / "m.docx").write_bytes(docx(p(t("a ") + ins("b ", "Guatemala") + ins("c", "Honduras"))))
    for command, options, text in (
        ("accept", (), "a b c"),
        ("reject", (), "a"),
        ("reject", ("--author", "Honduras"), "a b"),
    ):
        assert run(command, "m.docx", "-o", "out.docx", *options).exit_code == 0
        assert lines(tmp_path / "out.docx") == [text]


def test_a_name_that_signed_nothing_is_refused_and_those_that_did_are_told(run, tmp_path):
    (tmp_path / "in.docx").write_bytes(
        docx(p(t("Kept ") + ins(t("new"), author="Honduras") + dele("old", author="Mexico")))
    )
    for act in ("accept", "reject"):
        result = run(act, "in.docx", "-o", "out.docx", "--author", "Hondruas")
        assert result.exit_code == 1
        assert "no tracked change is by Hondruas; they are by Honduras, Mexico." in result.stderr
        assert not (tmp_path / "out.docx").exists()


def test_text_as_lines_and_as_json(run, tmp_path):
    (tmp_path / "m.docx").write_bytes(docx(p(t("a ") + ins("b")) + p() + p(t("c")), settings=""))
    assert run("text", "m.docx").stdout.splitlines() == ["p1\ta b", "p2\tc"]
    assert json.loads(run("text", "m.docx", "--json", "--rejected").stdout) == [
        {"index": 0, "style": None, "label": None, "text": "a"},
        {"index": 1, "style": None, "label": None, "text": "c"},
    ]


@pytest.mark.parametrize("command", ["accept", "reject", "redline", "compile"])
def test_inputs_are_never_written_over(run, tmp_path, command):
    write_word(tmp_path / "m.docx", OLD)
    amend(tmp_path / "a.json")
    second = {"redline": ["m.docx", "--author", "A"], "compile": ["a.json"]}.get(command, [])
    before = (tmp_path / "m.docx").read_bytes()
    result = run(command, "m.docx", *second, "-o", "m.docx")
    assert result.exit_code == 1 and "another name" in result.stderr
    assert (tmp_path / "m.docx").read_bytes() == before


def test_unreadable_files_are_named_with_the_reason(run, tmp_path, base):
    (tmp_path / "x.docx").write_bytes(b"%PDF-1.7")
    (tmp_path / "nul.txt").write_bytes(b"a\0b")
    (tmp_path / "empty.txt").write_text(" \n ", encoding="utf-8")
    for arguments in (
        ("text", "x.docx"),
        ("changes", "x.docx"),
        ("accept", "x.docx", "-o", "out.docx"),
        ("redline", "x.docx", "x.docx", "-o", "out.docx", "--author", "A"),
        ("redline", "base.txt", "x.docx", "-o", "out.docx", "--author", "A"),
        ("redline", "base.txt", "nul.txt", "-o", "out.docx", "--author", "A"),
        ("redline", "base.txt", "empty.txt", "-o", "out.docx", "--author", "A"),
    ):
        result = run(*arguments)
        assert result.exit_code == 1, arguments
        assert result.stderr.startswith("Error: ") and any(
            name in result.stderr for name in ("x.docx", "nul.txt", "empty.txt")
        )
    assert run("text", "missing.docx").exit_code == 2
    assert run("text", "x.docx", "--nonsense").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_a_folder_that_is_not_there_is_said(run, tmp_path):
    write_word(tmp_path / "m.docx", OLD)
    result = run("accept", "m.docx", "-o", "nowhere/out.docx")
    assert result.exit_code == 1 and "cannot be written" in result.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("la-declaration-2022/en-v1-2022-06-10.txt", "la-declaration-2022/en-v2-2022-06-14.txt"),
        ("unfccc-art-6-2/v1-draft-text-2024-11-14-bracketed.txt", "unfccc-art-6-2/v2-adopted-decision-4-CMA-6.txt"),
        ("udhr/udhr-es.txt", "udhr/udhr-pt.txt"),
    ],
)
def test_negotiated_texts_come_back_whole(run, tmp_path, old, new):
    old, new = need_shared(f"data/{old}"), need_shared(f"data/{new}")
    result = run("redline", str(old), str(new), "-o", "out.docx", "--author", "Secretariat", "--date", DATE)
    assert result.exit_code == 0, result.output
    for command, expected in (("accept", new), ("reject", old)):
        assert run(command, "out.docx", "-o", "settled.docx").exit_code == 0
        told = [normalise(line).strip() for line in expected.read_text(encoding="utf-8-sig").splitlines()]
        assert lines(tmp_path / "settled.docx") == [line for line in told if line]
    assert changes((tmp_path / "settled.docx").read_bytes()) == ()
