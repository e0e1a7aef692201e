import pytest

from app.web.accounts.devices import device

WINDOWS, MAC = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)"
KIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    "agent,words",
    [
        (f"{WINDOWS} {KIT} Chrome/126.0.0.0 Safari/537.36", "Chrome on Windows"),
        (f"{WINDOWS} {KIT} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox on Linux"),
        (
            f"Mozilla/5.0 (Linux; Android 14) {KIT} SamsungBrowser/25.0 Chrome/121.0 Safari/537.36",
            "Samsung Internet on Android",
        ),
        (f"{MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15", "Safari on macOS"),
        (f"{PHONE} AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.0 Mobile/15E148 Safari/604.1", "Chrome on iPhone"),
    ],
)
def test_a_browser_is_told_in_words(agent, words):
    assert device(agent, "en") == words


def test_it_is_told_in_the_language_of_the_reader():
    assert device(f"{WINDOWS} Gecko/20100101 Firefox/127.0", "es") == "Firefox en Windows"


@pytest.mark.parametrize("agent", ["", "curl/8.5.0", "Chrome/126.0.0.0"])
def test_what_is_not_known_is_left_as_it_is(agent):
    assert device(agent, "en") == agent
