"""Imports every storey's tables, so that the schema is whole."""

import app.accounts.models
import app.agreements.models
import app.drafting.models
import app.drafting.returned.models
import app.drafting.translations.models
import app.exports.house_styles.models
import app.exports.models
import app.meetings.models
import app.positions.models
import app.processes.models
import app.record.models  # noqa: F401
from app.db import metadata

__all__ = ["metadata"]
