import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.paragraph import Role
from app.text.roles import Sketch, propose, split_label
from tests.support.met import met
from tests.text.strategies import blanks, some, texts

SPANISH = """
title       Declaración de la Conferencia Regional sobre Migración
chapeau     Los Estados miembros de la Conferencia,
preambular  Recordando los principios de la Carta de las Naciones Unidas,
preambular  Reconociendo la contribución de las personas migrantes,
preambular  Profundamente preocupados por la trata de personas,
chapeau     Acuerdan promover los siguientes puntos:
item        1. Protección de los derechos humanos;
item        2. Asistencia y protección consular;
subitem     a) a las víctimas de delitos;
item        3. Retorno digno.
closing     Hecho en la ciudad sede, el seis de abril.
closing     Por la Secretaría
closing     HONDURAS
heading     Anexo
operative   Las actividades figuran en este anexo.
"""

ENGLISH = """
title       DRAFT DECLARATION
chapeau     The Conference,
preambular  Recalling its earlier declarations,
preambular  Also noting with concern the risks that migrants face,
preambular  Having regard to the Compact,
heading     I. Protection
operative   1. Decides to establish:
item        (a) A working group;
item        (b) A fund:
subitem     (i) For victims;
subitem     (ii) For States;
item        (c) A report.
operative   2. Invites Member States to act.
heading     FOLLOW-UP
operative   3. Also requests the secretariat to report.
closing     Done at the seat of the Conference.
"""

FRENCH = """
title       Déclaration sur les migrations
preambular  Rappelant la Charte des Nations Unies,
preambular  Profondément préoccupés par la traite,
operative   Décident de coopérer davantage.
operative   Invitent les organisations à y contribuer.
closing     Fait à la ville hôte.
"""

PORTUGUESE = """
title       Declaração sobre migração
preambular  Recordando os princípios da Carta,
preambular  Reconhecendo a contribuição dos migrantes,
operative   1. Decidem cooperar.
operative   2. Convidam as organizações a contribuir.
closing     Feito em cidade anfitriã.
"""

PROSE = """
operative   We, the Heads of State and Government, gathered here, reiterate our will to strengthen efforts.
operative   We value the tradition of our region in welcoming refugees.
heading     Promoting Humane Migration Management
operative   Recognizing the imperative of safe migration, we intend to cooperate.
chapeau     To advance the common goals, we intend to work together to:
item        - Convene development banks.
item        - Improve regional cooperation.
operative   This Declaration builds upon existing efforts.
"""


NUMBERED_THROUGHOUT = """
title       Declaration on migration
preambular  1. Recalling the Charter,
preambular  2. Noting with concern the risks that migrants face,
heading     I. Protection
item        3. Human rights of migrants;
item        4. Return.
heading     II. Measures
operative   5. The following is to be done:
item        (a) Noting the risks, a working group;
item        (b) A fund.
heading     III. Follow-up
operative   6. Decides to meet again.
operative   Decides to establish:
item        (a) A group;
item        (b) A fund.
"""


@pytest.mark.parametrize("outline", [SPANISH, ENGLISH, FRENCH, PORTUGUESE, PROSE, NUMBERED_THROUGHOUT])
def test_the_roles_of_whole_texts(outline):
    lines = [line.split(maxsplit=1) for line in outline.strip().splitlines()]
    proposed = propose([Sketch(text.strip()) for _, text in lines])
    assert [(role.value, text) for (role, _), (_, text) in zip(proposed, lines, strict=True)] == [
        (role, text) for role, text in lines
    ]
    assert all(level == 0 for role, level in proposed if role is not Role.HEADING)


@pytest.mark.parametrize(
    ("style", "role"),
    [
        ("Title", (Role.TITLE, 0)),
        ("Título", (Role.TITLE, 0)),
        ("Heading 2", (Role.HEADING, 2)),
        ("heading 9", (Role.HEADING, 6)),
        ("Título 1", (Role.HEADING, 1)),
        ("Titre 3", (Role.HEADING, 3)),
        ("Preambular", (Role.PREAMBULAR, 0)),
        ("Subitem", (Role.SUBITEM, 0)),
        ("Heading", (Role.HEADING, 1)),
    ],
)
def test_a_style_decides(style, role):
    assert propose([Sketch("Some words, whatever they say.", style)]) == [role]


def test_a_label_that_is_not_in_the_text_counts_too():
    proposed = propose(
        [
            Sketch("The States agree on the following:"),
            Sketch("Human rights", label="1."),
            Sketch("Access to justice", label="a)", level=1),
            Sketch("Return", label="2."),
        ]
    )
    assert [role for role, _ in proposed] == [Role.CHAPEAU, Role.ITEM, Role.SUBITEM, Role.ITEM]


def test_a_heading_is_as_deep_as_its_outline_or_its_figure_says():
    assert [propose([Sketch("Scope", "Heading", level=level)])[0][1] for level in (1, 3, 9)] == [1, 3, 6]
    assert propose([Sketch("Text."), Sketch("II. Scope"), Sketch("A. Aims")])[1:] == [(Role.HEADING, 1), (Role.HEADING, 2)]


