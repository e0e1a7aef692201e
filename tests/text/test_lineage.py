import os
import random
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given

from app.text.document import Document
from app.text.lineage import Descent, lineage
from app.text.paragraph import Paragraph, Role
from app.text.pasted import document_of
from app.text.runs import runs_of
from tests.support.met import met
from tests.text.strategies import few, revisions

DATA = Path(__file__).parents[3] / "shared/data"
needs_data = pytest.mark.skipif(not DATA.exists() and "CI" not in os.environ, reason="the texts are not here")

RIGHTS = "Protection of the human rights of migrants and of their families in transit and at destination"
BORDERS = "Promotion of human mobility and more efficient border management in the region"
CONSULAR = "Consular assistance and protection to nationals abroad, whatever their migration status"
OTHER = "Combating the smuggling of migrants and trafficking in persons through judicial cooperation"


def document(prefix: str, *texts: str) -> Document:
    return Document(Paragraph(f"{prefix}{place}", Role.ITEM, runs_of(text)) for place, text in enumerate(texts))


def descents(draft, adopted) -> dict[str, tuple[str, ...]]:
    return {one.adopted_key: one.draft_keys for one in lineage(draft, adopted)}


def test_where_paragraphs_come_from():
    draft = document("d", RIGHTS, f"[{BORDERS}] [{CONSULAR}]", OTHER)
    adopted = document("a", OTHER, RIGHTS.replace("migrants", "all migrants"), "Invites the Secretariat to report")
    assert descents(draft, adopted) == {"a0": ("d2",), "a1": ("d0",), "a2": ()}
    assert lineage(draft, adopted)[0] == Descent("a0", ("d2",), 1.0) and lineage(draft, adopted)[2].score == 0.0


def test_split_in_two_and_merged_from_two():
    draft = document("d", f"{RIGHTS}. {BORDERS}.", CONSULAR, OTHER)
    adopted = document("a", f"{RIGHTS}.", f"{BORDERS}.", f"{CONSULAR}; and {OTHER}")
    assert descents(draft, adopted) == {"a0": ("d0",), "a1": ("d0",), "a2": ("d1", "d2")}
    assert all(one.score > 0.5 for one in lineage(draft, adopted))


def test_a_part_said_twice_descends_once():
    draft = document("d", f"{RIGHTS}. {BORDERS}.", OTHER)
    adopted = document("a", f"{RIGHTS}.", f"{BORDERS}.", OTHER, f"{BORDERS}.")
    assert descents(draft, adopted) == {"a0": ("d0",), "a1": ("d0",), "a2": ("d1",), "a3": ()}


def test_the_parts_of_a_paragraph_need_not_stand_side_by_side():
    draft = document("d", f"{RIGHTS}. {BORDERS}.", OTHER)
    adopted = document("a", f"{RIGHTS}.", OTHER, f"{BORDERS}.")
    assert descents(draft, adopted) == {"a0": ("d0",), "a1": ("d1",), "a2": ("d0",)}


def test_the_nearest_is_found_among_many_that_share_a_word():
    rare = [f"{sign}{sign}ord" for sign in "abcdefghijklmnopqrstuvwxyz"]
    strangers = [f"Invites the parties to consider {word} in good time" for word in rare]
    draft = document("d", *strangers[:13], CONSULAR, *strangers[13:])
    adopted = document("a", "Thanks the host", f"{CONSULAR} {' '.join(rare[::2])}", "Ends here")
    assert descents(draft, adopted) == {"a0": (), "a1": ("d13",), "a2": ()}


def test_a_few_words_of_another_paragraph_are_not_descent():
    draft = document("d", CONSULAR, OTHER, RIGHTS)
    adopted = document("a", f"{CONSULAR}, and urges all of them to report on smuggling to the Assembly next year", RIGHTS)
    assert descents(draft, adopted) == {"a0": ("d0",), "a1": ("d2",)}


def test_they_are_found_wherever_they_stand():
    draft = document("d", f"{RIGHTS}. {BORDERS}.", CONSULAR, "Welcomes the report of the presidency on its work", OTHER)
    adopted = document("a", f"{CONSULAR}; and {OTHER}", f"{BORDERS}.", f"{RIGHTS}.")
    assert descents(draft, adopted) == {"a0": ("d1", "d3"), "a1": ("d0",), "a2": ("d0",)}


def test_a_paragraph_said_twice_descends_once():
    draft = document("d", RIGHTS, OTHER)
    assert descents(draft, document("a", RIGHTS, OTHER, RIGHTS)) == {"a0": ("d0",), "a1": ("d1",), "a2": ()}
    reworded = OTHER.replace("judicial", "police and judicial")
    assert descents(draft, document("a", RIGHTS, RIGHTS, reworded)) == {"a0": ("d0",), "a1": (), "a2": ("d1",)}
    twins = document("d", RIGHTS, RIGHTS.replace("migrants", "all migrants"), OTHER)
    assert descents(twins, document("a", reworded, RIGHTS)) == {"a0": ("d2",), "a1": ("d0",)}


