import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.brackets.grammar import parse
from app.text.brackets.parts import Lone, Option, Options, Passage, Placeholder, Rivals, Slash, Words, found, text_of
from tests.support.met import met
from tests.text.strategies import few, some
from tests.text.strategies_brackets import anything, blocks, negotiated

DRAFT = Path(__file__).parents[4] / "shared/data/unfccc-art-6-2/v1-draft-text-2024-11-14-bracketed.txt"


def shown(parts) -> str:
    """The parts in a notation that tells them apart."""
    out = []
    for part in parts:
        match part:
            case Words(text):
                out.append(text)
            case Slash():
                out.append("|")
            case Lone(text):
                out.append(f"<lone {text}>")
            case Passage(inside):
                out.append(f"<{shown(inside)}>")
            case Placeholder(inside):
                out.append(f"<note {shown(inside)}>")
            case Rivals(inside):
                out.append(f"<rivals {shown(inside)}>")
            case Options(options, end):
                said = "".join(f"<{option.name}: {shown(option.parts)}>" for option in options)
                out.append(f"<options {said}{'<end>' if end else ''}>")
    return "".join(out)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("clean", "clean"),
        ("a [b [c] d] e", "a <b <c> d> e"),
        ("[may] [shall]", "<rivals <may> <shall>>"),
        ("[may][shall] not", "<rivals <may><shall>> not"),
        ("[may] / [shall]", "<rivals <may> / <shall>>"),
        ("[may] or [shall]", "<may> or <shall>"),
        ("[may / shall [not]]", "<may|shall <not>>"),
        ("[and/or]", "<and/or>"),
        ("a / b", "a / b"),
        ("[a / b\nc]", "<a / b\nc>"),
        ("x\n[a / b]\ny", "x\n<a|b>\ny"),
        ("a / b [c]", "a / b <c>"),
        ("[]\n[]", "<>\n<>"),
        ("[one\ntwo]", "<one\ntwo>"),
        ("[one]\n[two]", "<one>\n<two>"),
        ("a ] b [", "a <lone ]> b <lone [>"),
        ("a } b {\n}", "a <lone }> b <lone {>\n<lone }>"),
        ("{note [of] place}", "<note note <of> place>"),
        ("{a [b} c]", "<note a <lone [>b> c<lone ]>"),
    ],
)
def test_brackets_slashes_and_notes(text, read):
    assert shown(parse(text)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Option 1: a\nOption 2: b", "<options <1: a\n><2: b>>"),
        ("Option A\na\nOption B\nb", "<options <A: \na\n><B: \nb>>"),
        ("Opción 1. a\nOPCIÓN 2. b", "<options <1: a\n><2: b>>"),
        ("Alt 1: a\nAlt. 2: b", "<options <1: a\n><2: b>>"),
        ("65. Option 2: {No text required}", "<options <2: <note No text required>>>"),
        ("Option 1\nOption A\na\nOption B\nb\nOption 2\nc", "<options <1: \n<options <A: \na\n><B: \nb\n>>><2: \nc>>"),
        ("Option 1.1: a\nOption 1.2: b\nOption 2 bis: c", "<options <1.1: a\n><1.2: b\n<options <2 bis: c>>>>"),
        ("Option I: a\nOption II: b", "<options <I: a\n><II: b>>"),
        ("Option 1: a\nOption 1: b", "<options <1: a\n>><options <1: b>>"),
        ("Option 4: a\nOption 6: b", "<options <4: a\n><6: b>>"),
        ("Option A: a\nAlt B: b\nOption B: c", "<options <A: a\n<options <B: b\n>>><B: c>>"),
        ("Option I: a\nAlt II: b\nOption II: c", "<options <I: a\n<options <II: b\n>>><II: c>>"),
        ("[Option 1: a] [Option 2: b]", "<rivals <<options <1: a>>> <<options <2: b>>>>"),
        ("[Option 1: a]\n[Option 2: b]", "<rivals <<options <1: a>>>\n<<options <2: b>>>>"),
        ("[Option 1: a]\nor\n[Option 2: b]", "<<options <1: a>>>\nor\n<<options <2: b>>>"),
        ("[Option 1: a]\n[Option 1: b]", "<<options <1: a>>>\n<<options <1: b>>>"),
        ("[Option 1: a\nOption 2: b] c", "<<options <1: a\n><2: b>>> c"),
        ("[x [Option 1\nOption A: a] y]", "<x <<options <1: \n<options <A: a>>>>> y>"),
        ("Option 1: a\nOption A: b\nOption 1: c", "<options <1: a\n<options <A: b\n>>>><options <1: c>>"),
        ("Option 1: a Option 2: b", "<options <1: a ><2: b>>"),
        ("as in Option 1: a", "as in Option 1: a"),
        ("[Option 1] a\nOption 2: b", "<Option 1> a\n<options <2: b>>"),
        ("[a\nOption 1]", "<a\n<options <1: >>>"),
        ("Option 1 is better", "Option 1 is better"),
    ],
)
def test_options(text, read):
    assert shown(parse(text)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Option 1: a\n{End of options}\nb", "<options <1: a\n><end>>\nb"),
        ("Option 1: a\nOption A: b\n{end of Option A}\nc", "<options <1: a\n<options <A: b\n><end>>\nc>>"),
        ("Option 1: a\nOption A: b\n{end of Option 1}\nc", "<options <1: a\n<options <A: b\n>>><end>>\nc"),
        ("Option 1: a\nOption A: b\n{End of options}\nc", "<options <1: a\n<options <A: b\n><end>>\nc>>"),
        ("Option 1: a\nII. Scope\nb", "<options <1: a\n>>II. Scope\nb"),
        ("Option 1: a\nII. Scope;\nb", "<options <1: a\nII. Scope;\nb>>"),
        ("Option 1: a\n{Scope}\nb", "<options <1: a\n>><note Scope>\nb"),
        ("Option 1: a\n{Scope}\nb\nOption 2: c", "<options <1: a\n<note Scope>\nb\n><2: c>>"),
        ("Option 1: a\n{Scope}\nb\nOption 1: c", "<options <1: a\n>><note Scope>\nb\n<options <1: c>>"),
        ("Option 1: a [b\n{Scope}\n]", "<options <1: a <lone [>b\n>><note Scope>\n<lone ]>"),
        ("{End of options}", "<note End of options>"),
        ("Option 1: a [b\nOption 2: c", "<options <1: a <lone [>b\n><2: c>>"),
        ("Option 1: a [b\nII. Scope\n]", "<options <1: a <lone [>b\n>>II. Scope\n<lone ]>"),
    ],
)
def test_where_options_end_and_brackets_with_them(text, read):
    assert shown(parse(text)) == read


