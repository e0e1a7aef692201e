"""The reader's choice of language."""

from fastapi import APIRouter, Request, Response

from app.web.forms import Form
from app.web.languages import LANGUAGE_COOKIE, LANGUAGES
from app.web.paths import own_path
from app.web.rendering import go

router = APIRouter()
YEAR = 365 * 24 * 3600


@router.post("/language")
def choose(request: Request, form: Form) -> Response:
    """Show the pages in the language chosen, from now on in this browser, and go back to where the reader was."""
    response = go(request, own_path(form.text("back", "/")))
    if form.text("language") in LANGUAGES:
        secure = request.app.state.settings.secure_cookies
        response.set_cookie(
            LANGUAGE_COOKIE, form.text("language"), max_age=YEAR, samesite="lax", secure=secure, httponly=True
        )
    return response
