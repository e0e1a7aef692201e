"""What a process and a delegation are called, and in which order delegations are listed."""

from collections.abc import Iterable, Mapping
from typing import Literal

from app.accounts.lines import line
from app.errors import Malformed
from app.processes.collation import sort_key
from app.processes.countries import official_name, short_name
from app.processes.models import Delegation, Process

Form = Literal["short", "official"]


def name_of(named: Delegation | Process, language: str, form: Form = "short") -> str:
    """The name in a language; where it has none in that language, in another rather than nothing.

    States are named by the library of countries; organizations and processes by the names they were given.
    """
    if isinstance(named, Delegation) and named.country:
        return (short_name if form == "short" else official_name)(named.country, language)
    return given_name(named.names, language, form)


def given_name(names: Mapping[str, Mapping[str, str]], language: str, form: Form = "short") -> str:
    """The name among those given, `{language: {"official": …, "short": …}}`."""
    plain = language.replace("_", "-").split("-")[0].lower()
    for code in (language, plain, "en", "es", *names):
        found = names.get(code, {})
        if name := found.get(form) or found.get("official") or found.get("short"):
            return name
    return ""


def alphabetical(delegations: Iterable[Delegation], language: str) -> list[Delegation]:
    """The delegations in the alphabetical order of the language: by the short name, as lists of States are kept."""
    return sorted(delegations, key=lambda each: (*sort_key(name_of(each, language), language), str(each.id)))


def accept_names(names: Mapping[str, Mapping[str, str]], *, field: str = "names") -> dict[str, dict[str, str]]:
    """The names, cleaned. Raises Malformed when no language has an official name, or a language has only a short one."""
    clean: dict[str, dict[str, str]] = {}
    for code, forms in names.items():
        official = line(forms.get("official", ""), field=f"{field}.{code}.official", required=False)
        short = line(forms.get("short", ""), field=f"{field}.{code}.short", most=80, required=False)
        if short and not official:
            raise Malformed("The official name is missing.", field=f"{field}.{code}.official")
        if official:
            clean[code] = {"official": official, "short": short or official}
    if not clean:
        raise Malformed("An official name in at least one language is needed.", field=field)
    return clean
