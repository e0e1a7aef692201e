from pathlib import Path

import pytest

from app.db import reading
from app.exports.house_styles.sample import sample
from app.exports.phrases import wording
from app.processes.models import Process
from tests.exports.house_styles.test_acts import kept
from tests.support.oracles import lint, paragraphs, schema_errors, styled
from tests.support.told import Told
from tests.word.house.letterheads import secretariat


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_it_shows_the_styles_in_the_language_of_its_reader(rcm: Told, language: str, tmp_path: Path) -> None:
    kept(rcm, secretariat())
    with reading(rcm.engine) as session:
        process = session.get_one(Process, rcm.declaration.process_id)
        data = sample(session, process, language=language, at=rcm.at)
    assert wording(language).sample.title in paragraphs(data)
    ours = {"Title", "Ttulo1", "Operative", "Preambular", "Item", "Subitem", "Row", "RowHeading", "Closing"}
    assert ours <= set(styled(data))
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []
