from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.exports.forms.akoma_ntoso import Base, Proposal, amendments, collection
from app.exports.phrases import wording
from app.text.change import Act, Delete, Insert, Keep, Move, Replace
from app.text.document import Document
from app.text.paragraph import Role
from app.text.runs import runs_of
from tests.exports.forms.akoma_ntoso.papers import PAPER, A, ids, paragraph, valid
from tests.text.strategies import documents, some
from tests.text.strategies_changes import acts

TEXT = Document(
    [
        paragraph("p1", Role.PREAMBULAR, "Recalling the Charter,"),
        paragraph("o1", Role.OPERATIVE, "We protect migrants;"),
        paragraph("o2", Role.OPERATIVE, "We manage borders."),
    ]
)
LABELS = {"p1": "PP1", "o1": "OP1", "o2": "OP2", "n": "OP1 bis"}
BASE = Base(TEXT, LABELS, LABELS, PAPER, wording("en"))
TITLE = "Amendments to Rev.1"


def proposal(*done: Act, reason: str = "") -> Proposal:
    return Proposal("Amendment AM.3", done, ("Guatemala", "El Salvador"), date(2017, 4, 3), "Tabled", reason)


def one(*done: Act, reason: str = "") -> etree._Element:
    return valid(amendments(BASE, [proposal(*done, reason=reason)], title=TITLE))


def known(root: etree._Element) -> list[tuple[str, str, str | None]]:
    """What programs read: the kind of each modification, where it goes, and at which side."""
    found = []
    for each in root.iter(f"{A}textualMod"):
        where = each.find(f"{A}destination")
        found.append((each.get("type"), where.get("href").rpartition("/")[2], where.get("pos")))
        pointed = {end.get("href").removeprefix("#") for end in each if end is not where}
        assert pointed <= set(ids(root))
    return found


def test_a_replacement_says_both_wordings_and_marks_what_differs() -> None:
    root = one(Replace("o1", runs_of("We protect all persons;")), reason="Not only migrants.\nAll.")
    assert known(root) == [("substitution", "spa@2017-04-01#para_op1", None)]
    old, new = root.iter(f"{A}quotedText")
    assert ("".join(old.itertext()), "".join(new.itertext())) == ("We protect migrants;", "We protect all persons;")
    assert [each.text for each in old.iter(f"{A}del")] == ["migrants"]
    assert [each.text for each in new.iter(f"{A}ins")] == ["all persons"]
    assert [each.text for each in root.find(f".//{A}amendmentJustification")] == ["Not only migrants.", "All."]


def test_a_row_is_amended_as_words_and_comes_as_a_table_of_its_own() -> None:
    rows = paragraph("r1", Role.ROW, "Mexico | 10 April"), paragraph("r2", Role.ROW, "Honduras | ")
    base = Base(Document([*TEXT, *rows]), LABELS, LABELS, PAPER, wording("en"))
    new = paragraph("n", Role.ROW, "Guatemala | 24 April")
    acts = Replace("r1", runs_of("Mexico | 24 April")), Insert(new, "r1"), Delete("r2")
    root = valid(amendments(base, [proposal(*acts)], title=TITLE))
    table = "spa@2017-04-01#para_op2__table_nn-1__tr_nn"
    assert known(root) == [
        ("substitution", f"{table}-1", None),
        ("insertion", f"{table}-1", "after"),
        ("repeal", f"{table}-2", None),
    ]
    (coming,) = root.iter(f"{A}quotedStructure")
    assert [cell[0].text for cell in coming.iter(f"{A}td")] == ["Guatemala", "24 April"]


def test_a_deletion_points_to_what_goes() -> None:
    root = one(Delete("o2"))
    assert known(root) == [("repeal", "spa@2017-04-01#para_op2", None)]
    assert "".join(root.find(f".//{A}mod").itertext()) == "OP2 (delete)"


