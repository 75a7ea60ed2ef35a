"""Guides of our own words, as text and as a Word file."""

import io

import docx  # noqa: TID251 - a real Word file

BIRTH = """HƯỚNG DẪN ĐĂNG KÝ KHAI SINH

1. Thành phần hồ sơ
- Tờ khai theo mẫu;
- Giấy chứng sinh bản chính;
- Thẻ căn cước của cha hoặc mẹ để đối chiếu.
2. Thời hạn giải quyết
Ngay trong ngày nhận đủ hồ sơ; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo.
3. Lệ phí
Miễn lệ phí khi đăng ký trong 60 ngày từ ngày sinh; quá 60 ngày thu 5.000 đồng.
4. Nơi nộp
Quầy số 2, Trung tâm Phục vụ hành chính công xã.

Hỏi: Ông bà đi làm khai sinh cho cháu được không?
Đáp: Được, không cần giấy ủy quyền.
"""
FEES = [
    ("STT", "Tên thủ tục", "Thời hạn giải quyết", "Lệ phí"),
    ("I", "HỘ TỊCH", "", ""),
    ("1", "Cấp trích lục khai sinh", "Trong ngày làm việc", "8.000 đồng/bản"),
    ("2", "Xác nhận tình trạng hôn nhân", "03 ngày làm việc", "15.000 đồng"),
]


def build_birth_docx() -> bytes:
    """Build the guide on birth registration as Word: bold parts, a list, a table of two columns."""
    document = docx.Document()
    document.add_heading("HƯỚNG DẪN ĐĂNG KÝ KHAI SINH", 0)
    document.add_paragraph("Thành phần hồ sơ:")
    for paper in ("Tờ khai theo mẫu", "Giấy chứng sinh bản chính", "Thẻ căn cước của cha hoặc mẹ"):
        document.add_paragraph(paper, style="List Bullet")
    table = document.add_table(rows=0, cols=2)
    for pair in (
        ("Thời hạn giải quyết", "Ngay trong ngày nhận đủ hồ sơ, trong giờ làm việc"),
        ("Lệ phí", "Miễn lệ phí trong 60 ngày; quá 60 ngày thu 5.000 đồng"),
        ("Nơi nộp", "Quầy số 2, Trung tâm Phục vụ hành chính công xã"),
    ):
        for cell, text in zip(table.add_row().cells, pair, strict=True):
            cell.text = text
    return _save(document)


def build_fees_docx() -> bytes:
    """Build a table of procedures with a header, a group and rows."""
    document = docx.Document()
    document.add_heading("DANH MỤC THỦ TỤC HÀNH CHÍNH CỦA XÃ", 0)
    table = document.add_table(rows=0, cols=len(FEES[0]))
    for row in FEES:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return _save(document)


def _save(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
