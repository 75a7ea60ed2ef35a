"""Browsers as people know them: “Chrome trên Windows”."""

from bot.web.desk.words import login as words

LONGEST = 400  # characters of what a browser says of itself that are looked at
_BROWSERS = (  # the first that is named; most of them call themselves Chrome and Safari, too
    ("zalo", "Zalo"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("edg/", "Edge"),
    ("edga/", "Edge"),
    ("edgios/", "Edge"),
    ("opr/", "Opera"),
    ("samsungbrowser/", "Samsung Internet"),
    ("fxios/", "Firefox"),
    ("firefox/", "Firefox"),
    ("crios/", "Chrome"),
    ("chrome/", "Chrome"),
    ("safari/", "Safari"),
)
_SYSTEMS = (
    ("iphone", "iPhone"),
    ("ipad", "iPad"),
    ("android", "Android"),
    ("windows", "Windows"),
    ("mac os x", "máy Mac"),
    ("cros", "ChromeOS"),
    ("linux", "Linux"),
)


def name_browser(user_agent: str) -> str:
    """Name a browser and its system by the User-Agent header, of which nothing else is kept."""
    told = user_agent[:LONGEST].lower()
    browser = next((name for mark, name in _BROWSERS if mark in told), "")
    system = next((name for mark, name in _SYSTEMS if mark in told), "")
    if browser and system:
        return words.ON.format(browser=browser, system=system)
    return browser or system or words.UNKNOWN_BROWSER