def test_headings_may_be_told():
    text = "Option 1: a\nScope\nb"
    assert shown(parse(text, {text.index("Scope")})) == "<options <1: a\n>>Scope\nb"
    assert shown(parse("Option 1: a\nII. Scope", ())) == "<options <1: a\nII. Scope>>"


@met("rivals", "slashes", "options", "sub-options", "notes", "lone", "balanced", "over several paragraphs", least=2)
@some
@given(st.one_of(anything, blocks(), negotiated()))
def test_every_text_has_a_reading_and_the_reading_all_its_characters(seen, text):
    parts = parse(text)
    assert text_of(parts) == text
    kinds = {type(each.part) for each in found(parts)}
    seen["rivals"] += Rivals in kinds
    seen["slashes"] += Slash in kinds
    seen["options"] += Options in kinds
    seen["sub-options"] += any(isinstance(each.part, Options) and isinstance(each.within, Option) for each in found(parts))
    seen["notes"] += Placeholder in kinds
    seen["lone" if Lone in kinds else "balanced"] += 1
    passages = [text[one.start : one.stop] for one in found(parts) if isinstance(one.part, Passage)]
    seen["over several paragraphs"] += any("\n" in passage for passage in passages)


@met("lone", "balanced", "none")
@some
@given(anything)
def test_every_bracket_is_in_one_place_of_the_reading(seen, text):
    places, lone = [], 0
    for part, start, stop, _, _ in found(parse(text)):
        if isinstance(part, Passage | Placeholder):
            assert text[start] + text[stop - 1] in ("[]", "{}")
            places += [start, stop - 1]
        elif isinstance(part, Lone):
            assert text[start:stop] == part.text
            places.append(start)
            lone += 1
        else:
            assert not isinstance(part, Words) or not {*part.text} & {*"[]{}"}
    assert sorted(places) == [place for place, sign in enumerate(text) if sign in "[]{}"]
    seen["lone" if lone else "balanced" if places else "none"] += 1


@met("bracketed", "with options", "plain")
@few
@given(negotiated())
def test_what_is_balanced_has_no_lone_bracket(seen, text):
    kinds = {type(each.part) for each in found(parse(text))}
    assert Lone not in kinds
    seen["bracketed" if Passage in kinds else "plain"] += 1
    seen["with options"] += Options in kinds


def test_a_thousand_of_each_are_no_trouble():
    for text in ("[" * 3000 + "]" * 3000, "[" * 3000, "[a / " * 1000 + "]" * 1000, "[a]" * 3000, "[Option 1: " * 1000):
        assert text_of(parse(text)) == text


@pytest.mark.skipif(not DRAFT.exists() and "CI" not in os.environ, reason="the draft is not here")
def test_a_real_draft():
    text = DRAFT.read_text(encoding="utf-8")
    parts = parse(text)
    assert text_of(parts) == text
    every = list(found(parts))
    options = [each.part for each in every if isinstance(each.part, Option)]
    opened = [each for each in every if isinstance(each.part, Passage) or each.part == Lone("[")]
    assert (len(opened), len(options)) == (420, 99)
    lone = [each for each in every if isinstance(each.part, Lone)]
    assert len(lone) == 17 and text[lone[0].start :].startswith("[contribution to overall mitigation")
    subs = [each.part for each in every if isinstance(each.part, Options) and isinstance(each.within, Option)]
    assert [[option.name for option in block.options] for block in subs] == [
        ["A", "B", "C"], ["A", "B", "C", "D"], ["A", "B"], ["A", "B"], ["A", "B"],
    ]  # fmt: skip
