"""How alike names of offices are: proposed to the clerk, or not worth a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.offices import ALIKE, score_names

PLACE = "xã Bến Lụa"
ALIKE_NAMES = [
    ("Văn phòng HĐND và UBND xã", "VP HĐND-UBND"),
    ("Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND xã Bến Lụa"),
    ("Văn phòng HĐND và UBND", "Văn phòng UBND xã"),
    ("Văn phòng HĐND và UBND", "Văn phòng"),
    ("Phòng Văn hóa - Xã hội", "Phòng VH-XH"),
    ("Phòng Văn hóa - Xã hội", "VHXH"),
    ("Phòng Kinh tế", "Phòng KT"),
    ("Phòng Kinh tế", "P. Kinh tế xã"),
    ("Công chức Tư pháp - Hộ tịch", "Tư pháp - Hộ tịch"),
    ("Công chức Tư pháp - Hộ tịch", "Công chức TP-HT"),
    ("Công chức Tư pháp - Hộ tịch", "Công chức Tư pháp"),
    ("Công chức Địa chính - Xây dựng", "cán bộ ĐC-XD"),
    ("Công an xã", "Công an"),
    ("Công an xã", "Công an xã Bến Lụa"),
    ("Ủy ban nhân dân xã", "UBND xã Bến Lụa"),
    ("Trung tâm Phục vụ hành chính công", "TTPVHCC xã"),
    ("Ủy ban MTTQ xã", "Ủy ban Mặt trận Tổ quốc"),
    ("Bộ phận Tài chính - Kế toán", "Công chức Tài chính - Kế toán"),
    ("Hội Nông dân xã", "Hội Nông dân"),
    ("Phòng Văn hóa - Xã hội", "Phòng Văn hoá - Xã hôị"),
    ("Ban Chỉ huy Quân sự xã", "BCH Quân sự"),
]
OTHER_NAMES = [
    ("Phòng Kinh tế", "Phòng Y tế"),
    ("Phòng Kinh tế", "Trung tâm Kinh tế"),
    ("Sở Tư pháp", "Phòng Tư pháp"),
    ("UBND xã", "UBND huyện"),
    ("UBND xã", "HĐND xã"),
    ("UBND xã", "Văn phòng HĐND và UBND xã"),
    ("Công an xã", "Công an huyện"),
    ("Chủ tịch UBND xã", "Phó Chủ tịch UBND xã"),
    ("Chủ tịch UBND xã", "Chủ tịch HĐND xã"),
    ("Trưởng thôn 1", "Trưởng thôn 2"),
    ("Trưởng thôn Đông", "Trưởng thôn Tây"),
    ("Trưởng thôn", "Trưởng thôn Bến Đình"),
    ("Hội Nông dân", "Hội Phụ nữ"),
    ("Văn phòng Đảng ủy", "Văn phòng HĐND và UBND"),
    ("Văn phòng Đảng ủy", "Văn phòng"),
    ("Công chức Tài chính - Kế toán", "Công chức Tư pháp - Hộ tịch"),
    ("Phòng Văn hóa - Thông tin", "Phòng Văn hóa - Xã hội"),
    ("Phòng Nội vụ", "Phòng"),
    ("Trạm Y tế", "Trạm Khuyến nông"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE_NAMES)
def test_the_clerk_is_asked(one: str, other: str) -> None:
    assert ALIKE <= score_names(one, other, place=PLACE) <= 1


@pytest.mark.parametrize(("one", "other"), OTHER_NAMES)
def test_two_offices_are_not_asked_about(one: str, other: str) -> None:
    assert score_names(one, other, place=PLACE) < ALIKE


NAMES = sorted({name for pair in (*ALIKE_NAMES, *OTHER_NAMES) for name in pair})


@given(st.sampled_from(NAMES) | st.text(max_size=60), st.sampled_from(NAMES) | st.text(max_size=60))
def test_the_order_does_not_matter(one: str, other: str) -> None:
    score = score_names(one, other, place=PLACE)
    assert 0 <= score <= 1
    assert score == score_names(other, one, place=PLACE)
