"""Signals of danger and denunciation, and the ordinary words that resemble them."""

import pytest

from knowledge.signals import Signal, find_signal

DANGER = [
    "cháy nhà rồi cứu với thôn 5",
    "chay nha roi cuu voi thon 5",
    "nhà ông Bảy đang cháy",
    "Có tai nạn ở ngã ba, người bị thương nặng",
    "dang danh nhau o cho",
    "cứu tôi với",
    "rừng đầu thôn bị cháy",
    "trẻ con đuối nước ở ao đình, cứu gấp",
    "xe tải đang bốc cháy trên cầu",
]
DENUNCIATION = [
    "toi muon to cao truong thon an chan tien ho tro bao lu",
    "Tôi muốn tố cáo cán bộ địa chính",
    "tố cáo chủ tịch xã bán đất công",
    "gui don to cao o dau",
    "Trưởng thôn nhận hối lộ của nhà thầu",
    "can bo thon nhan hoi lo",
    "xin tố cáo hành vi chiếm đoạt tiền cứu trợ",
]
ORDINARY = [
    "các yếu tố cao nhất trong kế hoạch",
    "Kế hoạch phòng cháy chữa cháy năm 2026",
    "đèn đường đầu thôn cháy bóng cả tháng nay",
    "báo cáo quý III nộp khi nào",
    "to cao bao nhieu cm thi du",
    "cứu trợ bão lụt phát khi nào",
    "tai nạn lao động thì làm thủ tục gì",
    "rác đốt khói mù mịt trước chợ",
    "tờ cáo phó dán trên cột điện",
    "nhân tố cáo buộc",
    "diễn tập chữa cháy rừng tháng mấy",
    "Cống trước nhà bà Tư hôi quá",
]


@pytest.mark.parametrize("text", DANGER)
def test_danger(text: str) -> None:
    assert find_signal(text) is Signal.DANGER


@pytest.mark.parametrize("text", DENUNCIATION)
def test_denunciation(text: str) -> None:
    assert find_signal(text) is Signal.DENUNCIATION


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words(text: str) -> None:
    assert find_signal(text) is None
