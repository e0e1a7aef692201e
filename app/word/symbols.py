"""Characters of symbol fonts (w:sym) as the Unicode characters they look like."""

_GREEK_UPPER = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_GREEK_LOWER = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = (
    {ord("A") + place: letter for place, letter in enumerate(_GREEK_UPPER)}
    | {ord("a") + place: letter for place, letter in enumerate(_GREEK_LOWER)}
    | {
        0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2D: "−", 0x5C: "∴", 0x5E: "⊥", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔",
        0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB6: "∂",
        0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xCF: "∉",
        0xD0: "∠", 0xD1: "∇", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xD9: "∧",
        0xDA: "∨", 0xE5: "∑", 0xF2: "∫",
    }
)  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def symbol(font: str | None, code: str | None) -> str | None:
    """The character `code` (hexadecimal) of `font`; None when it has no equal in Unicode that is known here."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return None
    if 0xF000 <= number <= 0xF0FF:
        name = (font or "").lower()
        if name == "wingdings":
            return _WINGDINGS.get(number - 0xF000)
        # A symbol font keeps digits and most punctuation of ASCII where they are.
        plain = chr(number - 0xF000) if 0x20 <= number - 0xF000 < 0x40 else None
        return _SYMBOL.get(number - 0xF000, plain) if name == "symbol" else None
    if number < 0x20 or 0xD800 <= number <= 0xF8FF or number > 0x10FFFF:
        return None
    return chr(number)
