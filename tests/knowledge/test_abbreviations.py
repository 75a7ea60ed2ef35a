import pytest

from knowledge.abbreviations import expand_chat, expand_formal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hs nộp k đc", "hồ sơ nộp không được"),
        ("vb nay bn trang", "van ban nay bao nhieu trang"),
        ("hạn q3 là t12", "hạn quý 3 là tháng 12"),
        ("hạn t08/2024", "hạn tháng 8/2024"),
        ("p5 đông dân", "phường 5 đông dân"),
        ("bộ phận TN&TKQ", "bộ phận tiếp nhận và trả kết quả"),
        ("HĐND-UBND xã", "hội đồng nhân dân-ủy ban nhân dân xã"),
        ("tthc", "thu tuc hanh chinh"),
        ("công tác KSTTHC", "công tác kiểm soát thủ tục hành chính"),
        ("PAKN của dân", "phản ánh, kiến nghị của dân"),
        ("nộp DVCTT", "nộp dịch vụ công trực tuyến"),
        ("ko rõ ntn", "không rõ như thế nào"),
        ("lviec trc 8h", "lam viec truoc 8h"),
        ("cần j z ạ", "cần gì vậy ạ"),
        ("cx đag chờ kq", "cũng đang chờ kết quả"),
        ("sđt của vp", "số điện thoại của văn phòng"),
        ("số đt phòng nào", "số điện thoại phòng nào"),
        ("bh nop dc bc", "bao gio nop duoc bao cao"),
        ("bjo làm s dzậy", "bây giờ làm sao vậy"),
        ("tốn bao nhiu vs ai thui", "tốn bao nhiêu với ai thôi"),
        ("pct hay ct ký", "phó chủ tịch hay chủ tịch ký"),
        ("CC VPTK và cc ldtbxh", "CC văn phòng - thống kê và cc lao động - thương binh và xã hội"),
        ("cccd, gcn qsdđ, bhxh", "căn cước công dân, giấy chứng nhận quyền sử dụng đất, bảo hiểm xã hội"),
        ("ra ttpvhcc nộp", "ra trung tâm phục vụ hành chính công nộp"),
        ("TT HCC ở đâu", "trung tâm phục vụ hành chính công ở đâu"),
        ("tt pvhcc o dau", "trung tam phuc vu hanh chinh cong o dau"),
        ("theo tt số 5/2020 nào", "theo thông tư số 5/2020 nào"),
        ("tt online mấy %", "thanh toán trực tuyến mấy %"),
        ("đv nào có vc gì", "đơn vị nào có việc gì"),
        ("dv nao lam", "don vi nao lam"),
        ("dv công", "dịch vụ công"),
        ("đk khai sinh đc kh ạ", "đăng ký khai sinh được không ạ"),
        ("dk ket hon", "dang ky ket hon"),
        ("kh năm nay", "kế hoạch năm nay"),
        ("kh biết hỏi ai", "không biết hỏi ai"),
        ("lam dc hong", "lam duoc khong"),
        ("mở cửa hông ạ", "mở cửa không ạ"),
        ("tỉ lệ xử lí theo qui định quí III", "tỷ lệ xử lý theo quy định quý III"),
        ("6t đầu năm", "6 tháng đầu năm"),
        ("hạn Q.IV hay q mấy", "hạn quý IV hay quý mấy"),
        ("th9/2024 có việc gì", "tháng 9/2024 có việc gì"),
        ("hạn t mấy", "hạn tháng mấy"),
        ("đg làng đg bị hư", "đường làng đang bị hư"),
        ("kp bn, bp nào lo", "kinh phí bao nhiêu, bộ phận nào lo"),
        ("", ""),
    ],
)  # fmt: skip
def test_chat(text: str, expected: str) -> None:
    assert expand_chat(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t7 có mở cửa không", "thứ 7 có mở cửa không"),
        ("ad lviec t7 cn k", "ad lam viec thu 7 chu nhat khong"),
        ("hạn t7 là việc gì", "hạn tháng 7 là việc gì"),
        ("kế hoạch từ t3 đến t6", "kế hoạch từ tháng 3 đến tháng 6"),
        ("nộp hôm t2 rồi", "nộp hôm thứ 2 rồi"),
        ("tòa nhà t7", "tòa nhà t7"),
        ("t1 có gì", "tháng 1 có gì"),
    ],
)
def test_a_day_of_the_week_or_a_month_by_what_stands_beside_it(text: str, expected: str) -> None:
    assert expand_chat(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "theo 12/KH-UBND",
        "giá 5k thôi",
        "mã CV-01 là gì",
        "số hs.123 ở đâu",
        "gửi vb@xa.gov.vn",
        "xem www.hs.vn/k/v",
        "trang vp.motcua.vn",
        "mục V phụ lục",
        "khu K, lô s",
        "đèn hỏng ở hẻm 5",
        "den hong o hem 5",
        "bên hông nhà có hồng",
        "xã Tân Hồng",
        "PA261123-7K3QXC",
        "20-k",
        "ngày 05/02/2020",
    ],
)
def test_what_only_looks_short_stays(text: str) -> None:
    assert expand_chat(text) == text


def test_the_name_of_a_place_stays() -> None:
    assert expand_chat("hs o vs long", [(5, 12)]) == "ho so o vs long"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KSTTHC", "kiểm soát thủ tục hành chính"),
        ("k có hs", "k có hs"),
        ("Quyết định 3/2020/QĐ-UBND", "Quyết định 3/2020/QĐ-UBND"),
        ("CC VH-XH", "CC văn hóa - xã hội"),
        ("LĐ-TB&XH", "lao động - thương binh và xã hội"),
    ],
)
def test_formal_leaves_chat_alone(text: str, expected: str) -> None:
    assert expand_formal(text) == expected
