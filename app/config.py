"""Settings, read once from the environment and passed down."""

from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PLACEHOLDER_SECRET = "not-a-secret"


class Mode(StrEnum):
    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Settings(BaseSettings):
    """Every setting is an environment variable with the prefix PROTEMPORE_ (PROTEMPORE_DATABASE_URL, …).

    Raises pydantic.ValidationError when a value cannot be used, and in production when the secret is a placeholder.
    """

    model_config = SettingsConfigDict(env_prefix="PROTEMPORE_", extra="ignore")

    mode: Mode = Mode.PRODUCTION
    secret: SecretStr = SecretStr(PLACEHOLDER_SECRET)
    data_dir: Path = Path("data")
    exports_dir: Path = Path("exports")
    database_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    public_url: str = "http://127.0.0.1:8000"
    default_language: Literal["es", "en"] = "es"
    session_idle_minutes: int = Field(default=120, ge=5)
    session_absolute_hours: int = Field(default=24 * 7, ge=1)
    invitation_days: int = Field(default=7, ge=1)
    upload_limit_mb: int = Field(default=20, ge=1)
    template_cache: bool = True
    clock_offset_seconds: float = 0
    export_workers: int = Field(default=1, ge=0, le=16)
    export_minutes: int = Field(default=10, ge=1)

    @model_validator(mode="after")
    def _whole(self) -> "Settings":
        if not self.database_url:
            self.database_url = f"sqlite:///{self.data_dir / 'protempore.sqlite'}"
        if self.mode is Mode.PRODUCTION:
            secret = self.secret.get_secret_value()
            if secret == PLACEHOLDER_SECRET or len(secret) < 32:
                raise ValueError(
                    "PROTEMPORE_SECRET is a placeholder or shorter than 32 characters; set it to a long random string, "
                    "or set PROTEMPORE_MODE=development on your own machine"
                )
        return self

    @property
    def secure_cookies(self) -> bool:
        """Whether cookies are sent over https only: wherever the public address is https."""
        return self.public_url.startswith("https://")
