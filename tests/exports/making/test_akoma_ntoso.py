from app.exports.kinds import Form, Kind, Options
from tests.exports.forms.akoma_ntoso.papers import A, valid
from tests.exports.making.orders import amendment, made
from tests.support.told import Told

AKN = Options(form=Form.AKOMA_NTOSO)


def test_the_text_is_a_draft_of_its_process(rcm: Told) -> None:
    root = valid(made(rcm, Kind.CLEAN, options=AKN))
    assert root.find(f"{A}statement").get("name") == "declarationDraft"
    assert next(root.iter(f"{A}num")).text == "PP1"
    country, *_ = root.find(f".//{A}FRBRWork/{A}FRBRuri").get("value").removeprefix("/akn/").split("/")
    assert country == "un"


def test_amendments_are_a_list_and_one_alone_is_an_amendment(rcm: Told) -> None:
    listed = valid(made(rcm, Kind.SHEETS, options=AKN)).find(f"{A}amendmentList")
    assert len(listed.findall(f"{A}collectionBody/{A}component")) > 1
    chosen = Options(form=Form.AKOMA_NTOSO, amendments=(amendment(rcm, "smuggling"),))
    root = valid(made(rcm, Kind.SHEETS, options=chosen))
    assert next(root.iter(f"{A}docProponent")).text == "Honduras"
    assert root.find(f".//{A}textualMod").get("type") == "insertion"


def test_nobody_is_named_in_amendments_without_names(rcm: Told) -> None:
    data = made(rcm, Kind.SHEETS, options=Options(form=Form.AKOMA_NTOSO, anonymous=True))
    valid(data)
    assert b"docProponent" not in data
    assert b"amendmentJustification" not in data


def test_a_compilation_holds_the_text_and_its_amendments(rcm: Told) -> None:
    root = valid(made(rcm, Kind.COMPILATION, options=AKN))
    components = root.findall(f"{A}documentCollection/{A}collectionBody/{A}component")
    assert [each[0].tag.removeprefix(A) for each in components][:2] == ["statement", "amendment"]


def test_a_reason_is_there_for_whom_it_is_meant(rcm: Told) -> None:
    def reasons(reader: str) -> str:
        root = valid(made(rcm, Kind.SHEETS, reader, options=AKN))
        return " ".join("".join(each.itertext()) for each in root.iter(f"{A}amendmentJustification"))

    assert "territorial claim" in reasons("secretariat@rcm.example")
    assert "territorial claim" not in reasons("delegate@hn.example")


def test_an_agreed_text_is_adopted_by_the_states(rcm: Told) -> None:
    root = valid(made(rcm, Kind.AGREED, options=AKN))
    assert root.find(f"{A}statement").get("name") == "declaration"
    assert len(list(root.iter(f"{A}organization"))) == 11
    assert rcm.revision().fingerprint in "".join(root.find(f".//{A}conclusions").itertext())
