"""What officials write about cases, read as commands with their pieces."""

import datetime as dt

import pytest

from handlers.casework.commands import Verb, read_command
from handlers.casework.pieces import read_pieces
from knowledge.case_codes import build_code

TODAY = dt.date(2026, 11, 23)
CODE = build_code(TODAY, [7, 1, 2, 3, 4])
OTHER = build_code(TODAY, [9, 0, 2, 3, 4])
LOOSE = CODE.lower().replace("-", " ")
SIGNED = {"number": "12/UBND-VP", "day": "2026-11-20", "signer": "Chủ tịch Nguyễn Văn A"}
# What is written (# stands for the code), the verb, the number of a list, the pieces.
WRITTEN: tuple[tuple[str, Verb, int, dict[str, str]], ...] = (
    ("việc PAKN", Verb.INBOX, 0, {}),
    ("viec phan anh", Verb.INBOX, 0, {}),
    ("Phản ánh cần xử lý ạ", Verb.INBOX, 0, {}),
    ("xem hộp thư", Verb.INBOX, 0, {}),
    ("phản ánh quá hạn", Verb.INBOX, 0, {}),
    ("inbox", Verb.INBOX, 0, {}),
    ("danh sách cần gọi", Verb.CALLS, 0, {}),
    ("can goi dien", Verb.CALLS, 0, {}),
    ("calls to make", Verb.CALLS, 0, {}),
    ("xem #", Verb.SHOW, 0, {}),
    ("xem 1", Verb.SHOW, 1, {}),
    ("xem lại phản ánh # giúp", Verb.SHOW, 0, {}),
    ("cho tôi xem # với", Verb.SHOW, 0, {}),
    (f"xem {LOOSE}", Verb.SHOW, 0, {}),
    ("#", Verb.SHOW, 0, {}),
    ("mã # ạ", Verb.SHOW, 0, {}),
    ("show #", Verb.SHOW, 0, {}),
    ("sao chép #", Verb.COPY, 0, {}),
    ("sao chep toan bo 2", Verb.COPY, 2, {}),
    ("tiếp nhận #", Verb.ACCEPT, 0, {}),
    (f"tiep nhan {LOOSE} nhe", Verb.ACCEPT, 0, {}),
    ("tiếp nhận 1 nhé", Verb.ACCEPT, 1, {}),
    ("# tiếp nhận nhé", Verb.ACCEPT, 0, {}),
    ("TN #", Verb.ACCEPT, 0, {}),
    ("accept #", Verb.ACCEPT, 0, {}),
    ("tiếp nhận và giao # cho Công an xã", Verb.ACCEPT, 0, {"office": "Công an xã"}),
    ("tiếp nhận #, giao cho Địa chính nhé", Verb.ACCEPT, 0, {"office": "Địa chính"}),
    ("tiep nhan 2 roi giao luon cho cong an", Verb.ACCEPT, 2, {"office": "cong an"}),
    ("accept #, assign to Công an xã", Verb.ACCEPT, 0, {"office": "Công an xã"}),
    ("giao # cho Công chức Địa chính", Verb.ASSIGN, 0, {"office": "Công chức Địa chính"}),
    ("giao 2 cho công an xử lý", Verb.ASSIGN, 2, {"office": "công an"}),
    ("giao cho Địa chính xử lý #", Verb.ASSIGN, 0, {"office": "Địa chính"}),
    ("Giao Phòng Kinh tế #", Verb.ASSIGN, 0, {"office": "Phòng Kinh tế"}),
    ("phân công # cho Tư pháp - Hộ tịch", Verb.ASSIGN, 0, {"office": "Tư pháp - Hộ tịch"}),
    ("giao #", Verb.ASSIGN, 0, {}),
    ("assign # to Phòng Kinh tế", Verb.ASSIGN, 0, {"office": "Phòng Kinh tế"}),
    ("bắt đầu xử lý #", Verb.START, 0, {}),
    ("đang xử lý # ạ", Verb.START, 0, {}),
    ("start #", Verb.START, 0, {}),
    ("hỏi #: Cột đèn số mấy?", Verb.ASK_INFO, 0, {"text": "Cột đèn số mấy?"}),
    ("hoi them 1: o to may", Verb.ASK_INFO, 1, {"text": "o to may"}),
    ("yêu cầu bổ sung #: ảnh chụp", Verb.ASK_INFO, 0, {"text": "ảnh chụp"}),
    ("hỏi #", Verb.ASK_INFO, 0, {}),
    ("ask #: which pole?", Verb.ASK_INFO, 0, {"text": "which pole?"}),
    (
        "chuyển # đến Sở Xây dựng, lý do: đường tỉnh do Sở quản lý",
        Verb.TRANSFER,
        0,
        {"recipient": "Sở Xây dựng", "text": "đường tỉnh do Sở quản lý"},
    ),
    (
        "chuyen # cho dien luc vi cot dien cua dien luc",
        Verb.TRANSFER,
        0,
        {"recipient": "dien luc", "text": "cot dien cua dien luc"},
    ),
    (
        "chuyển # đến Sở Xây dựng: đường tỉnh",
        Verb.TRANSFER,
        0,
        {"recipient": "Sở Xây dựng", "text": "đường tỉnh"},
    ),
    ("chuyển # sang Sở Y tế", Verb.TRANSFER, 0, {"recipient": "Sở Y tế"}),
    (
        "transfer # to Sở Y tế, reason: not ours",
        Verb.TRANSFER,
        0,
        {"recipient": "Sở Y tế", "text": "not ours"},
    ),
    ("trả lại #: không thuộc Địa chính", Verb.SEND_ON, 0, {"text": "không thuộc Địa chính"}),
    ("tra # ly do khong thuoc phong", Verb.SEND_ON, 0, {"text": "khong thuoc phong"}),
    ("send back #: not ours", Verb.SEND_ON, 0, {"text": "not ours"}),
    (
        "từ chối #, lý do: là đơn tố cáo, nơi nhận: Ban Tiếp công dân tỉnh",
        Verb.REFUSE,
        0,
        {"text": "là đơn tố cáo", "recipient": "Ban Tiếp công dân tỉnh"},
    ),
    (
        "từ chối #, nơi nhận: Ban Tiếp công dân; lý do: là đơn",
        Verb.REFUSE,
        0,
        {"text": "là đơn", "recipient": "Ban Tiếp công dân"},
    ),
    ("khong tiep nhan #: trung lap", Verb.REFUSE, 0, {"text": "trung lap"}),
    ("dự thảo #: Đã thay bóng đèn.", Verb.DRAFT, 0, {"text": "Đã thay bóng đèn."}),
    ("trình dự thảo trả lời #: Đã sửa.", Verb.DRAFT, 0, {"text": "Đã sửa."}),
    ("du thao # da sua xong", Verb.DRAFT, 0, {"text": "da sua xong"}),
    ("draft #: Done.", Verb.DRAFT, 0, {"text": "Done."}),
    ("sửa dự thảo #: ghi rõ ngày thay", Verb.RETURN_DRAFT, 0, {"text": "ghi rõ ngày thay"}),
    ("trả dự thảo #, lý do: thiếu ngày", Verb.RETURN_DRAFT, 0, {"text": "thiếu ngày"}),
    ("duyệt #", Verb.APPROVE, 0, {}),
    ("duyệt 1 nhé", Verb.APPROVE, 1, {}),
    ("duyệt # số 12/UBND-VP ngày 20/11/2026 ký Chủ tịch Nguyễn Văn A", Verb.APPROVE, 0, SIGNED),
    ("duyet # so 12/UBND-VP ngay 20/11 nguoi ky Chủ tịch Nguyễn Văn A", Verb.APPROVE, 0, SIGNED),
    (
        "duyệt # số 12/UBND-VP ngày 20 tháng 11 năm 2026 do Chủ tịch Nguyễn Văn A ký",
        Verb.APPROVE,
        0,
        SIGNED,
    ),
    (
        "trả lời # số 12/UBND-VP ngày 20/11/2026 người ký Chủ tịch Nguyễn Văn A",
        Verb.ANSWER,
        0,
        SIGNED,
    ),
    ("trả lời #, văn bản số 7 ngày hôm nay", Verb.ANSWER, 0, {"number": "7", "day": "2026-11-23"}),
    ("trả lời #: Đã thay bóng", Verb.ANSWER, 0, {"text": "Đã thay bóng"}),
    ("trả lời #", Verb.ANSWER, 0, {}),
    (
        "xin gia hạn # đến 15/12: chờ vật tư",
        Verb.ASK_EXTENSION,
        0,
        {"day": "2026-12-15", "text": "chờ vật tư"},
    ),
    (
        "xin gia hạn # vì chờ vật tư đến 15/12/2026",
        Verb.ASK_EXTENSION,
        0,
        {"day": "2026-12-15", "text": "chờ vật tư"},
    ),
    ("xin lùi # đến 5/1", Verb.ASK_EXTENSION, 0, {"day": "2027-01-05"}),
    (
        "gia hạn # đến thứ sáu tuần sau, lý do: chờ vật tư",
        Verb.EXTEND,
        0,
        {"day": "2026-12-04", "text": "chờ vật tư"},
    ),
    ("gia hạn #", Verb.EXTEND, 0, {}),
    ("ghi chú #: đã gọi điện lực", Verb.NOTE, 0, {"text": "đã gọi điện lực"}),
    ("ghi chu noi bo 3: cho anh Hùng", Verb.NOTE, 3, {"text": "cho anh Hùng"}),
    (f"gộp # vào {OTHER}", Verb.MERGE, 0, {"other": OTHER.lower()}),
    ("gộp 1 vào 2", Verb.MERGE, 1, {"other": "2"}),
    ("phân loại # hành vi", Verb.CLASSIFY, 0, {"kind": "conduct"}),
    ("phân loại lại # là hiện trường", Verb.CLASSIFY, 0, {"kind": "scene"}),
    ("công khai #", Verb.PUBLISH, 0, {}),
    ("gỡ công khai #", Verb.UNPUBLISH, 0, {}),
    ("số đến # 123", Verb.INCOMING, 0, {"number": "123"}),
    ("số công văn đi # 45/UBND", Verb.OUTGOING, 0, {"number": "45/UBND"}),
    ("mã cổng # PAKN.20261123.0012", Verb.PORTAL, 0, {"number": "PAKN.20261123.0012"}),
    ("đã gọi #", Verb.CALLED, 0, {}),
    ("da goi dien # luc 9h", Verb.CALLED, 0, {"text": "luc 9h"}),
    ("gửi", Verb.SEND, 0, {}),
    ("ok gửi đi", Verb.SEND, 0, {}),
    ("đồng ý công khai", Verb.AGREE_PUBLISH, 0, {}),
    ("trình", Verb.AGREE, 0, {}),
    ("sửa lại", Verb.EDIT, 0, {}),
    ("hủy bỏ", Verb.CANCEL, 0, {}),
)


