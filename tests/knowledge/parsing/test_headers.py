import pytest

from knowledge.parsing.headers import Role, find_role, find_roles

N, C, L, S, T, D = (
    Role.NUMBER, Role.CONTENT, Role.LEAD, Role.SUPPORTING, Role.TIMEFRAME, Role.DELIVERABLE,
)  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "role"),
    [
        ("TT", N),
        ("STT", N),
        ("Số TT", N),
        ("<b>NỘI DUNG CÔNG VIỆC</b>", C),
        ("Nội dung/nhiệm vụ", C),
        ("Tên nhiệm vụ", C),
        ("Cơ quan\nchủ trì", L),
        ("Đơn vị thực hiện", L),
        ("Người thực hiện", L),
        ("Phân công thực hiện", L),
        ("Đơn vị chủ trì, phối hợp", L),
        ("Bộ phận phối hợp", S),
        ("Thời gian hoàn thành", T),
        ("Thời hạn", T),
        ("Tiến độ thực hiện", T),
        ("Dự kiến sản phẩm", D),
        ("Kết quả", D),
        ("Kết quả công việc", D),
        ("Đầu ra", D),
        ("Mốc hoàn thành", T),
        ("Ngày hoàn thành", T),
        ("Đơn vị đầu mối", L),
        ("Cơ quan tham mưu", L),
        ("Việc cần làm", C),
        ("Tên đề án, văn bản", C),
        ("Cơ quan ban hành", None),
        ("Ngày ban hành", None),
        ("Ghi chú", Role.OTHER),
        ("Kinh phí", Role.OTHER),
        ("Năm 2027", Role.OTHER),
        ("Địa điểm lấy mẫu", None),
        ("Thời gian quan trắc", None),
        ("", None),
        ("Nội dung " + "dài " * 30, None),
    ],
)
def test_role_of_a_header_cell(cell: str, role: Role | None) -> None:
    assert find_role(cell) is role


@pytest.mark.parametrize(
    ("cells", "roles"),
    [
        (("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm"), (N, C, L, S, T, D)),
        (("TT", "Nội dung", "Sản phẩm", "Thời gian", "Chủ trì"), (N, C, D, T, L)),
        (("STT", "Nhiệm vụ", "Đơn vị thực hiện", "Ghi chú"), (N, C, L, Role.OTHER)),
        (("Nội dung công việc", "Đơn vị thực hiện", "Thời gian"), (C, L, T)),
        (("TT", "Nội dung", "Năm 2026", "Năm 2027"), None),
        (("STT", "Nội dung", "Đơn vị tính", "Năm 2026"), None),
        (("STT", "Tiêu chí", "Điểm chuẩn", "Hướng dẫn chấm điểm"), None),
        (("STT", "Đối tượng", "Thời gian quan trắc", "Số mẫu"), None),
        (("1", "Trồng cây", "UBND xã", "Quý I"), None),
        (("", "", ""), None),
    ],
)
def test_roles_of_a_header_row(cells: tuple[str, ...], roles: tuple[Role, ...] | None) -> None:
    assert find_roles(cells) == roles
