"""The zero draft in the other working language, entered by the secretariat before the delegations tabled anything."""

from app.demonstration.story import Story, facts
from app.drafting import translations
from app.drafting.texts import require_current
from app.text import notation


def translate(story: Story) -> None:
    """Enter the whole translation, and say of its first paragraphs that they mean the same."""
    told, session, declaration = facts("translations"), story.session, story.declaration
    revision, language = require_current(session, declaration), told["language"]
    by = story.secretary(told["at"])
    words = [
        translations.Words(story.keys[paragraph["key"]], notation.read(paragraph["text"]), 0)
        for paragraph in told["paragraph"]
    ]
    translations.enter(session, declaration, revision, language, words, by=by, at=told["at"])
    for paragraph in told["paragraph"]:
        if paragraph.get("holds"):
            key, at = story.keys[paragraph["key"]], told["held_at"]
            translations.concord(session, declaration, revision, language, key, expected=1, by=by, at=at)
