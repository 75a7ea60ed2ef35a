"""What officials type about an item of work, marked, unmarked and short."""

import datetime as dt

import pytest

from knowledge.tasks.acts import ActKind, ItemRef, TaskAct, read_act

TODAY = dt.date(2026, 11, 23)  # a Monday
DONE, NOTE, UNDO, LATER, SHOW = (
    *(ActKind.DONE, ActKind.NOTE, ActKind.UNDO, ActKind.LATER, ActKind.SHOW),
)
MORE, GRANT, REFUSE, GIVE, KEEP, URGE = (
    *(ActKind.MORE_TIME, ActKind.GRANT, ActKind.REFUSE, ActKind.GIVE, ActKind.KEEP, ActKind.URGE),
)
Items = tuple[int | str, ...]


def _items(names: Items) -> tuple[ItemRef, ...]:
    return tuple(
        ItemRef(number=name) if isinstance(name, int) else ItemRef(due_day_id=int(name[1:]))
        for name in names
    )


def _day(month: int, day: int) -> dt.date:
    return dt.date(2026, month, day)


@pytest.mark.parametrize(
    ("text", "items", "note"),
    [
        ("xong 2", (2,), ""),
        ("XONG 2!!!", (2,), ""),
        ("xong", (), ""),
        ("xong rồi ạ", (), ""),
        ("xong 2 nhe, cv so 45", (2,), "Công văn số 45"),
        ("xong 2 cv 45", (2,), "Công văn 45"),
        ("xong 2 (bc số 7)", (2,), "Báo cáo số 7"),
        ("đã xong nhé, cv số 45", (), "Công văn số 45"),
        ("Xong 2: đã gửi qua trục liên thông", (2,), "Đã gửi qua trục liên thông"),
        ("việc 1 xong rồi ạ, báo cáo số 12/BC-UBND", (1,), "Báo cáo số 12/BC-UBND"),
        ("việc này xong rồi", (), ""),
        ("em xong việc 2 rồi ạ", (2,), ""),
        ("xong việc thứ hai", (2,), ""),
        ("da nop bc 2 hom qua", (2,), "Hom qua"),
        ("dạ em nộp báo cáo 2 rồi", (2,), ""),
        ("da nop roi a", (), ""),
        ("đã gửi báo cáo V15", ("V15",), ""),
        ("hoàn thành V15", ("V15",), ""),
        ("hoàn thành v 15", ("V15",), ""),
        ("V15 đã xong", ("V15",), ""),
        ("xong v15 va v16", ("V15", "V16"), ""),
        ("xong V15 V16", ("V15", "V16"), ""),
        ("xong #15", ("V15",), ""),
        ("xong 1, 2 và 4", (1, 2, 4), ""),
        ("xong 1, 2 và 4, cv 7", (1, 2, 4), "Công văn 7"),
        ("xong 2, 45 trang", (2,), "45 trang"),
        ("done 2", (2,), ""),
        ("báo cáo anh việc 2 đã xong ạ", (2,), ""),
        ("Việc 2: đã xong, báo cáo số 12", (2,), "Báo cáo số 12"),
        ("xong 2 rồi nhé anh", (2,), ""),
        ("xong cả 1 và 2", (1, 2), ""),
        ("đã ký ban hành công văn số 45", (), "Công văn số 45"),
    ],
)
def test_work_is_done(text: str, items: Items, note: str) -> None:
    assert read_act(text, TODAY) == TaskAct(DONE, _items(items), note)


