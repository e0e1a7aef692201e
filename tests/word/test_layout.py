from app.word.layout import Table, cell, length, shares


def test_the_longer_its_longest_cell_the_wider_a_column_but_none_is_under_half_of_its_share() -> None:
    assert shares([[1, 1], [3, 1]], 800) == (500, 300)
    assert shares([[79, 1], [1, 1]], 800)[1] >= 200
    assert shares([[80, 80], [8000, 80]], 800) == (400, 400), "a long cell goes on to further lines anyway"
    assert shares([[1], [1, 1, 1]], 900) == (300, 300, 300), "a row may have fewer cells"


def test_a_table_in_which_words_run_on_is_long() -> None:
    short, long = cell("a" * 80), cell("a" * 81)
    assert length(long) == 81
    assert not Table("t", (1, 1), (), ((short, ()), (long,))).is_long, "what goes across is no cell"
    assert Table("t", (1, 1), (), ((short, long),)).is_long
    assert Table("t", (1, 1), (), ((short, cell("a", "b")),)).is_long
    assert Table("t", (1, 1, 1, 1), ("a", "b"), ()).across == 2
