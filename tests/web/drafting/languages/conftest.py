import pytest

from tests.drafting.translations.conftest import SPANISH
from tests.web.drafting.negotiating import Negotiation


class Pages(Negotiation):
    """A zero draft, and its pages in Spanish."""

    def __init__(self, engine) -> None:
        super().__init__(engine)
        self.revision = self.room.issue()

    def address(self, revision=None) -> str:
        return f"/revisions/{(revision or self.revision).id}/languages/es"

    def paragraph(self, name: str, revision=None) -> str:
        return f"{self.address(revision)}/paragraphs/{self.room.key(name)}"

    def enter(self, name: str, said: str = "", revision=None, **changed):
        """Fill in the form of a paragraph as the secretary."""
        page = self.paragraph(name, revision)
        return self.send(self.site.by("Sofía"), page, page, text=said or SPANISH[name], **changed)

    def next(self, name: str, old: str, new: str):
        self.room.accept(self.room.table(self.room.replacing(name, old, new)))
        return self.room.next()


@pytest.fixture
def pages(engine):
    return Pages(engine)


@pytest.fixture
def small_pages(embedded_engine):
    return Pages(embedded_engine)
