"""Work given in chat: to whom, what, until when, after which document."""

import datetime as dt

import pytest

from knowledge.tasks.assigning import Assigning, read_assigning

TODAY = dt.date(2026, 11, 23)  # a Monday
ECONOMY, CULTURE, CENTRE, POLICE = (
    *("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công", "Công an xã"),
)
NAMES = (ECONOMY, CULTURE, CENTRE, POLICE, "Văn phòng HĐND và UBND", "VP", "thôn 3", "Phòng A")


def _day(month: int, day: int) -> dt.date:
    return dt.date(2026, month, day)


@pytest.mark.parametrize(
    ("text", "offices", "content", "timeframe", "last_day"),
    [
        (
            "giao Phòng Văn hóa - Xã hội báo cáo kết quả rà soát hộ nghèo trước 4/12",
            *((CULTURE,), "Báo cáo kết quả rà soát hộ nghèo", "trước 4/12", _day(12, 3)),
        ),
        (
            "giao phong vhxh bao cao ra soat truoc ngay 4/12 nhe",
            *((CULTURE,), "Bao cao ra soat", "truoc ngay 4/12", _day(12, 3)),
        ),
        (
            "giao cho phòng KT lập danh sách, chậm nhất 30/11",
            *((ECONOMY,), "Lập danh sách", "chậm nhất 30/11", _day(11, 30)),
        ),
        (
            "phân công VP tham mưu kế hoạch cải cách hành chính trong tuần này",
            *(("VP",), "Tham mưu kế hoạch cải cách hành chính", "trong tuần này", _day(11, 27)),
        ),
        (
            "yêu cầu Công an xã báo cáo an ninh trật tự hết tháng 12",
            *((POLICE,), "Báo cáo an ninh trật tự", "hết tháng 12", _day(12, 31)),
        ),
        (
            "đề nghị Phòng Kinh tế thực hiện rà soát, hoàn thành trước 17h ngày 4/12",
            *((ECONOMY,), "Thực hiện rà soát", "hoàn thành trước 17h ngày 4/12", _day(12, 4)),
        ),
        (
            "giao thôn 3 lập danh sách hộ khó khăn; hạn: 30/11",
            *(("thôn 3",), "Lập danh sách hộ khó khăn", "hạn: 30/11", _day(11, 30)),
        ),
        (
            "giao TT PVHCC niêm yết thủ tục mới, thứ 6 này",
            *((CENTRE,), "Niêm yết thủ tục mới", "thứ 6 này", _day(11, 27)),
        ),
        (
            "giao Phòng Kinh tế và Phòng Văn hóa - Xã hội rà soát đến hết 30/11",
            *((ECONOMY, CULTURE), "Rà soát", "đến hết 30/11", _day(11, 30)),
        ),
        (
            "giao phòng văn hoá xã hội, phòng kinh tế: rà soát t6 tuần sau",
            *((CULTURE, ECONOMY), "Rà soát", "t6 tuần sau", _day(12, 4)),
        ),
        (
            "giao P.KT tổng hợp trước 4.12",
            *((ECONOMY,), "Tổng hợp", "trước 4.12", _day(12, 3)),
        ),
        (
            "giao Phòng Kinh tế, trước 4/12, báo cáo số liệu",
            *((ECONOMY,), "Báo cáo số liệu", "trước 4/12", _day(12, 3)),
        ),
        (
            "giao Phòng Kinh tế báo cáo số liệu từ 1/11 đến 30/11 trước 4/12",
            *((ECONOMY,), "Báo cáo số liệu từ 1/11 đến 30/11", "trước 4/12", _day(12, 3)),
        ),
        (
            "giao Phòng A rà soát, cuối tuần nộp",
            *(("Phòng A",), "Rà soát, nộp", "cuối tuần", _day(11, 27)),
        ),
        (
            "giao Phòng Kinh tế báo cáo trước 20/11",
            *((ECONOMY,), "Báo cáo", "trước 20/11", dt.date(2027, 11, 19)),
        ),
        ("giao Phòng Kinh tế tổ chức lễ 20/11", (ECONOMY,), "Tổ chức lễ 20/11", "", None),
        ("giao phòng kinh tế rà soát đất công", (ECONOMY,), "Rà soát đất công", "", None),
        (
            "giao Phòng Nội vụ báo cáo trước 4/12",
            *((), "Phòng Nội vụ báo cáo", "trước 4/12", _day(12, 3)),
        ),
        (
            "yc phòng vhxh nộp báo cáo trong ngày mai",
            *((CULTURE,), "Nộp báo cáo", "trong ngày mai", _day(11, 24)),
        ),
        ("giao Phòng Kinh tế trước 4/12", (ECONOMY,), "", "trước 4/12", _day(12, 3)),
    ],
)
def test_work_is_given(
    text: str, offices: tuple[str, ...], content: str, timeframe: str, last_day: dt.date | None
) -> None:
    expected = Assigning(offices, content, timeframe, last_day)
    assert read_assigning(text, names=NAMES, today=TODAY) == expected