def test_labels_of_the_field_decide():
    proposed = propose([Sketch("Whatever it says.", label="PP1"), Sketch("Whatever it says.", label="OP1 bis")])
    assert [role for role, _ in proposed] == [Role.PREAMBULAR, Role.OPERATIVE]


def test_a_figure_alone_is_a_label_too():
    proposed = propose([Sketch("Declaration"), Sketch("Decides to act.", label="1"), Sketch("Invites all.", label="2")])
    assert [role for role, _ in proposed] == [Role.TITLE, Role.OPERATIVE, Role.OPERATIVE]


def test_what_is_set_deeper_in_a_list_is_below_what_stands_before():
    sketches = [Sketch("Agree on:"), Sketch("Rights", label="1."), Sketch("Access", label="2.", level=1)]
    assert [role for role, _ in propose(sketches)] == [Role.CHAPEAU, Role.ITEM, Role.SUBITEM]


def test_i_follows_h():
    sketches = [Sketch("Decides:", label="1.")] + [Sketch("Something;", label=f"({letter})") for letter in "abcdefghij"]
    assert [role for role, _ in propose(sketches)][1:] == [Role.ITEM] * 10


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. Decides", ("1.", "Decides")),
        ("12 bis. Invites", ("12 bis.", "Invites")),
        ("1.- Decide", ("1.-", "Decide")),
        ("1º.- El derecho", ("1º.-", "El derecho")),
        ("2.1. Scope", ("2.1.", "Scope")),
        ("(a) A group", ("(a)", "A group")),
        ("a) un grupo", ("a)", "un grupo")),
        ("(iv) For States", ("(iv)", "For States")),
        ("(aa) Also", ("(aa)", "Also")),
        ("\t• Bullet", ("•", "Bullet")),
        ("OP7 bis Decides", ("OP7 bis", "Decides")),
        ("OP7 undecies Decides", ("OP7 undecies", "Decides")),
        ("3 quaterdecies. Invites", ("3 quaterdecies.", "Invites")),
        ("PP3. Recalling", ("PP3.", "Recalling")),
        ("II. Scope", ("II.", "Scope")),
        ("2017 was a year", (None, "2017 was a year")),
        ("10.7 percent of migrants", (None, "10.7 percent of migrants")),
        ("1.", (None, "1.")),
        ("(and) so on", (None, "(and) so on")),
        ("[1. Bracketed]", (None, "[1. Bracketed]")),
        ("", (None, "")),
    ],
)
def test_a_printed_label_comes_apart_from_the_words(text, parts):
    assert split_label(text) == parts


labelled = st.builds("{}{}{}".format, st.sampled_from(("1.", "(a)", "ii)", "OP3", "PP 2 bis", "-", "4")), blanks, texts)


@met("labelled", "not")
@some
@given(texts | labelled)
def test_a_label_and_the_words_are_the_text(seen, text):
    label, words = split_label(text)
    assert text.endswith(words) and (label or "") in text[: len(text) - len(words)]
    assert bool(words) == bool(text)
    seen["labelled" if label else "not"] += 1


@met("headings", "items", "paragraphs")
@some
@given(
    st.lists(
        st.builds(Sketch, texts, st.none() | st.sampled_from(("Title", "Heading 1", "Normal")), st.none() | texts),
        max_size=8,
    )
)
def test_there_is_a_role_for_everything(seen, sketches):
    proposed = propose(sketches)
    assert len(proposed) == len(sketches)
    assert all((role is Role.HEADING) == (1 <= level <= 6) and level >= 0 for role, level in proposed)
    given = {role for role, _ in proposed}
    seen["headings"] += Role.HEADING in given
    seen["items"] += Role.ITEM in given or Role.SUBITEM in given
    seen["paragraphs"] += Role.PREAMBULAR in given or Role.OPERATIVE in given


def test_a_table_is_what_the_words_before_it_lead_to():
    led, row = Sketch("The commitments are these:"), Sketch("Mexico | 24 April", is_row=True)
    behind = Sketch("They are reviewed every year.")
    for rows in ((row,), (row, row)):
        found = propose([Sketch("Declaration"), led, *rows, behind])
        assert [role for role, _ in found] == [Role.TITLE, Role.CHAPEAU, *(Role.ROW for _ in rows), Role.OPERATIVE]
    assert propose([Sketch("Declaration"), led, behind])[-1] == (Role.ITEM, 0)


def test_rows_are_passed_by_within_a_list_and_before_a_title():
    row = Sketch("1 | x", is_row=True)
    led, one, two = Sketch("They agree:"), Sketch("(a) to meet;"), Sketch("(b) to report.")
    assert [role for role, _ in propose([row, Sketch("Declaration"), led, one, row, two])] == [
        Role.ROW,
        Role.TITLE,
        Role.CHAPEAU,
        Role.ITEM,
        Role.ROW,
        Role.ITEM,
    ]
