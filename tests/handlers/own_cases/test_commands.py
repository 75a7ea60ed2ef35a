"""What people type about their own PAKN."""

import datetime as dt

import pytest

from handlers.own_cases.commands import OwnCommand, Verb, read_command
from handlers.texts import LANGUAGES, say
from knowledge.case_codes import build_code
from knowledge.cases.states import Solved

CODE = build_code(dt.date(2026, 11, 23), [7, 19, 3, 23, 29])
SPOKEN = CODE.lower().replace("-", " ").replace("pa261", "pa26l")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("phản ánh của tôi", OwnCommand(Verb.LIST)),
        ("ket qua", OwnCommand(Verb.LIST)),
        ("cho tôi xem phản ánh của tôi", OwnCommand(Verb.LIST)),
        ("my reports", OwnCommand(Verb.LIST)),
        (CODE, OwnCommand(Verb.STATUS, CODE)),
        (f"{SPOKEN} cua toi sao roi", OwnCommand(Verb.STATUS, CODE)),
        (f"cho hỏi {CODE} xử lý đến đâu rồi ạ", OwnCommand(Verb.STATUS, CODE)),
        (f"{CODE} vẫn hỏng", OwnCommand(Verb.REMARK, CODE, "vẫn hỏng")),
        ("đã giải quyết", OwnCommand(Verb.RATE, solved=Solved.YES)),
        ("da giai quyet xong roi a", OwnCommand(Verb.RATE, solved=Solved.YES)),
        (f"đã giải quyết {CODE}", OwnCommand(Verb.RATE, CODE, solved=Solved.YES)),
        (f"giải quyết một phần {CODE}", OwnCommand(Verb.RATE, CODE, solved=Solved.PARTLY)),
        ("mới giải quyết được một phần", OwnCommand(Verb.RATE, solved=Solved.PARTLY)),
        ("chưa giải quyết", OwnCommand(Verb.RATE, solved=Solved.NO)),
        ("ko giai quyet gi", OwnCommand(Verb.RATE, solved=Solved.NO)),
        (f"mở lại {CODE}", OwnCommand(Verb.REOPEN, CODE)),
        (f"mở lại {CODE}: đèn lại tắt", OwnCommand(Verb.REOPEN, CODE, "đèn lại tắt")),
        ("mở lại phản ánh", OwnCommand(Verb.REOPEN)),
        (f"rút phản ánh {CODE}", OwnCommand(Verb.WITHDRAW, CODE)),
        ("tôi muốn rút phản ánh", OwnCommand(Verb.WITHDRAW)),
        (f"đồng ý rút {CODE}", OwnCommand(Verb.WITHDRAW_SURE, CODE)),
        ("không rút", OwnCommand(Verb.KEEP)),
        (f"bổ sung {CODE}: cột đèn số 5", OwnCommand(Verb.ADD, CODE, "cột đèn số 5")),
        (f"bổ sung vào {CODE}", OwnCommand(Verb.ADD, CODE)),
        (f"bo sung them cho {CODE} cot so 5", OwnCommand(Verb.ADD, CODE, "cot so 5")),
        ("đồng ý công khai tên", OwnCommand(Verb.CONSENT_NAME)),
        ("đồng ý công khai kết quả ạ", OwnCommand(Verb.AGREE_PUBLIC)),
        (f"đồng ý nêu tên {CODE}", OwnCommand(Verb.CONSENT_NAME, CODE)),
        ("đèn đường hỏng", None),
        ("rút tiền hỗ trợ ở đâu", None),
        ("mở lại đường liên thôn giúp dân", None),
        ("việc này giải quyết trong bao lâu", None),
        ("xong 1", None),
        ("phản ánh đèn hỏng", None),
    ],
)
def test_what_is_meant(typed: str, meant: OwnCommand | None) -> None:
    assert read_command(typed) == meant


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize(
    ("button", "verb"),
    [
        ("solved", Verb.RATE),
        ("partly_solved", Verb.RATE),
        ("unsolved", Verb.RATE),
        ("reopen", Verb.REOPEN),
        ("withdraw_case", Verb.WITHDRAW),
        ("withdraw_sure", Verb.WITHDRAW_SURE),
        ("keep_case", Verb.KEEP),
        ("belongs", Verb.ADD),
        ("not_belongs", Verb.NEW),
        ("just_asking", Verb.NOT_ADD),
        ("consent_name", Verb.CONSENT_NAME),
        ("consent_template", Verb.CONSENT_TEMPLATE),
        ("case", Verb.STATUS),
    ],
)
def test_what_buttons_say_is_understood(button: str, verb: Verb, language: str) -> None:
    command = read_command(say(f"says_{button}", language, code=CODE))
    assert command
    assert command.verb is verb
    assert not command.text
