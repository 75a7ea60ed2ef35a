"""What each picture of the guides shows, and how one gets there; in the guides' order.

Each goes its own way from the world that all share, so that one can be taken alone.
"""

from tests.guides import citizens, clerks, officials
from tests.guides.camera import Shot

SHOTS: tuple[Shot, ...] = (
    Shot("hoi", citizens.show_answer),
    Shot("xem-lai", citizens.show_review),
    Shot("ma-phan-anh", citizens.show_code),
    Shot("tra-cuu", citizens.show_lookup),
    Shot("dang-nhap", officials.show_login),
    Shot("hom-nay", clerks.show_today),
    Shot("lich-han", clerks.show_calendar),
    Shot("xong", officials.show_done),
    Shot("du-thao", officials.show_draft),
    Shot("phan-anh", clerks.show_inbox),
    Shot("cong-khai", clerks.show_publication),
    Shot("hoi-dap", clerks.show_question),
    Shot("bao-cao", clerks.show_report),
    Shot("ke-hoach", clerks.show_plan),
    Shot("cai-dat", clerks.show_settings),
    Shot("loi-moi", clerks.show_invitation),
    Shot("viec-cua-toi", officials.show_own_tasks),
)
