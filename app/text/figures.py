"""Numbers as letters and as Roman figures, in small letters, from 1 on."""


def letters(count: int) -> str:
    """a … z, then aa, bb, … zz, aaa: as texts of the United Nations go on, and Word."""
    times, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def roman(count: int) -> str:
    """i, ii, iii, iv, …; thousands are as many m."""
    out = ""
    for value, sign in (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
        (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):  # fmt: skip
        times, count = divmod(count, value)
        out += sign * times
    return out
