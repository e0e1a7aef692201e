import hashlib

from hypothesis import given

from app.text.document import Document
from app.text.fingerprint import canonical, fingerprint
from app.text.notation import read
from app.text.paragraph import Paragraph, Role
from app.text.runs import Run, joined, runs_of
from tests.support.met import met
from tests.text.strategies import documents, few, revisions

DECLARATION = Document(
    [
        Paragraph("a", Role.HEADING, runs_of("Migrants"), 2),
        Paragraph("b", Role.OPERATIVE, read("***Decides*** to act{note: See \\\\ 71/1.}")),
    ]
)


def test_the_lines_are_those_the_documentation_promises():
    assert canonical(DECLARATION) == (
        "pro-tempore-text 1\n"
        "P heading 2\n"
        "T - Migrants\n"
        "P operative 0\n"
        "T bold+italic Decides\n"
        "T -  to act\n"
        "N - See \\\\ 71/1.\n"
    )


def test_anybody_can_recompute_it():
    assert fingerprint(DECLARATION) == hashlib.sha256(canonical(DECLARATION).encode("utf-8")).hexdigest()
    assert fingerprint(Document()) == hashlib.sha256(b"pro-tempore-text 1\n").hexdigest()


def readable(document):
    return [(paragraph.role, paragraph.level, joined(paragraph.runs)) for paragraph in document]


@met("the same", "different")
@few
@given(revisions())
def test_two_texts_have_one_fingerprint_exactly_when_they_read_the_same(seen, pair):
    old, new = pair
    assert (fingerprint(old) == fingerprint(new)) == (readable(old) == readable(new))
    seen["the same" if readable(old) == readable(new) else "different"] += 1


@met("cut elsewhere", "cut alike")
@few
@given(documents(min_size=1))
def test_keys_and_the_cut_of_runs_do_not_matter(seen, document):
    def cut(run):
        return (run,) if run.note is not None else (Run(run.text[:2], run.marks), Run(run.text[2:], run.marks))

    recut = Document(
        Paragraph(
            "x" + paragraph.key,
            paragraph.role,
            tuple(piece for run in paragraph.runs for piece in cut(run)),
            paragraph.level,
        )
        for paragraph in document
    )
    assert fingerprint(recut) == fingerprint(document)
    anew = [paragraph.runs for paragraph in recut] != [paragraph.runs for paragraph in document]
    seen["cut elsewhere" if anew else "cut alike"] += 1


@met("turned", "the same either way", least=1)
@few
@given(documents(min_size=2))
def test_the_order_matters(seen, document):
    turned = Document(reversed(document.paragraphs))
    alike = readable(turned) == readable(document)
    assert (fingerprint(turned) == fingerprint(document)) == alike
    seen["the same either way" if alike else "turned"] += 1


def test_a_line_in_the_words_cannot_pass_for_a_paragraph():
    one = Document([Paragraph("a", Role.ITEM, runs_of("x\nP item 0"))])
    two = Document([Paragraph("a", Role.ITEM, runs_of("x")), Paragraph("b", Role.ITEM)])
    assert fingerprint(one) != fingerprint(two)
    assert canonical(one).splitlines()[1:] == ["P item 0", "T - x\\nP item 0"]
