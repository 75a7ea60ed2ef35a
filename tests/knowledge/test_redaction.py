"""Personal data is found however it is typed, and little else; «…» marks what must be found."""

import itertools
import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.redaction import PersonalKind, find_personal

# Phones
PHONES = """
Gọi lại cho tôi số «0912345678» nhé
sđt «0912.345.678» ạ
so dt cua em «091 234 5678»
Liên hệ «+84 912 345 678» gặp trực tiếp
zalo «84912345678» giúp em
dt «(+84) 90-123-4567»
e để lại sđt «o912345678» ad gọi nhé
goi toi «O9 12 34 56 78»
Điện thoại bàn nhà tôi «0298 3777 123»
số máy «0298.3777.123» không liên lạc được
Số của cháu «0 9 8 7 6 5 4 3 2 1» ạ
số cũ «01234567890» giờ không dùng nữa
hai số «0912345678» và «0987 654 321» đều được
sdt «912345678»
alo «0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣» nha
số tôi là «không chín một hai ba bốn năm sáu bảy tám»
"""
# Papers, accounts, mail, plates, births
PAPERS = """
CCCD «001085012345» cấp tại Cục Cảnh sát
số cccd cua toi la «0010 8501 2345»
cmnd «123456789» bị mất
chứng minh thư số «123 456 789» làm lại ở đâu
căn cước «001 085 012 345» hết hạn rồi
Hộ chiếu «B1234567» hết hạn
mã số bảo hiểm xã hội «7912345678» sai tên
BHYT «DN4010112345678» không dùng được
mã số thuế cá nhân «8012345678» của tôi
stk «0123456789» ngân hàng nông nghiệp
Số tài khoản «1903 5678 9012 34» Techcombank
chuyển vào tài khoản 711A«12345678» giúp
mail em «lan.huong92@gmail.com» nhé
gửi về email: «tuan_bui@yahoo.com.vn»
fb của nó «facebook.com/thao.nguyen.88» bán hàng giả
xe «29A1-123.45» đỗ chắn lối đi
xe tải biển số «51C-234.56» chở cát rơi vãi
xe mang bks «37B1 12345» lạng lách
bien so «30f12345» dau xe via he
Tôi sinh ngày «05/06/1990» ở xã bên
mẹ tôi sinh năm «1952» được trợ cấp không
"""
# Names
NAMES = """
Tôi tên «Nguyễn Văn An», hỏi về đất
tôi tên là «Trần Thị Bưởi» ở thôn 3
Em là «Hoa», em muốn hỏi giờ làm việc
họ tên: «Lê Quang Vinh»
Họ và tên: «ĐINH THỊ SEN»
ten toi la «nguyen van nam»
toi la «tran thi hoa» xin hoi
Nhà ông «Bảy» đốt rác cả ngày
cống trước nhà bà «Tư» hôi quá
nhà bà «tư» nuôi heo hôi lắm
nha ba «tu» hoi qua
chị «Hương» ở bộ phận một cửa rất nhiệt tình
Anh «Tuấn» địa chính bắt đi lại nhiều lần
gap chi «hoa» o dau
Cháu «Phạm Gia Bảo» chưa có giấy khai sinh
ông «nguyễn hữu thọ» lấn chiếm lòng đường
bà «le thi mận» chua nhan duoc tien
đề nghị xem xét hộ «Hoàng Văn Thụy» thôn Bến Đình
Kính gửi UBND xã, tôi là «Vũ Đức Cảnh» thường trú tại đây
«Ngô Thị Lan», thôn Bến Đình, cần xác nhận độc thân
Đồng chí «Bùi Minh Quân» trả lời giúp
bác «Sáu» bán nước trước cổng trường
vợ tôi tên «Liên» chưa có tên trong sổ
chú «Đỗ Văn Hậu» đã nộp hồ sơ hôm qua
Con tôi «Nguyễn Minh Khôi» học lớp 1
Đèn hỏng cả tháng, mong sửa sớm.⏎«Đặng Thu Hà»
xin cam on⏎«pham van long»
người gửi: «Lương Thanh Tùng»
em họ «Trịnh Quốc Bảo» mới chuyển về
my name is «Nguyen Thi Kim Anh»
TÔI LÀ «PHAN VĂN ĐỨC» Ở XÃ TA
thầy «Kiên» dạy thêm tại nhà
"""
# Homes
HOMES = """
nhà tôi ở «số nhà 12 ngõ 5 đường Lê Lợi»
Tôi ở «12/3 đường Nguyễn Trãi»
«số 14 ngõ Giếng» bị ngập
«nhà số 7, hẻm 51/12» mất nước
địa chỉ: «tổ 5, thôn Bến Đình, xã Bến Lụa»
Địa chỉ liên hệ: «25 Trần Phú, phường Lam Hà»; cần gấp
«so nha 45 duong le loi» hay mat dien
cống trước «số 8 đường Bờ Sông» bị tắc
em ở «căn hộ 1203 chung cư Hoa Sen» nước yếu
nhà «24/7 Phan Đình Phùng» chưa có số
"""
# Nothing personal
OPEN = """
Thôn 3 bao giờ có nước sạch
Hạn báo cáo quý III năm 2026 là khi nào
Chủ tịch UBND xã tiếp công dân ngày nào
Ông bà cho hỏi thủ tục khai sinh
ông/bà cần nộp những gì
Anh chị em cán bộ làm việc thứ Bảy không
bà con thôn 5 cần hỗ trợ
Kế hoạch số 105/KH-UBND ngày 30/01/2024 nói gì
Nghị định 09/2019/NĐ-CP Điều 12
Ngày 05.12.2024 15 giờ họp ở đâu
từ 03-05-2026 đến 10-05-2026 nghỉ mấy ngày
trợ cấp 500.000.000 đồng chia thế nào
hỗ trợ 1.500.000 đồng một hộ
Đường Nguyễn Trãi bị ngập
Trường THCS Trần Phú tuyển sinh khi nào
xã Lý Nhân sáp nhập vào đâu
gọi 1900 1234 không được
đường dây nóng 1022 có hoạt động không
phản ánh PA261123-7K3QXC tới đâu rồi
em bé mới sinh làm bảo hiểm ở đâu
cô giáo mầm non dạy thêm
hộ văn hóa được thưởng gì
chị ơi cho em hỏi giờ làm việc
cán bộ tư pháp hẹn mấy lần
anh hùng lực lượng vũ trang có chế độ gì
bao giờ tỉnh Hà Nam sáp nhập
Địa chỉ UBND xã ở đâu
tên đường mới đặt là gì
Kỳ Tân năm 2023 rà soát hạn nào
50% hồ sơ trực tuyến năm 2024
12/3 đường có thi công không
bác sĩ trạm y tế khám ngày nào
hồ sơ nộp ngày 12/11/2026 lúc 8h30
UBND xã Bến Lụa ở đâu
em muốn hỏi anh công an xã làm việc ngày nào
người dân tộc thiểu số được miễn gì
"""
# Two lots written against finished rules: at first sight 0.84 and 0.87 were found, none wrongly.
MIXED = """
cho mình xin số chị «Nhàn» thuế với ạ
Nhà anh «Dũng» và anh «Lợi» tranh chấp bờ rào
ông «Trần Đình Khoa» hứa mà không làm
Tui là «Huỳnh Thị Bé Ba» ở ấp 3
em tên «Thắm» nha ad
toi ten «le van ty» o thon 2, sdt «0356 789 012»
lien he «0283 8123 456» gap co «Yen»
Số «0905.123.456» (chị «Vân») nhé
«Phạm Thị Ngọc Ánh» - «0977-888-999»
UBND cho tôi hỏi hồ sơ của «Lò Văn Pâng» xong chưa
Bí thư chi bộ là ông «Quách Công Tráng» phải không
con gái tôi «Trần Ngọc Bảo Châu» sinh ngày «12-03-2021»
tôi «Đào Xuân Mười» đã gửi đơn 3 lần
chị «thảo» bán thịt ở chợ lấn vỉa hè
nhà cô «tám» kế bên mở karaoke
nha ong «hai» xa nuoc thai
bà «Nguyễn T. Hoa» chưa nhận gạo
so cmt cua chong toi «038 083 001 234»
cccd: «079.203.004.567»
quét mã vào stk «102 8765 43210» vietinbank
gửi thư vào «ubmt.lan @ gmail.com»
thằng «Tí» nhà bà «Năm» phá cây
xe máy «59-X1 123.45» bị giữ
nhà ở «số 3/12 khu phố 4»
mình ở «116 Nguyễn Văn Cừ» thì nộp ở đâu
ad ơi tên em bị ghi sai thành «Nguyễn Thị Hường»
vợ chồng «Hùng Lan» bán quán nhậu
khiếu nại cán bộ «Hà» ở phòng địa chính
gọi cho thôn trưởng «Cường» không nghe máy
mã định danh của bé là «001221004567»
Công an xã làm căn cước thứ mấy
lịch cắt điện khu 7 tháng 12
anh chị cho hỏi phí chứng thực
nhà em có 3 con thì được miễn học phí không
em muốn đổi tên cho con cần giấy tờ gì
Hồ Chí Minh học tập theo gương tổ chức khi nào
ông ngoại tôi là thương binh được gì
mẹ em 80 tuổi nhận trợ cấp ở đâu
bà nội mất thì khai tử ở đâu
chị họ em ở nước ngoài về có phải khai báo
con ốm có được nghỉ học
phố đi bộ mở mấy giờ
cô chú ở một cửa rất tốt
Vũ khí quân dụng nộp ở đâu
Mai có làm việc không
Lâm nghiệp có chính sách gì mới
ba mẹ tôi muốn tách hộ
em trai tôi đi nghĩa vụ khi nào có giấy gọi
Trần nhà văn hóa thôn bị dột
đồng chí chủ tịch tiếp dân ngày nào
Nhờ xã xem giúp hồ sơ của bố tôi là ông «Đinh Công Sửu»
tôi «Hà Thị Nhung» sđt «0888 12 34 56» xin hỏi sổ đỏ
so dien thoai toi la «0345.67.89.10» goi giup
hàng xóm «Tuấn» mở nhạc tới khuya
nhà văn «Minh» ở gần đó
con em tên «Bùi An Nhiên» sinh «2020» chưa tiêm
anh «Phúc» bên điện lực bảo gọi «0971-222-333»
trước cửa nhà «số 18 đường Trần Hưng Đạo» có ổ gà
nhà bác «Chín» thôn Đông nuôi 50 con lợn
lái xe «43C-012.34» tông đổ cột đèn rồi bỏ chạy
bị lừa chuyển tiền vào «0451000123456» vietcombank
ông «Lý A Páo» xin cấp lại căn cước «002075001122»
ke ca chi «nhung» cung khong biet
gửi lại giấy mời cho «tran van binh» giup
UBND xã gửi cho bà «Võ Thị Sáu» thôn 2
cảm ơn cô «Diệp» phòng lao động
email: «ngoc-anh.2001@outlook.com», zalo «0909 090 909»
chủ hộ: «Nguyễn Đức Tám»
Kính đơn,⏎«Lê Thị Kim Cúc»
e la «Trang», hs của e tới đâu r
mất bằng lái số «790123456789»
chị «H'Lan Niê» ở buôn Ea
phó chủ tịch «Khánh» hứa trả lời
nhà «12 Quang Trung» bị ngập
đội trưởng dân phòng anh «Quý» đánh người
bao giờ thi tuyển công chức xã
nhà trẻ xã mở lúc nào
có bao nhiêu hộ nghèo năm 2025
cho con đi học mẫu giáo cần gì
chi phí làm hộ chiếu bao nhiêu
anh hàng xóm đổ đất lấn đường
bảo hiểm y tế hết hạn ngày 31/12/2026 gia hạn thế nào
Ban Quản lý chợ thu phí bao nhiêu
em là sinh viên muốn xin xác nhận
tôi là người khuyết tật hỏi chế độ
số 45/QĐ-UBND ngày 12/3/2025 nói gì
chu nhat co lam viec khong
ba con nong dan hoi gia phan bon
anh co the giup em khong
co can mang theo so ho khau khong
"""
SENTENCES = (
    "".join((PHONES, PAPERS, NAMES, HOMES, OPEN, MIXED)).replace("\n\n", "\n").strip().split("\n")
)
Span = tuple[int, int]


