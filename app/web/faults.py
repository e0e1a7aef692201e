"""How a fault of our own is answered: in the reader's language, without asking the database, which may be the fault."""

from dataclasses import dataclass

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from app.config import Settings
from app.errors import sentence
from app.web.headers import protecting
from app.web.languages import language_of, say
from app.web.page import Frame, Page
from app.web.paths import here
from app.web.refusals import for_a_program
from app.web.rendering import Renderer

FAULT = sentence("This is a fault of the service, not of yours. Try again; if it stays, tell who runs it.")


@dataclass(frozen=True, kw_only=True)
class FaultPage(Page):
    told: str


def _fault(request: Request, _error: Exception) -> Response:
    """500. The framework logs the error itself."""
    settings: Settings = request.app.state.settings
    language = language_of(request, getattr(request.state, "visitor", None), settings.default_language)
    told, headers = say(language, FAULT), {**protecting(settings), "Cache-Control": "no-store"}
    if for_a_program(request):
        problem = {"type": "/problems/fault", "title": "Fault", "status": 500, "detail": told, "instance": request.url.path}
        return JSONResponse(problem, status_code=500, headers=headers, media_type="application/problem+json")
    renderer: Renderer = request.app.state.renderer
    frame = Frame(language=language, path=request.url.path, here=here(request), at=request.app.state.clock.now())
    html = renderer.html(language, "refusals/fault.html", FaultPage(told=told), frame)
    return HTMLResponse(html, status_code=500, headers=headers)


def install(app: FastAPI) -> None:
    app.add_exception_handler(Exception, _fault)
