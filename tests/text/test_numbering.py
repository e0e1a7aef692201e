import re
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.document import Document
from app.text.numbering import Renumbered, cited, labels, quoted, renumbering
from app.text.paragraph import Paragraph, Role
from tests.support.met import met
from tests.text.strategies import few

ROLES = {
    "T": Role.TITLE, "H": Role.HEADING, "P": Role.PREAMBULAR, "O": Role.OPERATIVE, "C": Role.CHAPEAU,
    "I": Role.ITEM, "S": Role.SUBITEM, "Z": Role.CLOSING,
}  # fmt: skip


def document(outline: str) -> Document:
    """ "T P1 P2": one paragraph a word; the word is its key, its first letter its role."""
    return Document(Paragraph(key, ROLES[key[0]]) for key in outline.split())


outlines = st.text("POOOOCIIISHTZ", max_size=12).map(
    lambda roles: document(" ".join(f"{role}{place}" for place, role in enumerate(roles)))
)
"""Texts of which only the roles matter."""


@st.composite
def renewed(draw: st.DrawFn) -> tuple[Document, Document]:
    """An outline and the next revision of it: paragraphs put in, taken out, moved, given another role."""
    old = draw(outlines)
    new = list(old)
    drawn = draw(st.binary(max_size=10))
    for number, (place, what) in enumerate(zip(drawn[::2], drawn[1::2], strict=False)):
        at = place % (len(new) + 1)
        role = list(ROLES.values())[what % len(ROLES)]
        match what % 5:
            case 0 | 1:
                new.insert(at, Paragraph(f"new{number}", Role.OPERATIVE if what % 5 else role))
            case 2:
                del new[at : at + 1]
            case 3 if at < len(new):
                new.append(new.pop(at))
            case _ if at < len(new):
                new[at] = Paragraph(new[at].key, role)
    return old, Document(new)


def numbered(outline: str, on: str | None = None, language: str = "en") -> str:
    found = labels(document(outline), None if on is None else document(on), language)
    return " | ".join(found.values())


@pytest.mark.parametrize(
    ("outline", "shown"),
    [
        ("T P1 P2 C I1 I2 I3 Z", " | PP1 | PP2 |  | 1 | 2 | 3 | "),
        ("T H1 P1 P2 H2 O1 O2 O3", " |  | PP1 | PP2 |  | OP1 | OP2 | OP3"),
        ("O1 I1 I2 O2 I3 S1 S2 I4 S3", "OP1 | (a) | (b) | OP2 | (a) | (i) | (ii) | (b) | (i)"),
        ("H1 I1 I2 H2 I3", " | 1 | 2 |  | 1"),
        ("I1 S1", "1 | (i)"),
        ("", ""),
    ],
)
def test_numbers_from_roles_alone(outline, shown):
    assert numbered(outline) == shown


def test_spanish_writes_one_bracket():
    assert numbered("O1 I1 I2 S1", language="es") == "OP1 | a) | b) | i)"
    assert numbered("O1 I1 S1", language="es-MX") == "OP1 | a) | i)"


def test_letters_and_roman_figures_go_on():
    items = labels(document("O " + " ".join(f"I{place}" for place in range(28))))
    assert list(items.values())[-3:] == ["(z)", "(aa)", "(bb)"]
    subitems = labels(document("I " + " ".join(f"S{place}" for place in range(44))))
    assert [list(subitems.values())[place] for place in (4, 9, 14, 40, 44)] == ["(iv)", "(ix)", "(xiv)", "(xl)", "(xliv)"]


def test_a_roman_figure_reads_as_its_number():
    worth = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    _, *figures = labels(document("I " + " ".join(f"S{place}" for place in range(1100)))).values()
    for number, figure in enumerate(figures, 1):
        values = [worth[sign] for sign in figure.strip("()")]
        signed = [-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)]
        assert sum(signed) == number
        assert not re.search(r"(.)\1{3}", figure), "no sign stands four times"


