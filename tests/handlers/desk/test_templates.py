"""Templates at the desk: filled for a case, changed by the clerk alone, never unseen."""

import pytest

from handlers.desk.cases.templates import list_templates, remove_template, save_template
from handlers.desk.overtaken import Overtaken
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from storage.database import Database
from storage.values import AnswerTemplate
from storage.work import Work
from tests.factories.cases import Town, found_town, open_case
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY

BODY = "{ma} ({ngay_nhan}): {don_vi} đã xem việc “{noi_dung}” tại {noi_xay_ra}, hạn {han}."


async def sit(work: Work, who: str = "thu") -> tuple[Town, Visitor]:
    town = await found_town(work)
    return town, await sit_down(work, town.people[who])


async def save(
    work: Work, visitor: Visitor, body: str, kept: AnswerTemplate | None = None, **more: bool
) -> AnswerTemplate:
    await save_template(
        work,
        visitor,
        template_id=kept.id if kept else None,
        name="Đèn",
        body=body,
        version=kept.version if kept else 0,
        now=MONDAY,
        **more,
    )
    [found] = await work.answer_templates.of_localities([visitor.place.id])
    return found


async def test_places_are_filled_without_the_senders_data(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town, clerk = await sit(work)
        case = await open_case(
            work, town.place_id, content="Tôi là Nguyễn Văn Bình, đèn đường hỏng"
        )
        await save(work, clerk, BODY)
        [filled] = await list_templates(work, clerk, desk=town.desk, code=case.code)
    assert filled.text.startswith(f"{case.code} (23/11/2026): UBND xã Bến Lụa đã xem việc")
    assert "tại đầu thôn 3, hạn 26/11/2026." in filled.text
    assert "Bình" not in filled.text


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("", "Đã sửa.", "desk_field_empty"),
        ("Đèn", " ", "desk_field_empty"),
        ("x" * 121, "Đã sửa.", "desk_field_long"),
        ("Đèn", "x" * 8001, "desk_field_long"),
        ("Đèn", "Kính gửi {ho_ten}", "desk_template_place"),
    ],
)
async def test_what_cannot_be_a_template(sqlite: Database, name: str, body: str, code: str) -> None:
    async with sqlite.write() as work:
        _, clerk = await sit(work)
        with pytest.raises(HandlerError, match=code):
            await save_template(work, clerk, template_id=None, name=name, body=body, now=MONDAY)


async def test_who_comes_second_sees_both_texts(sqlite: Database) -> None:
    async with sqlite.write() as work:
        _, clerk = await sit(work)
        kept = await save(work, clerk, "Một.")
        await save(work, clerk, "Hai.", kept)
        for deed in (
            save(work, clerk, "Ba.", kept),
            remove_template(work, clerk, template_id=kept.id, version=kept.version, now=MONDAY),
        ):
            with pytest.raises(Overtaken) as overtaken:
                await deed
            assert overtaken.value.facts["name"] == clerk.name
            assert overtaken.value.theirs == "Đèn\nHai."
        last = await save(work, clerk, "Ba.", kept, is_sure=True)
        assert last.body == "Ba."
        await remove_template(work, clerk, template_id=kept.id, version=last.version, now=MONDAY)
        trail = await work.changes.of(f"template {kept.id}", locality_id=clerk.place.id)
    assert [each.action for each in trail] == ["remove_template", *["save_template"] * 3]


async def test_only_the_clerk_of_the_place_changes_them(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town, clerk = await sit(work)
        kept = await save(work, clerk, "Một.")
        other = await found_town(work, "xã Khác")
        foreign = await sit_down(work, other.people[f"thu@{other.place_id}"])
        for who, code in ((foreign, "desk_gone"), (None, "desk_forbidden")):
            visitor = who or await sit_down(work, town.people["truong"])
            with pytest.raises(HandlerError, match=code):
                await save_template(
                    work, visitor, template_id=kept.id, name="x", body="y", version=1, now=MONDAY
                )
            with pytest.raises(HandlerError, match=code):
                await remove_template(work, visitor, template_id=kept.id, version=1, now=MONDAY)
