import pytest

from knowledge.dates import find_timeframe


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Xây dựng kế hoạch của đơn vị (hoàn thành trước ngày 8/3/2022); gửi Văn phòng",
            "hoàn thành trước ngày 8/3/2022",
        ),
        ("Chậm nhất đến hết Quý 3 phải làm xong việc rà soát", "Chậm nhất đến hết Quý 3"),
        (
            "Trước ngày 10 của tháng cuối Quý chấm điểm theo Nghị định số 9/2018 ngày 23/4/2018",
            "Trước ngày 10 của tháng cuối Quý",
        ),
        ("Lập danh sách trong Tháng 10/2022 để niêm yết", "trong Tháng 10/2022"),
        (
            "Trao giấy khen từ ngày 08 đến ngày 10 tháng 12 năm 2025 tại xã",
            "từ ngày 08 đến ngày 10 tháng 12 năm 2025",
        ),
        (
            "Gửi báo cáo định kỳ hằng năm (trước ngày 15 tháng 12) về Sở",
            "định kỳ hằng năm (trước ngày 15 tháng 12)",
        ),
        (
            "Nộp hồ sơ trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này.",
            "trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này",
        ),
        (
            "Mở lớp từ tháng 3 đến tháng 10 năm 2026, mỗi xã một lớp",
            "từ tháng 3 đến tháng 10 năm 2026",
        ),
        (
            "Triển khai ngay sau khi phần mềm được cấp phép. Việc khác làm sau",
            "ngay sau khi phần mềm được cấp phép",
        ),
        (
            "Phong trào thực hiện trong năm 2022 và các năm tiếp theo",
            "trong năm 2022 và các năm tiếp theo",
        ),
        ("Thời gian thực hiện: Quý IV năm 2025. Đơn vị chủ trì: Sở Nội vụ", "Quý IV năm 2025"),
        ("Báo cáo **trước ngày 31 tháng 12 năm 2025** về huyện", "trước ngày 31 tháng 12 năm 2025"),
        ("Tổng hợp, báo cáo huyện theo yêu cầu.", "theo yêu cầu"),
        ("Báo cáo UBND tỉnh trước ngày 15/12/2026 để theo dõi", "trước ngày 15/12/2026"),
        ("Bao cao UBND tinh truoc ngay 15/12/2026", "truoc ngay 15/12/2026"),
        ("Tặng quà trước Tết Nguyên đán năm 2026.", "trước Tết Nguyên đán năm 2026"),
        ("Gửi lịch công tác vào thứ Sáu hằng tuần.", "vào thứ Sáu hằng tuần"),
        ("Gửi lịch công tác trước thứ Sáu hằng tuần", "trước thứ Sáu hằng tuần"),
        ("Họp trong tuần đầu tháng 6/2022 tại xã", "trong tuần đầu tháng 6/2022"),
        (
            "Báo cáo định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12) về Phòng",
            "định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12)",
        ),
        (
            "Trả lời chậm nhất sau 05 ngày làm việc kể từ ngày nhận đơn.",
            "chậm nhất sau 05 ngày làm việc kể từ ngày nhận đơn",
        ),
        ("Bao cao ket qua truoc ngay 15/11/2024 ve huyen", "truoc ngay 15/11/2024"),
    ],
)
def test_time_clause_of_a_sentence(sentence: str, expected: str) -> None:
    assert find_timeframe(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Thực hiện Quyết định số 45/QĐ-UBND ngày 03/5/2018 của UBND tỉnh",
        "Căn cứ Luật số 80/2015/QH13 ngày 22 tháng 6 năm 2015",
        "Chương trình trồng rừng đến năm 2025 và tầm nhìn đến năm 2030",
        "Nghị định có hiệu lực từ ngày 01/7/2025 và thay thế nghị định cũ",
        "Thứ Tư hằng tuần, công chức lập sẵn tờ khai",
        "Nâng cao chất lượng dạy và học trong năm học 2025-2026",
        "So lieu tinh den ngay 31/12/2021 cua cac xa",
        "Số liệu tính đến ngày 31/12/2021 của các xã",
        "Nâng cao chất lượng giải quyết hồ sơ năm 2024",
        "Bố trí phòng họp đảm bảo theo yêu cầu.",
        "Chịu trách nhiệm trước Chủ tịch UBND xã về kết quả",
        "Giảm 20% thời gian giải quyết, đạt tối thiểu 90%",
        "Khách hàng tháng nào cũng hài lòng",
    ],
)
def test_dates_that_are_not_time_limits(sentence: str) -> None:
    assert find_timeframe(sentence) is None
