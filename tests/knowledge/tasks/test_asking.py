"""Lists of work asked for, and who has handed something in."""

import pytest

from knowledge.tasks.asking import ListAsked, ListKind, StatusAsked, read_list, read_status


@pytest.mark.parametrize(
    ("text", "kind", "office"),
    [
        ("chưa có ngày", ListKind.UNDATED, ""),
        ("viec chua co ngay", ListKind.UNDATED, ""),
        ("việc nào chưa có hạn ạ", ListKind.UNDATED, ""),
        ("chưa có người nhận", ListKind.UNASSIGNED, ""),
        ("viec nao chua co nguoi nhan", ListKind.UNASSIGNED, ""),
        ("đã qua trước ngày xác nhận", ListKind.PAST, ""),
        ("việc đã qua", ListKind.PAST, ""),
        ("việc không thuộc đơn vị", ListKind.DISPUTED, ""),
        ("việc chờ phân công lại", ListKind.DISPUTED, ""),
        ("việc quá hạn", ListKind.LATE, ""),
        ("xem viec qua han", ListKind.LATE, ""),
        ("việc quá hạn của Phòng Kinh tế", ListKind.LATE, "Phòng Kinh tế"),
        ("ai còn trễ", ListKind.LATE, ""),
        ("đơn vị nào trễ hạn", ListKind.LATE, ""),
        ("danh sách xin lùi", ListKind.EXTENSIONS, ""),
        ("việc xin lùi hạn", ListKind.EXTENSIONS, ""),
        ("đề nghị gia hạn đang chờ duyệt", ListKind.EXTENSIONS, ""),
        ("việc chưa giao ai", ListKind.UNASSIGNED, ""),
        ("ai xin gia hạn", ListKind.EXTENSIONS, ""),
        ("việc của Phòng Kinh tế", ListKind.OFFICE, "Phòng Kinh tế"),
        ("viec cua phong KT", ListKind.OFFICE, "Phòng KT"),
        ("Phòng Kinh tế còn việc gì", ListKind.OFFICE, "Phòng Kinh tế"),
    ],
)
def test_a_list_is_asked_for(text: str, kind: ListKind, office: str) -> None:
    assert read_list(text) == ListAsked(kind, office)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "việc của tôi",
            "việc của phòng em",
            "tuần này tôi phải làm gì",
            "xin lùi",
            "gia hạn",
            "",
        ),
        *("phản ánh quá hạn", "gia hạn tạm trú", "chưa có ngày cấp cccd", "hồ sơ trễ hạn thì sao"),
        *(
            "việc của phòng nào",
            "xem thêm",
            "UBND huyện có việc gì",
            "đã quá hạn trả lời thứ Ba",
            "việc làm ở xã",
            "chưa có người trả lời tôi",
            "ai chưa nộp",
        ),
    ],
)
def test_no_list_is_asked_for(text: str) -> None:
    assert read_list(text) is None


@pytest.mark.parametrize(
    ("text", "topic", "is_missing"),
    [
        ("phong nao chua nop bc ra soat", "bao cao ra soat", True),
        ("đơn vị nào chưa nộp báo cáo rà soát ạ", "báo cáo rà soát", True),
        ("còn ai chưa báo cáo rà soát", "báo cáo rà soát", True),
        ("những đơn vị nào chưa gửi kế hoạch chuyển đổi số?", "kế hoạch chuyển đổi số", True),
        ("báo cáo rà soát đã nộp đủ chưa", "báo cáo rà soát", True),
        ("các thôn đã nộp đủ báo cáo rà soát chưa", "báo cáo rà soát", True),
        ("các thôn đã nộp đủ chưa", "", True),
        ("đã nộp báo cáo rà soát đủ chưa", "báo cáo rà soát", True),
        ("báo cáo rà soát còn ai chưa nộp", "báo cáo rà soát", True),
        ("còn những ai chưa nộp kế hoạch năm", "kế hoạch năm", True),
        ("còn thiếu đơn vị nào", "", True),
        ("ai chưa nộp", "", True),
        ("phòng nào còn nợ báo cáo tháng", "báo cáo tháng", True),
        ("đơn vị nào chưa xong V15", "V15", True),
        ("đơn vị nào đã nộp báo cáo rà soát", "báo cáo rà soát", False),
    ],
)
def test_who_has_handed_it_in(text: str, topic: str, is_missing: bool) -> None:
    assert read_status(text) == StatusAsked(topic, is_missing)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "tôi chưa nộp hồ sơ",
            "ai chưa nộp thuế thì bị phạt gì",
            "đã nộp báo cáo",
            "ai còn trễ",
        ),
        *(
            "phản ánh nào chưa trả lời",
            "cơ quan chưa nhập địa chỉ",
            "làm được không",
            "ai chưa có cccd thì làm ở đâu",
            "hạn nộp báo cáo rà soát",
        ),
    ],
)
def test_nothing_is_asked_of_who_has_handed_in(text: str) -> None:
    assert read_status(text) is None
