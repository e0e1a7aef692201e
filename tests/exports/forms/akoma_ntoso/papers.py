"""A paper to be put into Akoma Ntoso, and the schema it is held against."""

from datetime import date
from functools import cache

from lxml import etree

from app.exports.forms.akoma_ntoso import NAMESPACE, Paper
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from tests.support.programs import need

A = f"{{{NAMESPACE}}}"
PAPER = Paper(
    process="rcm",
    organization="Conferencia Regional sobre Migración",
    symbol="RCM/2017/DD.1",
    title="Declaración",
    language="es",
    begun=date(2017, 3, 30),
    stage="Rev.1",
    issued=date(2017, 4, 1),
    made=date(2017, 4, 6),
)


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(need("akoma-ntoso-schema")))


def valid(data: bytes) -> etree._Element:
    """The root of a file that the schema of the standard has nothing against."""
    root = etree.fromstring(data)
    schema = _schema()
    schema.validate(root)
    assert not schema.error_log, f"{schema.error_log}\n{data.decode()}"
    return root


def paragraph(key: str, role: Role, words: str = "", level: int = 0) -> Paragraph:
    return Paragraph(key, role, runs_of(words or key), level)


def ids(root: etree._Element) -> list[str]:
    return [each.get("eId") for each in root.iter() if each.get("eId")]
