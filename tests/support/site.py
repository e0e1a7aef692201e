"""The pages and the API of a world, asked as its persons would ask, without a server in between."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fastapi.testclient import TestClient
from sqlalchemy import Engine

from app import clock
from app.accounts import sign_ins, tokens, users
from app.accounts.oneself import oneself
from app.config import Mode, Settings
from app.db import reading, writing
from app.main import create_app
from app.web.visitor import SESSION_COOKIE
from tests.support.world import NOW, email_of


@dataclass
class Site:
    """The service on a database of tests. Its clock runs on from `at`."""

    engine: Engine
    at: datetime = NOW
    settings: dict = field(default_factory=dict)

    def __post_init__(self) -> None:
        given = {
            "mode": Mode.DEVELOPMENT,
            "database_url": self.engine.url.render_as_string(hide_password=False),
            "public_url": "http://testserver",
            "clock_offset_seconds": (self.at - clock.now()).total_seconds(),
        }
        self.app = create_app(Settings(**(given | self.settings)))

    def go_to(self, at: datetime) -> None:
        """Sets the clock."""
        self.app.state.clock.offset = at - clock.now()

    def now(self) -> datetime:
        return self.app.state.clock.now()

    def nobody(self, language: str = "en") -> TestClient:
        """Somebody who is not signed in. Redirects are shown, not followed."""
        return TestClient(self.app, headers={"accept-language": language}, follow_redirects=False)

    def by(self, name: str, language: str = "en") -> TestClient:
        """A person of the world, signed in."""
        client = self.nobody(language)
        with writing(self.engine) as session:
            user = users.by_email(session, email_of(name))
            token = sign_ins.begin(session, user, by=oneself(user), agent="tests", at=self.now())
        client.cookies.set(SESSION_COOKIE, token)
        return client

    def program(self, name: str, *scopes: str) -> TestClient:
        """A program with an access token of a person of the world."""
        with reading(self.engine) as session:
            user = users.by_email(session, email_of(name))
        with writing(self.engine) as session:
            _, secret = tokens.create(
                session,
                users.by_id(session, user.id),
                name="tests",
                scopes=scopes,
                expires_at=self.now() + timedelta(days=30),
                by=oneself(user),
                at=self.now(),
            )
        return TestClient(self.app, headers={"authorization": f"Bearer {secret}", "accept-language": "en"})
