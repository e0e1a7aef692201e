from datetime import date
from uuid import uuid4

import pytest

from app.meetings.states import AgendaState, State
from app.meetings.views import MeetingLine
from app.web.meetings.seated import when


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "language", "shown"),
    [
        (None, None, "es", ""),
        (date(2017, 4, 24), None, "es", "24 de abril de 2017"),
        (date(2017, 4, 24), date(2017, 4, 24), "es", "24 de abril de 2017"),
        (date(2017, 4, 24), None, "en", "24 April 2017"),
        (date(2017, 4, 24), date(2017, 4, 26), "en", "24–26 Apr 2017"),
        (date(2017, 4, 24), date(2017, 4, 26), "es", "24–26 de abril de 2017"),
        (date(2017, 3, 30), date(2017, 4, 1), "es", "30 de marzo–1 de abril de 2017"),
    ],
)
def test_the_days_of_a_meeting_in_words(starts_on, ends_on, language, shown):
    line = MeetingLine(
        uuid4(), "X", "", starts_on, ends_on, "", "", False, "", State.PLANNED, AgendaState.DRAFT, 1, meets=()
    )
    said = when(line, language)
    assert said.replace("\u2009", "").replace(" – ", "–") == shown