@pytest.mark.parametrize(
    ("base", "outline", "shown"),
    [
        ("O1 O2", "O1 On O2", "OP1 | OP1 bis | OP2"),
        ("O1 O2", "O1 On Om O2 Ol", "OP1 | OP1 bis | OP1 ter | OP2 | OP3"),
        ("O1 O2 O3", "O1 O3", "OP1 | OP3"),
        ("O1 O2 O3", "O1 O2 On", "OP1 | OP2 | OP4"),
        ("O1 O2 O3", "O1 On O3", "OP1 | OP1 bis | OP3"),
        ("O1 O2", "On O1 O2", "OP0 | OP1 | OP2"),
        ("O1 O2", "On Om O1 O2", "OP0 | OP0 bis | OP1 | OP2"),
        ("C I1 I2 I3", "C I1 In I2 I3 Il", " | 1 | 1 bis | 2 | 3 | 4"),
        ("O I1 I2", "O I1 In I2", "OP1 | (a) | (a) bis | (b)"),
        ("O1 O2 O3", "O1 O3 O2", "OP1 | OP3 | OP2"),
        ("C I1 I2 I3", "C I1 H I2 I3 In", " | 1 |  | 2 | 3 | 4"),
        ("O1 I1 I2 O2 I3", "O1 I1 O2 I2 I3", "OP1 | (a) | OP2 | (0) | (a)"),
        ("O1 I1", "O1 I1 On Im Ik", "OP1 | (a) | OP2 | (a) | (b)"),
        ("P1 P2", "P1 Pn P2 O1", "PP1 | PP1 bis | PP2 | OP1"),
    ],
)
def test_the_numbers_of_a_revision_hold(base, outline, shown):
    assert numbered(outline, on=base) == shown


def test_many_between_two():
    outline = "O1 " + " ".join(f"On{place}" for place in range(21)) + " O2"
    found = list(labels(document(outline), document("O1 O2")).values())
    names = "bis ter quater quinquies sexies septies octies novies decies"
    assert found[1:10] == [f"OP1 {name}" for name in names.split()]
    assert found[19:22] == ["OP1 vicies", "OP1 no. 21", "OP1 no. 22"]


@pytest.mark.parametrize(
    ("label", "role", "language", "text"),
    [
        ("OP7 bis", Role.OPERATIVE, "en", "OP7 bis"),
        ("5", Role.ITEM, "en", "item 5"),
        ("5 bis", Role.ITEM, "es", "numeral 5 bis"),
        ("a)", Role.ITEM, "es", "literal a)"),
        ("0) bis", Role.ITEM, "es", "literal 0) bis"),
        ("(a)", Role.ITEM, "en", "item (a)"),
        ("(i)", Role.SUBITEM, "en", "sub-item (i)"),
        ("5", Role.ITEM, "ht", "item 5"),
        ("", Role.TITLE, "en", ""),
    ],
)
def test_how_running_text_speaks_of_it(label, role, language, text):
    assert quoted(label, role, language) == text


@pytest.mark.parametrize(
    ("outline", "rivals", "shown"),
    [
        ("O1 On O2", {"On": "O1"}, "OP1 | OP1 alt | OP2"),
        ("O1 On Om O2", {"On": "O1", "Om": "O1"}, "OP1 | OP1 alt | OP1 alt 2 | OP2"),
        ("O1 On Om O2", {"On": "O1", "Om": "On"}, "OP1 | OP1 alt | OP1 alt 2 | OP2"),
        ("O1 I1 On I2 I3 O2", {"On": "O1"}, "OP1 | (a) | OP1 alt | (a) | (b) | OP2"),
        ("C I1 In I2", {"In": "I1"}, " | 1 | 1 alt | 2"),
        ("T Tn", {"Tn": "T"}, " | "),
        ("O1 On", {"On": "gone"}, "OP1 | OP2"),
        ("O1 On", {"O1": "On", "On": "O1"}, "OP1 | OP2"),
    ],
)
def test_rival_versions_take_no_number(outline, rivals, shown):
    assert " | ".join(labels(document(outline), rivals=rivals).values()) == shown


def test_rivals_stand_beside_numbers_that_hold():
    found = labels(document("O1 On Or O2"), document("O1 O2"), rivals={"Or": "On"})
    assert list(found.values()) == ["OP1", "OP1 bis", "OP1 bis alt", "OP2"]
    found = labels(document("O1 Or O2"), document("O1 Or O2"), rivals={"Or": "O1"})
    assert list(found.values()) == ["OP1", "OP1 alt", "OP2"]


