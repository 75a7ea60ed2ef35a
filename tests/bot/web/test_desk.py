"""The operator's page: what it reads."""

import datetime as dt

from bot.app import App
from bot.web.overview import read_overview
from handlers.messages import Message, dump_message
from knowledge.plan import Deadline, DeadlineKind, Place, Plan, PlannedTask
from storage.values import Address, CaseKind, Contact, DueState, Invitation, NewCase, NewDueDay
from storage.work import Work
from tests.factories.talk import MONDAY
from tests.factories.town_hall import found_hall

TODAY = MONDAY.date()
LAN = Address("web", "lan")
PLAN = Plan(
    source="kh.docx", number="12/KH-UBND", locality="xã Bến Lụa", year=2026,
    tasks=tuple(
        PlannedTask((), "", str(number), f"Việc số {number}", Place("kh.docx"),
                    deadline=Deadline(DeadlineKind.BY))
        for number in (1, 2, 3)
    ),
)  # fmt: skip


async def fill(work: Work) -> None:
    place = await work.localities.ensure("xã Bến Lụa")
    plan_id = await work.plans.add(
        PLAN, locality_id=place.id, digest="d", is_sample=False, now=MONDAY
    )
    await work.plans.confirm(plan_id, now=MONDAY)
    office = await work.offices.ensure(place.id, "Văn phòng")
    other = await work.offices.ensure(place.id, "Công an xã")
    tasks = await work.plans.tasks(plan_id)
    days = [
        NewDueDay(task.id, office_id, "", TODAY + dt.timedelta(days=ahead), DueState.OPEN, TODAY)
        for task, office_id, ahead in zip(
            tasks, (office.id, other.id, office.id), (4, 60, 61), strict=True
        )
    ]
    await work.due_days.add(days, locality_id=place.id)
    await work.invitations.add(
        "s", locality_id=place.id, office_id=office.id, name="Lan", role="officer",
        expires_at=MONDAY + dt.timedelta(days=1),
    )  # fmt: skip
    invitation = await work.invitations.take("s", now=MONDAY)
    assert isinstance(invitation, Invitation)
    await work.people.join(invitation, LAN, now=MONDAY, today=TODAY)
    await work.inbox.add(
        LAN, "m1", dump_message(Message(LAN, "m1", "xin chào", MONDAY)), now=MONDAY
    )
    await work.cases.open(
        NewCase(
            "PA261123-7K3QXC",
            place.id,
            CaseKind.SCENE,
            LAN,
            "Đèn hỏng",
            MONDAY,
            TODAY,
            contact=Contact(phone="0900000000"),
        )
    )


async def test_empty_installation(app: App) -> None:
    overview = await read_overview(app)
    assert (overview.plans, overview.due, overview.cases) == ([], [], [])
    assert [row[1:] for row in overview.queues] == [("0", "0", "0")] * 2


async def test_overview(app: App) -> None:
    async with app.database.write() as work:
        await fill(work)
        hall = await found_hall(work)
        await hall.add_work("Công an xã", "Tổng kiểm tra cư trú", TODAY + dt.timedelta(days=5))
    overview = await read_overview(app)
    assert overview.plans == [("xã Bến Lụa", "12/KH-UBND", "2026", "đã xác nhận", "3")]
    assert overview.due == [
        (
            "27/11/2026", "xã Bến Lụa", "Văn phòng",
            "Việc số 1 (Kế hoạch số 12/KH-UBND, STT 1)", "Đã liên kết",
        ),
        (
            "28/11/2026", "xã Bến Lụa", "Công an xã",
            "Tổng kiểm tra cư trú (việc được giao ngày 23/11/2026)", "chưa có ai liên kết",
        ),
        (
            "22/01/2027", "xã Bến Lụa", "Công an xã",
            "Việc số 2 (Kế hoạch số 12/KH-UBND, STT 2)", "chưa có ai liên kết",
        ),
    ]  # fmt: skip
    assert overview.queues[0][1:] == ("1", "0", "0")
    assert overview.cases == [
        ("Đã gửi, chờ tiếp nhận", "PA261123-7K3QXC", "23/11/2026", "23/11/2026")
    ]
    assert "0900000000" not in str(overview)
    assert "Đèn hỏng" not in str(overview)