@pytest.mark.parametrize(
    ("text", "items", "on_behalf", "note"),
    [
        ("xong hộ Phòng Kinh tế việc 2", (2,), "Phòng Kinh tế", ""),
        ("bao xong thay thon 3: V12", ("V12",), "Thôn 3", ""),
        ("báo xong thay thôn 3: V12, cv 45", ("V12",), "Thôn 3", "Công văn 45"),
        ("xong V12 thay thôn 3, cv 45", ("V12",), "Thôn 3", "Công văn 45"),
        ("xong thay cho Công an xã", (), "Công an xã", ""),
    ],
)
def test_work_is_done_for_others(text: str, items: Items, on_behalf: str, note: str) -> None:
    expected = TaskAct(DONE, _items(items), note, on_behalf=on_behalf)
    assert read_act(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "items", "note"),
    [
        ("số 45", (), "Số 45"),
        ("cv 45", (), "Công văn 45"),
        ("105/KH-UBND", (), "105/KH-UBND"),
        ("báo cáo số 12/BC-UBND ngày 20/11", (), "Báo cáo số 12/BC-UBND ngày 20/11"),
        ("kết quả: đã rà soát 12 thủ tục", (), "Đã rà soát 12 thủ tục"),
        ("kq V15: đạt 98%", ("V15",), "Đạt 98%"),
        ("kq viec 2: da hop 3 lan", (2,), "Da hop 3 lan"),
    ],
)
def test_a_result_is_noted(text: str, items: Items, note: str) -> None:
    assert read_act(text, TODAY) == TaskAct(NOTE, _items(items), note)


@pytest.mark.parametrize(
    ("text", "kind", "items"),
    [
        ("hoàn tác 2", UNDO, (2,)),
        ("hoan tac", UNDO, ()),
        ("hoàn tác V15 ạ", UNDO, ("V15",)),
        ("bấm nhầm việc 2", UNDO, (2,)),
        ("nhầm việc 2 rồi", UNDO, (2,)),
        ("undo 2", UNDO, (2,)),
        ("xem 2", SHOW, (2,)),
        ("xem việc 2 nhé", SHOW, (2,)),
        ("xem V15", SHOW, ("V15",)),
        ("chi tiết V15", SHOW, ("V15",)),
        ("V15", SHOW, ("V15",)),
        ("giữ nguyên V15", KEEP, ("V15",)),
        ("giu nguyen viec 2", KEEP, (2,)),
        ("đôn đốc V15 V16", URGE, ("V15", "V16")),
        ("đôn đốc 1", URGE, (1,)),
        ("don doc 1, 2", URGE, (1, 2)),
        ("đôn đốc cả hai đơn vị", URGE, ()),
        ("đôn đốc các đơn vị còn thiếu", URGE, ()),
        ("nhắc các đơn vị còn thiếu", URGE, ()),
        ("đôn đốc", URGE, ()),
        ("đồng ý lùi V15", GRANT, ("V15",)),
        ("duyệt gia hạn V15", GRANT, ("V15",)),
        ("ok gia hạn V15", GRANT, ("V15",)),
        ("dong y v15", GRANT, ("V15",)),
        ("cho lùi việc 2", GRANT, (2,)),
        ("giữ nguyên hạn V15", REFUSE, ("V15",)),
    ],
)
def test_an_act_of_few_words(text: str, kind: ActKind, items: Items) -> None:
    assert read_act(text, TODAY) == TaskAct(kind, _items(items))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("không đồng ý lùi V15: cần đúng hạn", TaskAct(REFUSE, _items(("V15",)), "cần đúng hạn")),
        ("từ chối V15: đã lùi một lần", TaskAct(REFUSE, _items(("V15",)), "đã lùi một lần")),
        ("khong duyet gia han viec 2, can gap", TaskAct(REFUSE, _items((2,)), "can gap")),
        ("đồng ý gia hạn V15 đến 10/12", TaskAct(GRANT, _items(("V15",)), day=_day(12, 10))),
        ("giao V15 cho Phòng Kinh tế", TaskAct(GIVE, _items(("V15",)), office="Phòng Kinh tế")),
        ("chuyển việc 2 cho phòng KT", TaskAct(GIVE, _items((2,)), office="Phòng KT")),
        (
            "chuyen v15 sang trung tam PVHCC",
            TaskAct(GIVE, _items(("V15",)), office="Trung tâm PVHCC"),
        ),
        ("đôn đốc Phòng Kinh tế", TaskAct(URGE, office="Phòng Kinh tế")),
    ],
)
def test_what_leaders_and_clerks_decide(text: str, act: TaskAct) -> None:
    assert read_act(text, TODAY) == act


