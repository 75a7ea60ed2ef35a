"""Work from being given out to being handed in, each person in a chat of their own."""

import datetime as dt

import pytest

from bot.app import build
from handlers.assigning.skill import AssigningSkill
from handlers.casework import CaseworkSkill
from handlers.conversation import Conversation
from handlers.library.scopes import Library
from handlers.tasks.own_tasks import OwnTasksSkill
from knowledge.search.words import WordEmbedder
from storage.values import Address
from tests.factories.cases import JUSTICE, LAND
from tests.factories.talk import Chat, FixedClock, RecordingChannel, build_settings
from tests.handlers.assigning.conftest import CALENDAR, Desk


@pytest.fixture
def leader(desk: Desk) -> Chat:
    database, channel, clock = desk.database, RecordingChannel(), FixedClock()
    skills = (
        CaseworkSkill(database, desk.town.desk, Library(WordEmbedder())),
        AssigningSkill(database, CALENDAR),
        OwnTasksSkill(CALENDAR),
    )
    app = build(
        build_settings(),
        database,
        channels={"web": channel},
        clock=clock,
        conversation=Conversation(database, skills),
    )
    return Chat(app, channel, clock, Address("web", "chutich"))


async def test_work_is_given_urged_and_handed_in(leader: Chat) -> None:
    land, justice = leader.other("dia"), leader.other("tuphap")
    await leader.says(f"giao {LAND}, {JUSTICE} báo cáo rà soát thủ tục trước 28/11")
    assert "Đã báo Người dia, Người tuphap" in await leader.says("giao")
    assert "rà soát thủ tục”, hạn thứ Sáu 27/11/2026" in land.heard()[-1]
    assert "Nội dung: Báo cáo rà soát thủ tục" in await land.says("xem 1")
    assert "hoàn thành" in await land.says("xong, cv số 45")
    leader.clock.moment = dt.datetime(2026, 11, 30, 2, 0, tzinfo=dt.UTC)
    said = await leader.says("phòng nào chưa nộp báo cáo rà soát")
    assert said.startswith(f"Đã nộp 1/2. Chưa cập nhật kết quả: {JUSTICE} (hạn")
    heard = len(justice.heard())
    assert "Người tuphap" in await leader.says("1")
    assert "rà soát thủ tục" in justice.heard()[heard]
    await justice.says("xong 1, báo cáo số 12/BC-UBND")
    assert "Đã nộp đủ 2/2." in await leader.says("phòng nào chưa nộp báo cáo rà soát")
