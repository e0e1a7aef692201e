"""Protection of unsafe methods against other sites, and the headers every answer carries.

The rule: a browser says with `Sec-Fetch-Site` where a request comes from, or with `Origin` at least; a request that changes
something must come from our own pages. A request with neither header is not a browser's and bears no cookie of a victim.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import Denied
from app.web.refusals import answer

SAFE = {"GET", "HEAD", "OPTIONS"}


def is_ours(method: str, headers: Headers) -> bool:
    """Whether a request may act: safe, or sent by our own pages, or not by a browser at all."""
    if method in SAFE:
        return True
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or _host(origin) == headers.get("host")


def _host(origin: str) -> str:
    """The host of an origin; "" of one that names none ("null") or is none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


class OwnOrigin:
    """ASGI middleware: refuses unsafe requests of other sites and adds the headers."""

    def __init__(self, app: ASGIApp, *, headers: Mapping[str, str]) -> None:
        self.app = app
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        if is_ours(scope["method"], Headers(scope=scope)):
            await self.app(scope, receive, send_with_headers)
            return
        refusal = Denied("This request came from another site and was not carried out.")
        response = await run_in_threadpool(answer, Request(scope, receive), refusal)
        await response(scope, receive, send_with_headers)