@pytest.mark.parametrize(
    ("text", "content", "document"),
    [
        (
            "theo công văn số 45 ngày 20/11, giao Phòng Kinh tế rà soát trước 4/12",
            *("Rà soát", "Công văn số 45 ngày 20/11"),
        ),
        (
            "giao Phòng Kinh tế rà soát trước 4/12 (theo CV 123/UBND-VP)",
            "Rà soát",
            "Công văn 123/UBND-VP",
        ),
        ("giao phong kt ra soat theo cv 123/UBND-VP truoc 4/12", "Ra soat", "Công văn 123/UBND-VP"),
        (
            "giao Phòng Kinh tế trả lời công văn số 45 ngày 20/11 trước 4/12",
            *("Trả lời công văn số 45 ngày 20/11", "Công văn số 45 ngày 20/11"),
        ),
    ],
)
def test_a_document_stands_behind_it(text: str, content: str, document: str) -> None:
    found = read_assigning(text, names=NAMES, today=TODAY)
    assert found
    assert (found.offices, found.last_day) == ((ECONOMY,), _day(12, 3))
    assert (found.content, found.document) == (content, document)


def test_working_days_are_left_to_be_counted() -> None:
    text = "giao Phòng Kinh tế tổng hợp trong 3 ngày làm việc"
    found = read_assigning(text, names=NAMES, today=TODAY)
    assert found == Assigning((ECONOMY,), "Tổng hợp", "trong 3 ngày làm việc", None, 3)


def test_initials_that_fit_two_offices_name_none() -> None:
    names = ("Phòng Kinh tế", "Phòng Kế toán")
    found = read_assigning("giao phòng KT báo cáo trước 4/12", names=names, today=TODAY)
    assert found
    assert found.offices == ("Phòng Kinh tế",)  # "KT" is read as "kinh tế", whoever else fits
    names = ("Phòng Nội vụ", "Phòng Ngoại vụ")
    found = read_assigning("giao phòng NV báo cáo trước 4/12", names=names, today=TODAY)
    assert found
    assert found.offices == ()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "giao",
            "giao Phòng Kinh tế",
            "Phòng Kinh tế báo cáo trước 4/12",
            "việc của Phòng Kinh tế",
        ),
        *(
            "giao thông ở thôn 3 hỏng",
            "giao thông ở thôn 3 hỏng, trước 4/12 sửa giúp",
            "giao dịch trước 4/12",
        ),
        *(
            "đề nghị sửa đèn trước 4/12",
            "yêu cầu trả lời trong tuần này",
            "giao lưu văn nghệ 20/11",
        ),
        *(
            "giao PA261123-7K3QXC cho Công an xã",
            "giao 1 cho Công an xã",
            "giao V15 cho Phòng Kinh tế",
        ),
        *(
            "giao Phòng Kinh tế việc gì?",
            "phòng nào được giao báo cáo",
            "giao cho phòng nào trước 4/12",
        ),
        *("giao nộp vũ khí ở đâu", "giao việc", "đề nghị Phòng Kinh tế"),
    ],
)
def test_other_words_give_no_work(text: str) -> None:
    assert read_assigning(text, names=NAMES, today=TODAY) is None
