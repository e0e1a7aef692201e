import re

from app.web.record.acts import ACTS, in_words
from tests.building.source import modules, read

NOUNS = "|".join(sorted({act.partition(".")[0] for act in ACTS}))
NAMED = re.compile(rf'"((?:{NOUNS})\.[a-z_]+)"')


def acts_written() -> set[str]:
    """Every act that the storeys name, as far as they name it whole."""
    found = set()
    for path in modules():
        if path.parts[1] in ("drafting", "exports", "meetings", "agreements", "processes") and path.name != "models.py":
            found |= set(NAMED.findall(read(path)))
    return found


def test_every_act_of_a_process_has_words():
    written = acts_written()
    assert len(written) > 40, "hardly an act was found: the rule looks in vain"
    assert not written - set(ACTS), f"Say in app/web/record/acts.py what these do: {sorted(written - set(ACTS))}"


def test_an_act_is_said_in_the_language_of_the_reader():
    assert in_words("es", "amendment.table") == "presentó una enmienda"
    assert in_words("en", "amendment.table") == "tabled an amendment"
    assert in_words("es", "something.new") == "something.new"
