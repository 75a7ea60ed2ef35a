"""Pages of long lists, counted from 1."""


def turn_page(page: int, count: int, size: int) -> tuple[int, int]:
    """Give the page to show, the last where there is no such page, and how many there are."""
    pages = max(1, -(-count // size))
    return min(max(page, 1), pages), pages
