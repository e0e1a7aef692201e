"""Somebody at the pages without a browser: what forms send, sent as one pleases."""

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import httpx2 as httpx
from lxml import html

from app.demonstration.seats import PASSWORD
from app.web.languages import say


@dataclass
class Visitor:
    """A person signed in. Everything is sent as a browser would send it from our own pages, unless told otherwise."""

    url: str
    email: str
    language: str = "en"

    def __enter__(self) -> Self:
        self.client = httpx.Client(base_url=self.url, headers={"Sec-Fetch-Site": "same-origin"}, timeout=120)
        self.client.post("/language", data={"language": self.language, "back": "/sign-in"})
        signed_in = self.client.post("/sign-in", data={"email": self.email, "password": PASSWORD, "next": "/"})
        assert signed_in.status_code == 303, signed_in.text
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.client.close()

    def get(self, path: str) -> "Answer":
        return Answer(self, self.client.get(path, follow_redirects=True))

    def post(self, path: str, data: dict[str, Any], **more: Any) -> "Answer":
        return Answer(self, self.client.post(path, data=data, **more))


@dataclass
class Answer:
    """A page that came back."""

    visitor: Visitor
    response: httpx.Response

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def page(self) -> html.HtmlElement:
        return html.document_fromstring(self.response.text)

    @property
    def refusal(self) -> str:
        """The sentence of the refusal at the top of the page."""
        found = self.page.xpath("//*[@role='alert']")
        return " ".join(found[0].text_content().split()) if found else ""

    def refused(self, status: int, text: str, **values: object) -> None:
        """Requires that it was refused, in these words."""
        assert (self.status, self.refusal) == (status, say(self.visitor.language, text, **values))

    @property
    def form(self) -> dict[str, Any]:
        """What the largest form of the page would send, were it sent as it stands."""
        forms = self.page.xpath("//main//form")
        assert forms, self.response.text
        largest = max(forms, key=lambda form: len(form.fields.keys()))
        # A line end right after the tag of a textarea is not part of what stands in it.
        areas = set(largest.xpath(".//textarea/@name"))
        return {name: value.removeprefix("\n") if name in areas else value for name, value in largest.form_values()}
