from pathlib import Path

import pytest
from pydantic import ValidationError

from app.config import PLACEHOLDER_SECRET, Mode, Settings

LONG = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize("secret", [PLACEHOLDER_SECRET, "short", ""])
def test_production_refuses_a_placeholder_secret(secret: str) -> None:
    with pytest.raises(ValidationError, match="PROTEMPORE_SECRET"):
        Settings(mode=Mode.PRODUCTION, secret=secret)


def test_development_does_not(tmp_path: Path) -> None:
    settings = Settings(mode=Mode.DEVELOPMENT, data_dir=tmp_path)
    assert settings.database_url == f"sqlite:///{tmp_path / 'protempore.sqlite'}"


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROTEMPORE_SECRET", LONG)
    monkeypatch.setenv("PROTEMPORE_DATABASE_URL", "postgresql://db/protempore")
    monkeypatch.setenv("PROTEMPORE_PUBLIC_URL", "https://text.example.org")
    settings = Settings()
    assert settings.mode is Mode.PRODUCTION
    assert settings.database_url == "postgresql://db/protempore"
    assert settings.secure_cookies
    assert LONG not in repr(settings)
