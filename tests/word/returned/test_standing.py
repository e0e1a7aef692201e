from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.word.returned import standing
from app.word.returned.standing import Standing


def text(*keys: str) -> Document:
    return Document(Paragraph(key, Role.OPERATIVE) for key in keys)


def test_what_stands_before_is_told_back_to_the_base():
    stands = Standing(text("a", "b"), text("a", "+1", "+2", "b"), text("a", "b"))
    assert [stands.behind(key, after) for key, after in (("b", "+2"), ("+2", "+1"), ("+1", "a"), ("a", None))] == [
        ("+2", "+1", "a"),
        ("+1", "a"),
        ("a",),
        (None,),
    ]
    assert Standing(text("b"), text("+1", "b"), text("b")).behind("b", "+1") == ("+1", None)


def test_what_others_put_between_stands_before_too():
    stands = Standing(text("a", "b"), text("a", "+1", "+2", "+3", "b"), text("a", "b"))
    assert stands.behind("+3", "+1") == ("+2", "+1", "a")
    assert stands.behind("+3", "a") == ("+2", "+1", "a")
    assert stands.behind("+3", None) == (None,)


def test_what_went_stood_where_it_was_without_changes():
    stands = Standing(text("a"), text("a"), text("a", "+1"))
    assert stands.behind("+2", "+1") == ("+1", "a") and stands.behind("+2", "+9") == ("+9", None)


def test_what_came_and_went_again_stood_where_the_file_has_it():
    stands = Standing(text("a", "b"), text("a", "b"), text("a", "b"), ("a", "+1", "+2", "b"))
    assert stands.behind("+3", "+2") == ("+2", "+1", "a")


def test_of_many_new_ones_the_nearest_are_told_and_the_last_of_the_base(monkeypatch):
    monkeypatch.setattr(standing, "MOST", 3)
    new = [f"+{place}" for place in range(9)]
    stands = Standing(text("a", "b"), text("a", *new, "b"), text("a", "b"))
    assert stands.behind("b", "+8") == ("+8", "+7", "+6", "a")
    assert stands.behind("+8", "+7") == ("+7", "+6", "+5", "a")
    assert stands.behind("+2", "+1") == ("+1", "+0", "a")