@pytest.mark.parametrize(
    ("text", "items", "day"),
    [
        ("nhắc lại thứ hai", (), _day(11, 30)),
        ("nhac lai 2 sang mai", (2,), _day(11, 24)),
        ("để mai nhắc", (), _day(11, 24)),
        ("mốt nhắc", (), _day(11, 25)),
        ("nhắc lại V15 30/11", ("V15",), _day(11, 30)),
        ("nhac lai 4.12", (), _day(12, 4)),
        ("t2 nhắc lại nhé", (), _day(11, 30)),
        ("thứ 6 này nhắc lại 2", (2,), _day(11, 27)),
        ("nhắc lại sau 3 ngày", (), _day(11, 26)),
        ("nhắc lại việc 2 cuối tuần", (2,), _day(11, 27)),
        ("nhắc lại 2", (2,), None),
        ("nhắc sau", (), None),
        ("để sau", (), None),
        ("lát nữa nhắc lại V15", ("V15",), None),
        ("nhắc lại vào 8h sáng mai", (), _day(11, 24)),
    ],
)
def test_later(text: str, items: Items, day: dt.date | None) -> None:
    assert read_act(text, TODAY) == TaskAct(LATER, _items(items), day=day)


@pytest.mark.parametrize(
    ("text", "items", "day", "note"),
    [
        ("xin lùi tới t6 tuần sau, sếp đi vắng", (), _day(12, 4), "lãnh đạo đi vắng"),
        ("xin lùi tới t6 tuần sau đc ko, sếp đi vắng", (), _day(12, 4), "lãnh đạo đi vắng"),
        ("sếp đi vắng, xin lùi tới t6 tuần sau", (), _day(12, 4), "lãnh đạo đi vắng"),
        ("gia hạn việc 2 đến 15/12 vì chờ số liệu", (2,), _day(12, 15), "chờ số liệu"),
        ("việc 2 chưa kịp, xin lùi đến thứ 6", (2,), _day(11, 27), "chưa kịp"),
        ("V15 xin lui toi thu 6", ("V15",), _day(11, 27), ""),
        ("xin gia hạn V15 đến 15/12/2026", ("V15",), _day(12, 15), ""),
        ("de nghi gia han 2 den het thang", (2,), _day(11, 30), ""),
        ("xin lùi việc 2 trước 4/12", (2,), _day(12, 3), ""),
        ("lùi V15 sang tuần sau", ("V15",), _day(12, 4), ""),
        ("cho em lùi đến t6", (), _day(11, 27), ""),
        ("xin them thoi gian", (), None, ""),
        ("em xin gia hạn", (), None, ""),
        ("xin lùi đến 31/2", (), None, ""),
    ],
)
def test_more_time_until_a_day(text: str, items: Items, day: dt.date | None, note: str) -> None:
    assert read_act(text, TODAY) == TaskAct(MORE, _items(items), note, day)


@pytest.mark.parametrize(
    ("text", "more_days", "is_worked"),
    [
        ("xin thêm 3 ngày", 3, False),
        ("xin them 5 ngay lam viec do cho xac minh", 5, True),
        ("xin lùi thêm 1 tuần", 7, False),
        ("việc 2 xin thêm hai ngày", 2, False),
    ],
)
def test_more_time_by_its_length(text: str, more_days: int, is_worked: bool) -> None:
    act = read_act(text, TODAY)
    assert act
    assert (act.kind, act.day) == (MORE, None)
    assert (act.more_days, act.is_worked) == (more_days, is_worked)


