"""A room with its site: forms filled in as a browser fills them, from the page that was answered."""

from html.parser import HTMLParser
from typing import Any

from sqlalchemy import Engine

from tests.drafting.room import Room
from tests.support.site import Site


class Form(HTMLParser):
    """The fields of the form on a page that posts to `action`, as a browser would send them."""

    def __init__(self, html: str, action: str) -> None:
        super().__init__()
        self._action = action
        self._inside = False
        self._area: str | None = None
        self._choice: str | None = None
        self.found = False
        self.fields: dict[str, Any] = {}
        self.feed(html)
        assert self.found, f"no form posts to {action}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self._inside = given.get("action") == self._action
            self.found = self.found or self._inside
        if not self._inside:
            return
        name = given.get("name")
        if tag == "input" and name:
            kind = given.get("type", "text")
            if kind == "checkbox" and "checked" in given:
                self.fields.setdefault(name, []).append(given["value"])
            elif (kind == "radio" and "checked" in given) or kind not in ("checkbox", "radio"):
                self.fields[name] = given.get("value") or ""
        elif tag == "textarea" and name:
            self._area, self.fields[name] = name, ""
        elif tag == "select":
            self._choice = name
        elif tag == "option" and self._choice and (self._choice not in self.fields or "selected" in given):
            self.fields[self._choice] = given.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            self.fields[self._area] = self.fields[self._area].removeprefix("\n")
            self._area = None
        elif tag == "select":
            self._choice = None
        elif tag == "form":
            self._inside = False


class Negotiation:
    """The room, and its pages for its people: Gabriela and Gustavo (head) of Guatemala, Hugo of Honduras, Sofía and Teresa
    of the secretariat."""

    def __init__(self, engine: Engine) -> None:
        self.room = Room(engine)
        self.site = Site(engine, at=self.room.time)

    @property
    def declaration(self) -> str:
        return f"/declarations/{self.room.declaration_id}"

    def send(self, client: Any, page: str, action: str, **changed: Any) -> Any:
        """Open a page, change fields of the form that posts to `action`, and send it."""
        answer = client.get(page)
        assert answer.status_code == 200, answer.text
        return self.resend(client, answer, action, **changed)

    def resend(self, client: Any, answer: Any, action: str, **changed: Any) -> Any:
        """Change fields of a form that came back, and send it."""
        fields = Form(answer.text, action).fields | {name.replace("_", "-"): value for name, value in changed.items()}
        self.site.go_to(max(self.site.now(), self.room.now()))
        return client.post(action, data=fields)
