from app.web.exports.handing import disposition


def test_a_name_in_any_alphabet_is_kept():
    said = disposition('Declaración "final"\r\n日本.docx')
    assert "\r" not in said
    assert "\n" not in said
    assert said == (
        'attachment; filename="Declaraci_n _final_____.docx"; '
        "filename*=UTF-8''Declaraci%C3%B3n%20%22final%22%0D%0A%E6%97%A5%E6%9C%AC.docx"
    )