def test_a_new_paragraph_stands_in_the_amendment_as_it_would_in_the_text() -> None:
    root = one(
        Insert(paragraph("n", Role.OPERATIVE, "We listen."), "o1"),
        Insert(paragraph("m", Role.PREAMBULAR, "Mindful,"), None),
        Insert(paragraph("k", Role.ITEM, "to each;"), "n"),
    )
    assert known(root) == [
        ("insertion", "spa@2017-04-01#para_op1", "after"),
        ("insertion", "spa@2017-04-01", "start"),
        ("insertion", "#mod_1__qstr_1__para_op1-bis", "after"),
    ]
    assert [etree.QName(each[0]).localname for each in root.iter(f"{A}quotedStructure")] == [
        "paragraph",
        "recital",
        "point",
    ]


def test_a_move_goes_from_one_place_and_comes_to_another() -> None:
    root = one(Move("o2", "p1"))
    assert known(root) == [
        ("repeal", "spa@2017-04-01#para_op2", None),
        ("insertion", "spa@2017-04-01#recs_1__rec_pp1", "after"),
    ]
    assert "(move after PP1)" in "".join(root.find(f".//{A}mod").itertext())


def test_no_change_and_the_text_as_a_whole_modify_nothing() -> None:
    kept = one(Keep("o1"))
    assert known(kept) == []
    assert "".join(kept.find(f".//{A}amendmentContent").itertext()) == "OP1 (no change)"
    whole = one(reason="Shorter, please.")
    assert known(whole) == []
    assert "".join(whole.find(f".//{A}amendmentContent").itertext()) == "Text as a whole"


def test_who_proposes_is_an_organization_and_its_author() -> None:
    root = one(Delete("o2"))
    assert [each.text for each in root.iter(f"{A}docProponent")] == ["Guatemala", "El Salvador"]
    authors = [each.get("href") for each in root.find(f".//{A}FRBRWork").iter(f"{A}FRBRauthor")]
    assert authors == ["#org.guatemala", "#org.el-salvador"]
    work = "/akn/un/amendment/deliberation/rcm/2017-04-03/rcm-2017-dd-1-rev-1-amendment-am-3"
    assert root.find(f".//{A}FRBRWork/{A}FRBRuri").get("value") == work
    assert root.find(f".//{A}affectedDocument").get("href") == PAPER.expression


def test_nobody_is_named_where_nobody_is_to_be() -> None:
    data = amendments(BASE, [Proposal("Proposal 1", (Delete("o2"),))], title=TITLE)
    assert [each.get("href") for each in valid(data).find(f".//{A}FRBRWork").iter(f"{A}FRBRauthor")] == ["#rcm"]
    assert b"Guatemala" not in data


def test_several_amendments_are_a_list_and_with_their_text_a_collection() -> None:
    both = [proposal(Delete("o2")), proposal(Keep("o1"))]
    listed = valid(amendments(BASE, both, title=TITLE))
    assert len(listed.findall(f"{A}amendmentList/{A}collectionBody/{A}component/{A}amendment")) == 2
    gathered = valid(collection(BASE, both, title=TITLE))
    components = gathered.findall(f"{A}documentCollection/{A}collectionBody/{A}component")
    assert [etree.QName(each[0]).localname for each in components] == ["statement", "amendment", "amendment"]
    assert len(ids(gathered)) == len(set(ids(gathered)))


def test_without_amendments_the_list_says_so() -> None:
    root = valid(amendments(BASE, [], title=TITLE))
    assert "There are no amendments." in "".join(root.itertext())


@some
@given(st.data())
def test_any_acts_on_any_text_are_valid_and_bring_every_new_word(data: st.DataObject) -> None:
    document = data.draw(documents())
    done = [data.draw(acts(document, f"n{place}")) for place in range(data.draw(st.integers(0, 3)))]
    base = Base(document, {}, {}, PAPER, wording(data.draw(st.sampled_from(("en", "es", "fr", "pt")))))
    proposals = [Proposal(f"Amendment {place}", each, ("Guatemala",)) for place, each in enumerate(done)]
    root = valid(amendments(base, proposals, title=TITLE))
    valid(collection(base, proposals, title=TITLE))
    quoted = {part.get("wId") for each in root.iter(f"{A}quotedStructure") for part in each.iter()}
    brought = {act.paragraph.key for each in done for act in each if isinstance(act, Insert)}
    assert brought <= quoted
    assert len(ids(root)) == len(set(ids(root)))
