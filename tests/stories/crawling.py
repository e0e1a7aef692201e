"""Following every link there is, as one person after another, and judging what comes back as a careful reader would."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx2 as httpx
from babel.messages.pofile import read_po
from lxml import etree, html

from app.demonstration.seats import PASSWORD
from app.demonstration.story import facts
from app.web.languages import LOCALES

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NUMBER = re.compile(r"(?<=/)\d+(?=/|$)")
KEY = re.compile(r"(?<=/paragraphs/)[^/?]+|(?<=[?&])[^&#]+")
UNTYPED = ("hidden", "submit", "button", "image", "reset")
MARKED = re.compile(r"(%\(\w+\)s|\{\w+\})")


@dataclass(frozen=True, slots=True)
class Visited:
    """A page as it came: who asked, where, and what it was."""

    who: str
    url: str
    status: int
    kind: str
    text: str

    @property
    def pattern(self) -> str:
        return pattern_of(self.url)


def pattern_of(url: str) -> str:
    """What all pages of a kind have in common in their address."""
    parts = urlsplit(url)
    path = NUMBER.sub("…", ID.sub("…", KEY.sub("…", parts.path)))
    asked = sorted(each.partition("=")[0] for each in parts.query.split("&") if each)
    return f"{path}?{'&'.join(asked)}" if asked else path


@dataclass
class Crawler:
    """Somebody signed in (or nobody, when `email` is empty) who follows links from `/`, at most `most` of each kind."""

    url: str
    email: str
    language: str
    most: int = 2
    found: list[Visited] = field(default_factory=list)

    def visits(self) -> list[Visited]:
        with httpx.Client(base_url=self.url, follow_redirects=True, timeout=60) as client:
            self._settle_in(client)
            waiting, known, kinds = deque(["/"]), {"/"}, dict[str, int]()
            while waiting:
                url = waiting.popleft()
                kind = pattern_of(url)
                if kinds.get(kind, 0) >= self.most:
                    continue
                kinds[kind] = kinds.get(kind, 0) + 1
                visited = self._visit(client, url)
                self.found.append(visited)
                for link in links(visited):
                    if link not in known:
                        known.add(link)
                        waiting.append(link)
        return self.found

    def _settle_in(self, client: httpx.Client) -> None:
        client.post("/language", data={"language": self.language, "back": "/sign-in"})
        if self.email:
            answer = client.post("/sign-in", data={"email": self.email, "password": PASSWORD, "next": "/"})
            assert answer.status_code == 200 and answer.url.path == "/", answer.text

    def _visit(self, client: httpx.Client, url: str) -> Visited:
        answer = client.get(url)
        kind = answer.headers.get("content-type", "").partition(";")[0]
        text = answer.text if kind.startswith("text/") else ""
        return Visited(self.email, url, answer.status_code, kind, text)


def links(visited: Visited) -> Iterator[str]:
    """The addresses on our own host that a page leads to."""
    if visited.kind != "text/html" or not visited.text:
        return
    for address in html.fromstring(visited.text).xpath("//main//a/@href | //header//a/@href | //footer//a/@href"):
        target = urldefrag(urljoin(visited.url, str(address)))[0]
        parts = urlsplit(target)
        if not parts.netloc and parts.path.startswith("/") and not parts.scheme:
            yield target


def faults(visited: Visited, language: str) -> Iterator[str]:
    """What is wrong with a page."""
    if visited.status != 200:
        yield f"answers {visited.status}"
    if visited.kind != "text/html":
        return
    page = html.document_fromstring(visited.text)
    if page.get("lang") != language:
        yield f"says it is in {page.get('lang')!r}"
    if not (page.findtext(".//title") or "").strip():
        yield "has no title"
    headings = page.xpath("//h1")
    if len(headings) != 1 or not headings[0].text_content().strip():
        yield f"has {len(headings)} first headings"
    ids = page.xpath("//@id")
    if doubled := {each for each in ids if ids.count(each) > 1}:
        yield f"uses ids twice: {sorted(doubled)}"
    for name in _unlabelled(page):
        yield f"has a field without a label: {name}"
    for element in page.xpath("//*[@style] | //style | //script[not(@src)] | //*[@*[starts-with(name(), 'on')]]"):
        yield f"has a style or script in it: {etree.tostring(element)[:80]!r}"
    for text in _texts(page):
        if text in ("None", "True", "False", "[]", "()", "{}"):
            yield f"shows a bare value: {text}"
    if language != "en":
        yield from (f"says in English: {text}" for text in _texts(page, language) if is_untranslated(text, language))


def _unlabelled(page: html.HtmlElement) -> Iterator[str]:
    labelled = set(page.xpath("//label/@for"))
    for control in page.xpath("//input | //select | //textarea"):
        if control.tag == "input" and control.get("type") in UNTYPED:
            continue
        named = control.get("id") in labelled or control.xpath("ancestor::label")
        if not named and not control.get("aria-label") and not control.get("aria-labelledby"):
            yield control.get("name") or "?"
    for button in page.xpath("//button"):
        if not button.text_content().strip() and not button.get("aria-label"):
            yield "a button"


def _texts(page: html.HtmlElement, language: str = "") -> Iterator[str]:
    """What stands on a page, piece by piece; of what is marked as another language, nothing, and nothing of code."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        for text, owner in ((element.text, element), (element.tail, element.getparent())):
            if text and text.strip() and owner is not None and _is_in(owner, language) and owner.tag != "code":
                yield " ".join(text.split())
        for name in ("title", "alt", "aria-label", "placeholder"):
            if (value := element.get(name)) and _is_in(element, language):
                yield " ".join(value.split())


def _is_in(element: html.HtmlElement, language: str) -> bool:
    spoken = element.xpath("ancestor-or-self::*[@lang][1]/@lang")
    return not language or not spoken or spoken[-1] == language


_catalogues: dict[str, tuple[set[str], list[re.Pattern[str]]]] = {}


def is_untranslated(text: str, language: str) -> bool:
    """Whether a text on a page is a string of the source for which there is another in `language`."""
    if language not in _catalogues:
        _catalogues[language] = _source_strings(language)
    whole, patterns = _catalogues[language]
    return text not in content() and (text in whole or any(pattern.fullmatch(text) for pattern in patterns))


@cache
def content() -> frozenset[str]:
    """What people of the demonstration have written, in whatever language they did."""
    names = ("seats", "meetings", "declaration", "amendments")
    return frozenset(text for name in names for text in _strings(facts(name)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def _source_strings(language: str) -> tuple[set[str], list[re.Pattern[str]]]:
    whole, translations, patterns = set[str](), set[str](), list[re.Pattern[str]]()
    for path in sorted((LOCALES / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                source = message.id if isinstance(message.id, str) else message.id[0]
                target = message.string if isinstance(message.string, str) else message.string[0]
                if not source or source == target:
                    continue
                translations.add(" ".join(target.split()))
                pieces = MARKED.split(" ".join(source.split()))
                if len(pieces) == 1:
                    whole.add(pieces[0])
                elif sum(len(piece) for piece in pieces[::2]) >= 12:
                    patterns.append(
                        re.compile("".join(".+" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)))
                    )
    # A word that is also the Spanish of another string ("Error", "Actor") tells nothing.
    return whole - translations, patterns
