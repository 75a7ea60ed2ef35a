"""What is asked about one's own data, and what only sounds like it."""

import pytest

from handlers.privacy.asked import Correction, Wish, find_wish, read_correction
from knowledge.text import clean, fold

ASKED = [
    ("dữ liệu của tôi", Wish.SHOW),
    ("cho tôi xem thông tin của tôi", Wish.SHOW),
    ("xem du lieu ca nhan cua toi nhe", Wish.SHOW),
    ("what data do you keep about me", Wish.SHOW),
    ("xin bản sao dữ liệu của tôi", Wish.COPY),
    ("xóa dữ liệu của tôi", Wish.ERASE),
    ("xoa het thong tin cua toi di", Wish.ERASE),
    ("tôi muốn xoá toàn bộ dữ liệu của tôi", Wish.ERASE),
    ("xóa hết tin nhắn của em đi ạ", Wish.ERASE),
    ("delete my data", Wish.ERASE),
    ("đồng ý xóa dữ liệu", Wish.ERASE_CONFIRMED),
    ("rút đồng ý", Wish.WITHDRAW),
    ("tôi muốn rút lại sự đồng ý", Wish.WITHDRAW),
    ("withdraw my consent", Wish.WITHDRAW),
    ("sửa số điện thoại của tôi thành 0912345679", Wish.CORRECT),
    ("doi sdt sang 0912 345 679", Wish.CORRECT),
    ("change my phone to 0912345679", Wish.CORRECT),
    # Something else
    ("thong tin cua toi day a", None),
    ("thông tin của tôi bị cán bộ làm lộ", None),
    ("xóa đăng ký tạm trú thì cần giấy gì", None),
    ("làm sao xóa tên tôi trong sổ hộ khẩu", None),
    ("đổi địa chỉ trên thẻ căn cước", None),
    ("sửa tên trong giấy khai sinh thành tên khác", None),
    ("đồng ý", None),
    ("hạn báo cáo dữ liệu dân cư là khi nào", None),
]


@pytest.mark.parametrize(("text", "wish"), ASKED)
def test_what_is_asked(text: str, wish: Wish | None) -> None:
    assert find_wish(fold(clean(text))) is wish


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Sửa số điện thoại của tôi thành 0912 345 679", "phone", "0912 345 679"),
        ("đổi địa chỉ của tôi thành: Thôn 5, xã Bến Lụa", "address", "Thôn 5, xã Bến Lụa"),
        ("cho tôi sửa họ tên thành Nguyễn Văn Bính", "name", "Nguyễn Văn Bính"),
    ],
)
def test_what_shall_be_corrected(text: str, field: str, value: str) -> None:
    assert read_correction(clean(text), fold(clean(text))) == Correction(field, value)
