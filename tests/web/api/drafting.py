"""Programs around a table, for tests of the API."""

from typing import Any

from sqlalchemy import Engine

from tests.web.drafting.negotiating import Negotiation

SCOPES = ("read", "draft", "table", "desk")


class Programs(Negotiation):
    """The room, and a program for each of its people."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._programs: dict[str, Any] = {}

    def of(self, name: str) -> Any:
        """The program of a person, with every scope that drafting knows."""
        if name not in self._programs:
            self._programs[name] = self.site.program(name, *SCOPES)
        return self._programs[name]

    @property
    def path(self) -> str:
        return f"/api/v1/declarations/{self.room.declaration_id}"

    def tag(self, path: str = "", name: str = "Sofía") -> dict[str, str]:
        """The condition to change what is at `path` under the declaration, as it stands now."""
        return {"if-match": self.of(name).get(self.path + path).headers["etag"]}