@met("some descend", "some do not")
@few
@given(revisions())
def test_every_adopted_paragraph_has_its_answer(seen, pair):
    draft, adopted = pair
    found = lineage(draft, adopted)
    assert [one.adopted_key for one in found] == list(adopted.keys)
    for one in found:
        assert set(one.draft_keys) <= set(draft.keys) and list(one.draft_keys) == sorted(one.draft_keys, key=draft.place)
        assert bool(one.draft_keys) == (one.score > 0) and one.score <= 1
        seen["some descend" if one.draft_keys else "some do not"] += 1


def read(path: str, prefix: str) -> Document:
    numbers = count()
    return document_of((DATA / path).read_text(encoding="utf-8"), lambda: f"{prefix}{next(numbers)}")


@needs_data
def test_two_states_of_one_declaration():
    draft = read("la-declaration-2022/en-v1-2022-06-10.txt", "d")
    adopted = read("la-declaration-2022/en-v2-2022-06-14.txt", "a")
    assert descents(draft, adopted) == {key: (f"d{key[1:]}",) for key in adopted.keys}


@needs_data
def test_a_decision_and_its_bracketed_draft():
    """A sample judged by hand; most of the decision's annexes stand in no draft and descend from nothing."""
    draft = read("unfccc-art-6-2/v1-draft-text-2024-11-14-bracketed.txt", "d")
    adopted = read("unfccc-art-6-2/v2-adopted-decision-4-CMA-6.txt", "a")
    found = {adopted[one.adopted_key].text: [draft[key].text for key in one.draft_keys] for one in lineage(draft, adopted)}

    def of(opening: str) -> list[str]:
        return next(olds for new, olds in found.items() if new.startswith(opening))

    for opening, draft_opening in (
        ("Process for and timing of the authorization", "Process and timing of authorization"),
        ("Further notes that participating Party arrangements", "Also notes that the participating Party"),
        ("Requests the secretariat, as the administrator", "Requests the secretariat, as the administrator"),
        ("A unique identifier for the cooperative", "[Unique identifier of the cooperative approach"),
        ("Clarifies that, as per decision 2/CMA.3, annex, paragraph 35", "Clarifies that, as per decision 2/CMA.3, annex"),
    ):
        assert [old[: len(draft_opening)] for old in of(opening)] == [draft_opening]
    assert of("Welcomes the report by the secretariat") == of("Further requests the secretariat to design") == []


def negotiated(base: Document, strangers: list[str], seed: int) -> tuple[Document, dict[str, tuple[str, ...]]]:
    """`base` after a negotiation with a known course, under other keys, and what descends from what."""
    chance = random.Random(seed)
    out: list[tuple[str, tuple[str, ...]]] = []
    paragraphs = [paragraph for paragraph in base if paragraph.text]
    place = 0
    while place < len(paragraphs):
        words = paragraphs[place].text.split()
        key = paragraphs[place].key
        act = chance.random()
        if act < 0.1:
            pass
        elif act < 0.2 and len(words) > 30:
            cut = len(words) // 2
            out += [(" ".join(words[:cut]), (key,)), (" ".join(words[cut:]), (key,))]
        elif act < 0.3 and len(words) > 14 and place + 1 < len(paragraphs) and len(paragraphs[place + 1].text.split()) > 14:
            place += 1
            out.append((" ".join(words) + " " + paragraphs[place].text, (key, paragraphs[place].key)))
        elif act < 0.75:
            changed = [word for word in words if chance.random() > 0.15]
            for _ in range(len(words) // 6):
                changed.insert(chance.randrange(len(changed) + 1), chance.choice(strangers).split()[0])
            out.append((" ".join(changed), (key,)))
        else:
            out.append((paragraphs[place].text, (key,)))
        if chance.random() < 0.1:
            out.append((chance.choice(strangers), ()))
        place += 1
    for _ in range(len(out) // 12):
        out.insert(chance.randrange(len(out)), out.pop(chance.randrange(len(out))))
    texts = document("z", *(text for text, _ in out))
    return texts, {f"z{place}": olds for place, (_, olds) in enumerate(out)}


@needs_data
def test_how_much_of_a_known_course_is_found():
    strangers = [paragraph.text for paragraph in read("udhr/udhr-en.txt", "u") if len(paragraph.text.split()) > 12]
    told = known = right = 0
    for path in ("la-declaration-2022/en-v2-2022-06-14.txt", "gcm-2018/objectives-en.md"):
        base = read(path, "d")
        for seed in range(3):
            adopted, truth = negotiated(base, strangers, seed)
            found = descents(base, adopted)
            told += sum(map(len, found.values()))
            known += sum(map(len, truth.values()))
            right += sum(len({*found[key]} & {*truth[key]}) for key in truth)
    print(f"precision {right / told:.4f}, recall {right / known:.4f}, of {known} descents")
    assert right / told >= 0.98 and right / known >= 0.97