@pytest.mark.parametrize(
    ("text", "items", "office"),
    [
        ("viec nay ko phai ben minh", (), ""),
        ("2 không thuộc phòng em", (2,), ""),
        ("viec nay cua phong KT chu dau phai ben minh", (), "Phòng KT"),
        ("V15 không phải của đơn vị tôi", ("V15",), ""),
        ("V15 là của Phòng Kinh tế, không phải bên em", ("V15",), "Phòng Kinh tế"),
        ("việc này thuộc Phòng Kinh tế", (), "Phòng Kinh tế"),
        ("không phải việc của phòng em", (), ""),
        ("bên em không phụ trách V15", ("V15",), ""),
        ("giao nhầm phòng rồi", (), ""),
        ("V12 k phải việc của phòng VH", ("V12",), ""),
        ("cái này của bên công an chứ", (), "Công an"),
        ("việc này không thuộc phòng tôi, đề nghị chuyển Phòng Kinh tế", (), "Phòng Kinh tế"),
    ],
)
def test_work_is_not_ours(text: str, items: Items, office: str) -> None:
    act = read_act(text, TODAY)
    assert act
    assert act.kind is ActKind.NOT_OURS
    assert (act.items, act.office) == (_items(items), office)
    assert act.note.startswith(text[:15])


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "2",
            "việc 2",
            "việc của tôi",
            "tuần này tôi phải làm gì",
            "cảm ơn",
            "đồng ý",
            "gia hạn",
        ),
        *(
            "xong 1 tháng đầu năm thì nộp gì",
            "xong 1/3 rồi thì gửi ai",
            "xong 1 chưa?",
            "xong 2 chua a",
        ),
        *(
            "bao giờ xong 2 việc này",
            "xong 2 việc rồi",
            "2 xong chưa",
            "hoàn thành 100%",
            "chưa xong 2",
        ),
        *("xong 2 thì làm gì tiếp", "xong, cho tôi hỏi lịch tiếp dân", "hoàn thành 2 chỉ tiêu"),
        *("đã nộp hồ sơ 2 tuần rồi chưa có kết quả", "đã nộp 2 hồ sơ", "đã gửi đơn 3 lần"),
        *(
            "đã hoàn thành hộ nghèo",
            "xong 2 hộ nghèo",
            "xong hết rồi",
            "xong 2 hộ nghèo",
            "kết quả",
            "kết quả 2",
            "kết quả phản ánh của tôi",
        ),
        *(
            "nhắc tôi",
            "nhắc tôi việc 2 ngày mai",
            "nhắc lại câu trả lời",
            "nhắc lại giúp tôi",
            "bỏ nhắc 2",
        ),
        *("gia hạn tạm trú làm thế nào", "xin gia hạn giấy phép", "xin thêm 3 ngày nghỉ phép"),
        *("xin đổi lịch tiếp dân sang thứ 6", "giữ nguyên hiện trạng đất", "đôn đốc thu thuế"),
        *(
            "xem kế hoạch 3",
            "xem 2 kế hoạch",
            "xem lịch 2",
            "số điện thoại của xã",
            "số 0912345678",
        ),
        *(
            "giao 1 cho Công an xã",
            "giao việc 2 cho ai",
            "giao thông ở thôn 3 hỏng",
            "việc này của phòng nào",
        ),
        *("trả lời 1", "duyệt 1", "tiếp nhận 1", "xong PA261123-7K3QXC", "PA261123-7K3QXC"),
        *("giao PA261123-7K3QXC cho Phòng Kinh tế", "xin lùi PA261123-7K3QXC đến 15/12"),
        *(
            "rác trước nhà không phải của tôi",
            "24/24h",
            "không đồng ý lịch họp này, xin dời",
            "đèn này không thuộc xã thì hỏi ai",
            "x" * 2_001,
        ),
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert read_act(text, TODAY) is None
