"""What steers a draft, with marks, without, and with the particles people add."""

import pytest

from handlers.intake.words import (
    Edit,
    Field,
    Steer,
    hides_name,
    read_edit,
    read_field,
    read_more,
    read_steer,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("huỷ", Steer.CANCEL),
        ("Hủy bỏ đi ạ", Steer.CANCEL),
        ("thôi không gửi nữa", Steer.CANCEL),
        ("ko muon gui nua", Steer.CANCEL),
        ("cancel", Steer.CANCEL),
        ("quay lại", Steer.BACK),
        ("quay lai nhe", Steer.BACK),
        ("back", Steer.BACK),
        ("bỏ qua", Steer.SKIP),
        ("bo qua nhe", Steer.SKIP),
        ("không có", Steer.SKIP),
        ("k muốn cho số đâu", None),
        ("skip", Steer.SKIP),
        ("gửi", Steer.SEND),
        ("gui di", Steer.SEND),
        ("gửi luôn nhé", Steer.SEND),
        ("Đồng ý gửi.", Steer.SEND),
        ("vẫn gửi", Steer.SEND),
        ("ok", None),
        ("vâng", None),
        ("tiếp tục", Steer.RESUME),
        ("phản ánh mới", Steer.ANEW),
        ("bỏ ảnh", Steer.DROP_FILES),
        ("xóa hết ảnh đi", Steer.DROP_FILES),
        ("vì sao phải cho số điện thoại", Steer.WHY),
        ("có bắt buộc để tên không", Steer.WHY),
        ("gửi rác ra đường mà không ai phạt", None),
        ("không có ai dọn rác ở cổng chợ", None),
        ("bỏ rác bừa bãi", None),
        ("đèn đường hỏng", None),
        ("tiếp tục xả thải ra kênh", None),
    ],
)
def test_words_that_steer(typed: str, meant: Steer | None) -> None:
    assert read_steer(typed) is meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sửa", Edit(None)),
        ("sua lai nhe", Edit(None)),
        ("edit", Edit(None)),
        ("sửa nội dung", Edit(Field.CONTENT)),
        ("sửa nội dung: Cống tắc trước chợ", Edit(Field.CONTENT, "Cống tắc trước chợ")),
        ("sửa số điện thoại 0987 654 321", Edit(Field.PHONE, "0987 654 321")),
        ("doi sdt thanh 0987654321", Edit(Field.PHONE, "0987654321")),
        ("sửa tên Trần Văn Ba", Edit(Field.NAME, "Trần Văn Ba")),
        ("sửa họ tên thành Trần Văn Ba", Edit(Field.NAME, "Trần Văn Ba")),
        ("sửa địa chỉ thôn 5", Edit(Field.ADDRESS, "thôn 5")),
        ("sửa nơi xảy ra: cổng trường", Edit(Field.WHERE, "cổng trường")),
        ("sửa liên hệ", Edit(Field.CONTACT)),
        ("sửa ảnh", Edit(Field.FILES)),
        ("sửa đường thôn 3 giúp dân", None),
        ("đèn hỏng không ai sửa", None),
    ],
)
def test_words_that_change_something(typed: str, meant: Edit | None) -> None:
    assert read_edit(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nội dung", Field.CONTENT),
        ("noi", Field.WHERE),
        ("liên hệ", Field.CONTACT),
        ("số điện thoại", Field.PHONE),
        ("đèn hỏng", None),
    ],
)
def test_which_part_is_named(typed: str, meant: Field | None) -> None:
    assert read_field(typed) is meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("k muốn để tên đc k ad", True),
        ("cho tôi ẩn danh", True),
        ("không để tên", True),
        ("xin giữ bí mật danh tính", True),
        ("đừng nêu tên tôi", True),
        ("ẩn tên giúp tôi", True),
        ("nặc danh được không", True),
        ("please keep my name out", True),
        ("bảo vệ không cho dân vào", False),
        ("biển tên đường bị che", False),
        ("cán bộ giấu thông tin quy hoạch", False),
        ("ăn tết xong rác vẫn chưa dọn", False),
    ],
)
def test_a_name_to_be_kept_back(typed: str, meant: bool) -> None:
    assert hides_name(typed) is meant


@pytest.mark.parametrize(
    ("typed", "added"),
    [
        ("thêm: đoạn này gần trường học", "đoạn này gần trường học"),
        ("them doan nay gan truong", "doan nay gan truong"),
        ("thêm", ""),
        ("bổ sung thêm: có 3 hố", "có 3 hố"),
    ],
)
def test_what_is_added(typed: str, added: str) -> None:
    assert read_more(typed) == added
