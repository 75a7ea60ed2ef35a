"""What a receipt says where the channel lets the office write for some days only."""

import datetime as dt

import pytest

from handlers.cases.duties import find_window
from handlers.intake.receipts import Recorded, offer_consents, write_receipt
from knowledge.cases.states import CaseKind, CaseState, TermKind
from knowledge.cases.terms import find_rule
from storage.values import Address, Case, Contact, Locality
from tests.factories.talk import MONDAY, build_settings

PLACE = Locality(1, "xã Bến Lụa", "xã", None, {}, 0)
PHONE = Contact("Nguyễn Thị Lan", "0912345678")


def recorded(channel: str, contact: Contact, language: str = "vi") -> Recorded:
    case = Case(
        id=1,
        code="PA261123-7K3QXA",
        locality_id=1,
        locality=PLACE.name,
        kind=CaseKind.SCENE,
        state=CaseState.RECEIVED,
        sender=Address(channel, "lan"),
        language=language,
        content="Đèn hỏng",
        where="",
        contact=contact,
        received_at=MONDAY,
        due_on=dt.date(2026, 11, 26),
        version=1,
    )
    rule = find_rule(CaseKind.SCENE, TermKind.HANDLING)
    window = find_window(build_settings().windows, channel)
    return Recorded(case, PLACE, rule, window=window, has_templates=True)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("channel", "contact", "windows", "offered"),
    [
        ("web", PHONE, 0, 1),
        ("web", Contact(), 0, 0),
        ("zalo_oa:45678901", PHONE, 1, 2),
        ("zalo_oa:45678901", Contact(), 1, 1),
        ("zalo_bot:12345678", PHONE, 0, 1),
        ("telegram:12345678", PHONE, 0, 1),
    ],
)
def test_seven_days_are_said_where_they_hold(
    channel: str, contact: Contact, windows: int, offered: int, language: str
) -> None:
    told = recorded(channel, contact, language)
    lines = write_receipt(told).splitlines()
    assert sum("Zalo" in line and "7" in line for line in lines) == windows
    assert any("gọi số" in line or "call the number" in line for line in lines) == (
        bool(windows) and bool(contact.phone)
    )
    assert len(offer_consents(told)) == offered
    assert max(map(len, lines)) <= 300
