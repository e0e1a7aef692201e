from app.word.house.relations import content_type, kept_relations
from app.word.package import CONTENT_TYPES, Package, relations_of
from tests.word.house.letterheads import hostile, secretariat


def test_pictures_of_the_file_stay_and_all_else_goes() -> None:
    package = Package.read(hostile())
    kept = [kept_relations(package, part, "image") for part in package.related(package.main, "header")]
    assert sum(len(each.ids) for each in kept) == 1
    assert frozenset().union(*(each.outside for each in kept)) == {"rId71", "rId72"}


def test_a_drawing_that_can_point_elsewhere_does_not_stay() -> None:
    package = Package.read(secretariat())
    package.parts[CONTENT_TYPES] = package.parts[CONTENT_TYPES].replace(b"image/png", b"image/svg+xml")
    kept = [kept_relations(package, part, "image").ids for part in package.related(package.main, "header")]
    assert frozenset().union(*kept) == frozenset()


def test_types_are_found_in_capital_letters_too() -> None:
    package = Package.read(secretariat())
    assert content_type(package, "word/media/EMBLEM.PNG") == "image/png"
    assert content_type(package, "word/unknown.xyz") == "application/octet-stream"
    assert relations_of("word/header1.xml") == "word/_rels/header1.xml.rels"
