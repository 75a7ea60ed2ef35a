"""Browsers by what they say of themselves."""

import pytest

from bot.web.login.browsers import name_browser

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
ANDROID = "Mozilla/5.0 (Linux; Android 12; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) "
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 "


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (WINDOWS + "Chrome/109.0.0.0 Safari/537.36", "Chrome trên Windows"),
        (WINDOWS + "Chrome/120.0.0.0 Safari/537.36 Edg/120.0", "Edge trên Windows"),
        (WINDOWS + "coc_coc_browser/110.0 Chrome/104 Safari/537.36", "Cốc Cốc trên Windows"),
        ("Mozilla/5.0 (Windows NT 6.1; rv:102.0) Firefox/102.0", "Firefox trên Windows"),
        (ANDROID + "SamsungBrowser/23.0 Chrome/115 Safari", "Samsung Internet trên Android"),
        (ANDROID + "Version/4.0 Chrome/120 Mobile Safari Zalo android/23", "Zalo trên Android"),
        (IPHONE + "Version/16.6 Mobile/15E148 Safari/604.1", "Safari trên iPhone"),
        (IPHONE + "CriOS/119.0 Mobile/15E148 Safari/604.1", "Chrome trên iPhone"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 13_6) Safari/605", "Safari trên máy Mac"),
        ("curl/8.0", "trình duyệt không rõ"),
        ("", "trình duyệt không rõ"),
        ("<b>Chrome/1</b> đồng ý ngay" * 100, "Chrome"),
    ],
)
def test_browsers_are_named(told: str, name: str) -> None:
    assert name_browser(told) == name
    assert len(name_browser(told)) <= 80