@pytest.mark.parametrize(("text", "verb", "number", "pieces"), WRITTEN)
def test_what_officials_write(text: str, verb: Verb, number: int, pieces: dict[str, str]) -> None:
    command = read_command(text.replace("#", CODE))
    assert command
    assert (command.verb, command.ref.number) == (verb, number)
    assert command.ref.code == (CODE if "#" in text or LOOSE in text else None)
    assert read_pieces(command.verb, command.rest, TODAY) == pieces


def test_the_table_is_long_enough() -> None:
    assert len(WRITTEN) >= 80


@pytest.mark.parametrize(
    "text",
    [
        "hạn báo cáo quý 3 là khi nào",
        "hỏi 2 người",
        "xem 3 tháng đầu năm",
        "tôi muốn phản ánh đèn đường hỏng",
        "phản ánh của tôi",
        "trả lời câu 2: được",
        "gửi báo cáo trước ngày nào",
        "công khai kế hoạch 3",
        "xem kế hoạch 3",
        "giao Phòng Văn hóa báo cáo trước 4/12",
        "xong 2 nhé, cv số 45",
        f"{CODE} của tôi sao rồi",
        f"rút phản ánh {CODE}",
        f"đã giải quyết {CODE}",
        f"xem {CODE} và kế hoạch năm nay",
    ],
)
def test_what_is_for_others(text: str) -> None:
    assert read_command(text) is None


@pytest.mark.parametrize("text", [f"duyệt {CODE} chưa", f"tiếp nhận {CODE} khi nào"])
def test_a_question_about_a_step_is_none(text: str) -> None:
    command = read_command(text)
    assert command is not None
    assert "odd" in read_pieces(command.verb, command.rest, TODAY)


def test_a_mistyped_code_is_known_as_one() -> None:
    command = read_command("xem PA261123-7K3QXD")
    assert command is not None
    assert command.ref.code == ""
