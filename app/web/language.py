"""The reader's choice of language."""

from fastapi import APIRouter, Request, Response

from app.web.forms import Form
from app.web.languages import LANGUAGE_COOKIE, LANGUAGES
from app.web.rendering import go

router = APIRouter()
YEAR = 365 * 24 * 3600


@router.post("/language")
def choose(request: Request, form: Form) -> Response:
    """Show the pages in the language chosen, from now on in this browser, and go back to where the reader was."""
    back = form.text("back", "/")
    # Only a path of our own: "//elsewhere" would lead to another site.
    response = go(request, back if back.startswith("/") and not back.startswith("//") and "\\" not in back else "/")
    if form.text("language") in LANGUAGES:
        secure = request.app.state.settings.secure_cookies
        response.set_cookie(
            LANGUAGE_COOKIE, form.text("language"), max_age=YEAR, samesite="lax", secure=secure, httponly=True
        )
    return response
