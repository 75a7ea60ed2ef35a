"""Codes of the login: read as people type them, never found where nobody typed one."""

import pytest

from knowledge.login_codes import derive_code, find_login_code, looks_like_login_code

CODE = derive_code("a browser's secret")
FIRST, SECOND = CODE[4:9], CODE[10:]


def test_the_same_secret_has_the_same_code() -> None:
    assert derive_code("a browser's secret") == CODE
    codes = {derive_code(str(number)) for number in range(500)}
    assert len(codes) == 500
    assert all(find_login_code(code) == code for code in codes)


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        f"VAO: {FIRST} {SECOND}",
        f"mã đăng nhập của tôi là {CODE}.",
        f"vào {FIRST}{SECOND}",
        f"VAO–{FIRST}–{SECOND}",
        CODE.replace("0", "O").replace("1", "l"),
    ],
)
def test_codes_are_read_as_people_type_them(typed: str) -> None:
    assert find_login_code(typed) == CODE


def test_letters_that_look_alike_are_forgiven() -> None:
    code = next(c for c in (derive_code(str(n)) for n in range(500)) if "0" in c and "1" in c)
    head, body = code[:4], code[4:]
    for one in "Il1":
        assert find_login_code(head + body.replace("0", "o").replace("1", one)) == code


@pytest.mark.parametrize("place", range(10))
def test_one_wrong_symbol_is_found(place: int) -> None:
    symbols = list(FIRST + SECOND)
    symbols[place] = "7" if symbols[place] != "7" else "8"
    typed = f"VAO-{''.join(symbols)}"
    assert find_login_code(typed) is None
    assert looks_like_login_code(typed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "đăng nhập",
        "cho tôi hỏi vào thứ bảy có làm việc không",
        "vao trang thanh toan",
        "vào tháng 3 năm 2026",
        "VAO-",
        "PA261123-7K3QXC",
        "MOI-2345678-9ABCDEF",
        f"X{CODE}",
        f"{CODE}9",
        f"VAO-{FIRST}",
    ],
)
def test_other_texts_hold_no_code(text: str) -> None:
    assert find_login_code(text) is None
    assert not looks_like_login_code(text)
