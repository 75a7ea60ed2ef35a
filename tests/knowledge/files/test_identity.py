"""Words that say "this picture is an identity paper", and words that only speak of one."""

import pytest

from knowledge.files.identity import names_identity_paper

PAPERS = """
cccd
CCCD của tôi đây
cccd của tôi đó
dạ em gửi cccd ạ
căn cước công dân
can cuoc cua e day ad
ảnh căn cước
anh chup can cuoc cong dan mat truoc
Mặt trước CCCD
2 mat cccd
mặt sau căn cước nè
Gửi ảnh chứng minh nhân dân của tôi
chung minh thu cua toi
cmnd
cmnd cu
số cmnd và hộ chiếu
Đây là hộ chiếu của tôi
passport
this is my passport
my ID card
Here is my citizen ID, the lamp is broken
giấy khai sinh của cháu
gửi giấy khai sinh
khai sinh con tôi ghi sai tên
sổ hộ khẩu nhà tôi
căn cước của tôi bị in sai ngày sinh
cccd của tôi, còn việc là đèn đường thôn 3 hỏng
Đèn hỏng ở thôn 3. Gửi kèm cccd.
CCCD Nguyễn Văn An
CCCD 001090123456
c c c d cua em
cân cước của tui
căn cuớc
thông tin của tôi đây ạ
thong tin cua toi day a
dạ giấy tờ tùy thân của em
bằng lái xe của tôi
cccd_mat_truoc.jpg
IMG_2031 CCCD.png
can cuoc.pdf
ho-chieu.jpg
CCCD-Tran-Thi-B.pdf
thẻ BHYT của mẹ tôi
giấy tùy thân
gửi cccd của tôi để xác nhận
số cmt đây
Nguyễn Văn An CCCD.jpg
Dạ em gửi CCCD Trần Thị B ạ
"""
SUBJECTS = """
bãi rác cạnh điểm cấp căn cước
bai rac canh diem lam cccd
cán bộ bắt đi lại 4 lần mới làm được căn cước
làm cccd lâu quá, chờ cả tháng
xếp hàng làm căn cước từ 5 giờ sáng
bảng hướng dẫn làm hộ chiếu bị rách
hỏi thủ tục cấp đổi căn cước
làm khai sinh cho cháu cần giấy tờ gì
thu tien lam giay khai sinh 200 nghin khong bien lai
tôi bị mất cccd ở chợ
công an giữ cccd của tôi không trả
ảnh chứng minh việc xả thải
gửi ảnh chứng minh
tôi gửi ảnh căn cước lên cổng mà báo lỗi
phòng làm căn cước đóng cửa giờ hành chính
nộp hồ sơ cccd của con tôi mà chưa có kết quả
điểm cấp hộ chiếu không có chỗ để xe
biển chỉ đường vào nơi làm căn cước bị đổ
đèn đường thôn 3 hỏng cả tháng
thông tin về dự án của xã
thông tin quy hoạch đất nhà tôi
người dân vứt rác trước trụ sở công an, chỗ làm cccd
yêu cầu photo cccd của tôi 3 bản là sai quy định
chưa nhận được cccd của con
bai rac.jpg
IMG_20261123_081500.jpg
don xin cap lai cccd.docx
to khai ho chieu.pdf
where do I renew my passport
khai sinh trực tuyến bị lỗi
cmt của tôi trên trang xã bị xóa
can cuoc con cham tra
Làm CCCD
Mất căn cước
Đổi hộ chiếu lâu
"""


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("text", lines(PAPERS))
def test_the_picture_is_the_paper(text: str) -> None:
    assert names_identity_paper(text)


@pytest.mark.parametrize("text", lines(SUBJECTS))
def test_papers_are_what_is_complained_of(text: str) -> None:
    assert not names_identity_paper(text)


def test_nothing_is_no_paper() -> None:
    assert not names_identity_paper("")