@met("with a rival", "without")
@few
@given(outlines)
def test_a_rival_changes_no_label_but_its_own_and_those_below_it(seen, text):
    before = labels(text)
    numbered = [key for key in text.keys if text[key].role is Role.OPERATIVE]
    seen["with a rival" if numbered else "without"] += 1
    for key in numbered:
        place = text.place(key) + 1
        rival = Paragraph("rival", Role.OPERATIVE)
        new = Document([*text.paragraphs[:place], rival, *text.paragraphs[place:]])
        after = labels(new, rivals={"rival": key})
        assert after["rival"] == f"{before[key]} alt"
        assert all(after[one] == before[one] for one in text.keys if text[one].role not in (Role.ITEM, Role.SUBITEM))


def test_a_table_of_old_and_new_numbers():
    base, new = document("P1 O1 O2 O3"), document("P1 O1 On O3 Ol")
    assert renumbering(new, base) == (Renumbered("On", "OP1 bis", "OP2"), Renumbered("O2", "OP2", ""))
    assert renumbering(base, base) == ()
    new, base = document("O1 In I1"), document("O1 I1")
    assert renumbering(new, base, "es") == (Renumbered("In", "0)", "a)"), Renumbered("I1", "a)", "b)"))


@met("renumbered", "not")
@few
@given(renewed())
def test_the_table_leads_from_every_label_that_held_to_the_new_one(seen, pair):
    old, new = pair
    table = renumbering(new, old)
    seen["renumbered" if table else "not"] += 1
    changed = {one.key: one for one in table}
    held, anew, before = labels(new, old), labels(new), labels(old)
    for key in new.keys:
        assert (held[key], anew[key]) == (changed[key][1:] if key in changed else (held[key], held[key]))
    assert {key for key in changed if key not in new} == {key for key in old.keys if key not in new and before[key]}


def test_numbers_are_cited_with_those_above_them():
    text = document("O1 I1 S1 S2 I2 H I3 S3 T")
    found = labels(text)
    shown = [cited(text, found, key) for key in text.keys]
    assert shown == ["OP1", "OP1(a)", "OP1(a)(i)", "OP1(a)(ii)", "OP1(b)", "", "1", "1(i)", ""]
    text = document("I1 O1")
    assert cited(text, labels(text), "I1") == "1"


def assert_unique(document, found):
    parents: dict[tuple, list[str]] = defaultdict(list)
    leader = item = None
    for paragraph in document:
        if paragraph.role is Role.ITEM:
            parents["item", leader].append(found[paragraph.key])
            item = paragraph.key
        elif paragraph.role is Role.SUBITEM:
            parents["subitem", item or leader].append(found[paragraph.key])
        else:
            if paragraph.role is not Role.CLOSING:
                leader, item = paragraph.key, None
            if paragraph.role in (Role.PREAMBULAR, Role.OPERATIVE):
                parents[(paragraph.role,)].append(found[paragraph.key])
    for shown in parents.values():
        assert len(set(shown)) == len(shown)


@met("numbered", "without a number")
@few
@given(outlines)
def test_a_text_numbered_on_itself_has_its_own_numbers(seen, document):
    assert labels(document, document) == labels(document)
    assert_unique(document, labels(document))
    seen["numbered" if any(labels(document).values()) else "without a number"] += 1


@met("added between", "nothing between")
@few
@given(renewed())
def test_no_two_of_a_series_share_a_number(seen, pair):
    old, new = pair
    assert_unique(new, labels(new, old))
    between = any(" bis" in label for label in labels(new, old).values())
    seen["added between" if between else "nothing between"] += 1


@met("kept", "with a gap", "of another kind now")
@few
@given(renewed())
def test_preambular_and_operative_paragraphs_keep_their_numbers(seen, pair):
    old, new = pair
    before, after = labels(old), labels(new, old)
    seen["with a gap"] += any(before[key] and key not in new for key in old.keys)
    for paragraph in new:
        if paragraph.role in (Role.PREAMBULAR, Role.OPERATIVE) and paragraph.key in old:
            if old[paragraph.key].role is paragraph.role:
                assert after[paragraph.key] == before[paragraph.key]
                seen["kept"] += 1
            else:
                seen["of another kind now"] += 1
                assert re.match(r"(PP|OP)\d+", after[paragraph.key])