def read_marked(sentence: str) -> tuple[str, list[Span]]:
    """Return a sentence without its guillemets, and the spans that they stood around."""
    text, spans = "", []
    for piece in re.split(r"(«[^»]*»)", sentence.replace("⏎", "\n")):
        bare = piece.strip("«»")
        spans += [(len(text), len(text) + len(bare))] if piece.startswith("«") else []
        text += bare
    return text, spans


def covers(found: Span, wanted: Span) -> bool:
    return found[0] <= wanted[0] and found[1] >= wanted[1]


def test_recall_and_precision(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = hit = told = right = 0
    missed: list[str] = []
    for sentence in SENTENCES:
        text, spans = read_marked(sentence)
        found = [(each.start, each.end) for each in find_personal(text)]
        hits = [any(covers(each, span) for each in found) for span in spans]
        rights = [any(a < end and start < b for start, end in spans) for a, b in found]
        wanted, hit = wanted + len(spans), hit + sum(hits)
        told, right = told + len(found), right + sum(rights)
        if not all(hits) or not all(rights):
            missed.append(f"{sentence} -> {[text[a:b] for a, b in found]}")
    recall, precision = hit / wanted, right / told
    with capsys.disabled():
        print(
            f"\nredaction: {len(SENTENCES)} sentences, recall {recall:.3f}, precision {precision:.3f}"
        )
        print("\n".join(missed))
    assert len(SENTENCES) >= 110
    assert recall >= 0.97
    assert precision >= 0.9


digits = st.text("0123456789", min_size=8, max_size=8)
gaps = st.lists(
    st.sampled_from(["", "", " ", ".", "-", "\u00a0", " - ", "·", "\u200b"]), min_size=9, max_size=9
)


@given(st.sampled_from("35789"), digits, gaps, st.sampled_from(["0", "+84", "84 ", "(+84)", "o"]))
def test_no_phone_survives_any_spacing(first: str, rest: str, gaps: list[str], head: str) -> None:
    typed = head + "".join(gap + digit for gap, digit in zip(gaps, first + rest, strict=True))
    text = f"gọi {typed} nhé"
    found = find_personal(text)
    left = text
    for each in reversed(found):
        left = left[: each.start] + left[each.end :]
    assert sum(map(str.isdigit, left)) < 5


@given(st.text(max_size=200))
def test_any_text_is_read_and_nothing_overlaps(text: str) -> None:
    found = find_personal(text, known=(text[:20],))
    assert all(each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "known", "left"),
    [
        ("lan huong o ben dinh", ("Lan Hương",), " o ben dinh"),
        ("số 0912 34 56 78", ("0912345678",), "số "),
        ("NHÀ LAN-HƯƠNG", ("Lan Hương",), "NHÀ "),
        ("lan man", ("Lan",), " man"),
        ("an khang", ("An",), "an khang"),
        ("không có gì", ("", " ", "."), "không có gì"),
    ],
)
def test_known_fields_go_wherever_they_stand(text: str, known: tuple[str, ...], left: str) -> None:
    for each in reversed(find_personal(text, known)):
        text = text[: each.start] + text[each.end :]
    assert text == left


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("gọi 0912345678", PersonalKind.PHONE),
        ("cccd 001085012345", PersonalKind.PAPER),
        ("stk 19035678901", PersonalKind.ACCOUNT),
        ("a.b@c.vn", PersonalKind.EMAIL),
        ("zalo.me/abc", PersonalKind.LINK),
        ("tôi tên Lê Thị Nga", PersonalKind.NAME),
        ("ở số nhà 5 ngõ 7", PersonalKind.ADDRESS),
        ("xe 29A1-12345", PersonalKind.PLATE),
        ("sinh ngày 01/02/1980", PersonalKind.BIRTH),
    ],
)
def test_kinds(text: str, kind: PersonalKind) -> None:
    assert [each.kind for each in find_personal(text)] == [kind]


def test_decomposed_letters_are_read_alike() -> None:
    text = unicodedata.normalize("NFD", "Tôi tên Nguyễn Văn Ấn ạ")
    [found] = find_personal(text)
    assert unicodedata.normalize("NFC", text[found.start : found.end]) == "Nguyễn Văn Ấn"


def test_a_long_text_is_read_in_time() -> None:
    text = "nhà bà Tư số 12 đường 0 9 1 . 2 tên là nguyễn văn " * 100
    start = time.perf_counter()
    find_personal(text)
    assert time.perf_counter() - start < 1
