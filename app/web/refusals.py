"""How a refusal is answered: a page for a person, a problem (RFC 9457) for a program."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.exceptions import HTTPException

from app import errors
from app.drafting.errors import Contradictory, MovedOn
from app.web.forms import Again
from app.web.page import Page
from app.web.paths import came_from
from app.web.rendering import in_words, reader_language, render
from app.web.statuses import status_of


@dataclass(frozen=True, kw_only=True)
class RefusalPage(Page):
    """`acted`: something was to be done, and not only seen. `back` is the page of ours it was to be done from, if known."""

    status: int
    acted: bool
    back: str


def for_a_program(request: Request) -> bool:
    return request.url.path.startswith("/api/")


def problem(request: Request, refusal: errors.Refusal, status: int, **more: object) -> JSONResponse:
    """An RFC 9457 problem. `type` names the kind of refusal, `detail` is the sentence."""
    body = {
        "type": f"/problems/{type(refusal).__name__.lower()}",
        "title": type(refusal).__name__,
        "status": status,
        "detail": in_words(reader_language(request), refusal),
        "instance": request.url.path,
        **_reasons(refusal),
        **more,
    }
    if refusal.field:
        body["field"] = refusal.field
    return JSONResponse(body, status_code=status, media_type="application/problem+json")


def _reasons(refusal: errors.Refusal) -> dict[str, object]:
    """What a refusal shows besides its sentence: what has changed meanwhile, or what contradicts what."""
    if isinstance(refusal, MovedOn):
        return {"changes": jsonable_encoder(refusal.changes)}
    if isinstance(refusal, Contradictory):
        return {"contradictions": jsonable_encoder(refusal.contradictions)}
    return {}


def answer(request: Request, refusal: errors.Refusal, status: int | None = None) -> Response:
    """What the one who asked is told; with `status` under another status than the refusal's own."""
    status = status or status_of(refusal)
    if for_a_program(request):
        response: Response = problem(request, refusal, status)
        if status == 401:
            response.headers["WWW-Authenticate"] = "Bearer"
        return response
    if isinstance(refusal, errors.SignedOut) and request.method == "GET":
        asked_for = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
        return RedirectResponse(f"/sign-in?next={quote(asked_for)}", status_code=303)
    acted = request.method not in ("GET", "HEAD")
    page = RefusalPage(refusal=refusal, status=status, acted=acted, back=came_from(request))
    return render(request, "refusals/refusal.html", page, status=status)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, errors.Refusal)
    return answer(request, error)


def _again(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Again)
    return error.response


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return answer(request, errors.Unknown("There is no such page, or it is not for you."))
    if error.status_code == 405:
        response = answer(request, errors.Unknown("This cannot be done at this address."), 405)
        response.headers.update(error.headers or {})
        return response
    if isinstance(error.__cause__, errors.Refusal):
        # The framework, reading a body, was stopped by one of ours.
        return answer(request, error.__cause__)
    return answer(request, errors.Malformed("What was sent could not be read."))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    if not for_a_program(request):
        if any(part["loc"][0] == "path" for part in error.errors()):
            return answer(request, errors.Unknown("There is no such page, or it is not for you."))
        return answer(request, errors.Malformed("What was sent could not be read."))
    places = [{"where": ".".join(map(str, part["loc"])), "what": part["msg"]} for part in error.errors()]
    return problem(request, errors.Malformed("What was sent could not be read."), 422, errors=places)


Handler = Callable[[Request, Exception], Response]


def install(app: FastAPI) -> None:
    handlers: dict[type[Exception], Handler] = {
        errors.Refusal: _refused,
        Again: _again,
        HTTPException: _http,
        RequestValidationError: _invalid,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)
