import io
import re

import docx
import pytest

from app.exports.kinds import WORD
from tests.support.oracles import styled
from tests.support.site import Site
from tests.support.world import World
from tests.word.house.letterheads import hostile, secretariat

PAGE = "/processes/rcm/house-style"


@pytest.fixture
def world(embedded_engine):
    world = World(embedded_engine)
    rcm = world.process()
    world.presidency(rcm, world.delegation(rcm, "HN"))
    world.secretary(rcm)
    return world


@pytest.fixture
def site(world, tmp_path):
    return Site(world.engine, settings={"data_dir": tmp_path, "upload_limit_mb": 1})


def bring(client, content, name="letterhead.docx", version=0):
    return client.post(PAGE, data={"version": str(version)}, files={"file": (name, content)})


def test_a_secretariat_brings_its_letterhead_and_is_told_what_it_brings(site):
    client = site.by("Sofía")
    assert "How to begin" in client.get(PAGE).text
    content = secretariat()
    assert bring(client, content).status_code == 303
    page = client.get(PAGE).text
    for told in ("letterhead.docx", "A4, 210 × 297 mm", "Georgia", "CONFERENCIA REGIONAL SOBRE MIGRACIÓN · 1 picture(s)"):
        assert told in page
    missing = page.split("Styles it does not have")[1].split("</section>")[0]
    assert "Preambular paragraph" in missing
    assert "Operative paragraph" not in missing
    got = client.get(f"{PAGE}/1")
    assert (got.content, got.headers["content-type"]) == (content, WORD)


def test_what_is_missing_is_named_in_the_language_of_the_reader(site):
    client = site.by("Sofía")
    bring(client, hostile())
    page = client.get(PAGE, headers={"accept-language": "es"}).text
    assert "Párrafo del preámbulo" in page
    assert "Macros. Nunca se ejecutan" in page
    assert "Título 1" in page


def test_files_to_look_at_and_to_start_from(site):
    client = site.by("Sofía")
    ours = client.get(f"{PAGE}/start")
    assert "Operative" in [style.name for style in docx.Document(io.BytesIO(ours.content)).styles]
    assert bring(client, ours.content).status_code == 303
    assert "Styles it does not have" not in client.get(PAGE).text
    assert bring(client, secretariat(), version=1).status_code == 303
    assert "Ttulo1" in styled(client.get(f"{PAGE}/sample").content)


def test_it_is_taken_away_and_the_earlier_ones_stay(site):
    client = site.by("Sofía")
    bring(client, secretariat())
    assert client.post(f"{PAGE}/remove", data={"version": "1"}).status_code == 303
    page = client.get(PAGE).text
    assert "taken away" in page
    assert f'href="{PAGE}/1"' in page
    assert client.post(f"{PAGE}/remove", data={"version": "2"}).status_code == 409


@pytest.mark.parametrize(
    ("name", "content", "status", "said"),
    [
        ("letter.pdf", b"%PDF", 422, "Bring a Word document"),
        ("letter.docx", b"no zip", 422, "not a Word document"),
        ("letter.docx", b"x" * (1024 * 1024 + 1), 413, "larger than 1 megabytes"),
    ],
)
def test_what_cannot_be_one_is_said_beside_the_file(site, name, content, status, said):
    answer = bring(site.by("Sofía"), content, name)
    assert answer.status_code == status
    assert said in answer.text


def test_without_a_file_and_after_somebody_else(site):
    client = site.by("Sofía")
    assert client.post(PAGE, data={"version": "0"}).status_code == 422
    bring(client, secretariat())
    late = bring(client, secretariat())
    assert late.status_code == 409
    assert "Somebody else has changed the house style" in late.text


def test_others_see_it_and_only_the_secretariat_sets_it(site, world):
    delegate = site.by("Paula")
    page = delegate.get(PAGE)
    assert page.status_code == 200
    assert not re.search(r'type="file"', page.text)
    assert bring(delegate, secretariat()).status_code == 403
    assert delegate.get(f"{PAGE}/7").status_code == 404
    world.user("Zoe")
    assert site.by("Zoe").get(PAGE).status_code == 404
