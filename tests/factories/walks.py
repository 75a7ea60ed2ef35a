"""Random walks of two cases, held against a model after each step."""

import datetime as dt
import json
import random
from dataclasses import dataclass
from typing import Any

from handlers.cases.access import SYSTEM
from handlers.cases.changes import Facts
from handlers.cases.moves import CaseDesk
from handlers.errors import HandlerError
from knowledge.cases.states import CaseKind, CaseState, Solved
from knowledge.cases.steps import STEPS, Action, Actor
from storage.values import Address, Role
from storage.work import Work
from tests.factories.case_model import CaseModel, Walker, is_allowed_path
from tests.factories.cases import LAND, open_case
from tests.factories.talk import MONDAY
from tests.factories.walk_world import ADDED, CONTACT, CONTENT, DRAFT, PERSONAL, World

_ORDINARY = (
    Action.ACCEPT,
    Action.ASSIGN,
    Action.START,
    Action.DRAFT,
    Action.APPROVE,
    Action.ANSWER,
)
_ENDING = (
    Action.REFUSE,
    Action.TRANSFER,
    Action.MERGE,
    Action.WITHDRAW,
    Action.LAPSE,
    Action.CLOSE,
    Action.ERASE,
    Action.TELL,  # the rest leads nowhere
    Action.READ,
    Action.REGISTER,
    Action.NOTE,
)
KEYED = ("cases", "case_events", "case_terms", "case_notices")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a walk begins: `steps` of the ordinary way are gone at once."""

    kind: CaseKind = CaseKind.SCENE
    sender: str = "lan"
    complained: str = ""
    approver: Role = Role.LEADER
    is_complete: bool = True
    hides_name: bool = False
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Deal:
    """The facts that a step is tried with; `lacks` names the one that is left out."""

    office: str = LAND
    kind: CaseKind = CaseKind.SCENE
    days: int = 0
    other: int = 1
    lacks: str = ""
    solved: Solved = Solved.NO


class Walk:
    """Two cases of a place, tried by everybody with everything; `check` after each step."""

    def __init__(self, world: World, setting: Setting) -> None:
        world.walked += 1
        self.world, self.setting = world, setting
        self.desk = CaseDesk(world.town.desk.calendar, setting.approver)
        self.now = MONDAY
        self.cases = world.run(self._open())
        [(self._last_id,)] = world.rows.execute("SELECT coalesce(max(id), 0) FROM outbox")
        self._kept = self._read_rows()
        self._outbox: set[tuple[Any, ...]] = set()
        self.hurry(setting.steps)

    async def _open(self) -> list[CaseModel]:
        async with self.world.database.write() as work:
            return [
                await self._open_one(work, self.setting, 0),
                await self._open_one(work, Setting(sender="hoa"), 1),
            ]

    async def _open_one(self, work: Work, setting: Setting, which: int) -> CaseModel:
        town = self.world.town
        case = await open_case(
            work,
            town.place_id,
            number=2 * self.world.walked + which,
            kind=setting.kind,
            sender=Address("web", setting.sender),
            content=CONTENT,
            contact=CONTACT,
            state=CaseState.RECEIVED if setting.is_complete else CaseState.NEEDS_INFO,
            complained_office_id=town.offices.get(setting.complained),
            hides_name=setting.hides_name,
        )
        sent = Action.SEND if setting.is_complete else Action.SEND_INCOMPLETE
        return CaseModel(
            case.id,
            case.code,
            town.place_id,
            case.sender,
            case.kind,
            case.state,
            self.setting.approver,
            self.desk.calendar,
            case.complained_office_id,
            path=[(sent, case.state)],
            has_term=setting.is_complete,
            due_on=case.due_on,
        )

    def find_possible(self, which: int, pick: int) -> tuple[Walker, Action] | None:
        """Find somebody who may do something now; one time in eight what may end the case."""
        model = self.cases[which]
        able: dict[Action, list[Walker]] = {}
        for walker in self.world.walkers:
            actors = model.find_actors(walker)
            for step in STEPS:
                if model.state in step.sources and step.by & actors:
                    able.setdefault(step.action, []).append(walker)
        dice = random.Random(f"{pick} {len(model.path)}")
        is_last = dice.random() < 1 / 8
        wanted = [action for action in able if (action in _ENDING) == is_last]
        if not wanted:
            return None
        action = dice.choice(wanted)
        return dice.choice(able[action]), action

    def hurry(self, steps: int) -> None:
        """Go so many steps of the ordinary way."""
        for action in _ORDINARY[:steps]:
            able = (w for w in self.world.walkers if self.cases[0].find_step(action, w))
            walker = next(able, None)
            if walker is None or self.take(0, walker, action):
                return

    def deal(self, which: int, action: Action, deal: Deal) -> Facts:
        """Make facts; most of what a step does not need is given, too."""
        other = self.cases[(which + deal.other) % 2]
        given: dict[str, Any] = {
            "text": DRAFT,
            "office_id": self.world.town.offices[deal.office],
            "office": deal.office,
            "recipient": "Công ty Thủy nông",
            "day": self.now.date() + dt.timedelta(days=deal.days),
            "number": "45/UBND",
            "signer": "Chủ tịch Trần Thị Mai",
            "other_id": other.id,
            "other_code": other.code,
            "kind": deal.kind,
            "solved": deal.solved,
            "public_content": "Kênh tưới bị hỏng",
            "public_answer": "Kênh đã sửa",
            "content": ADDED,
            "contact": CONTACT,
        }
        if action is not Action.MERGE:
            del given["other_id"]
        given.pop(deal.lacks, None)
        return Facts(**given)

    def take(self, which: int, walker: Walker, action: Action, deal: Deal = Deal()) -> str:
        """Let somebody try something, and check what came of it; give the code of a refusal."""
        model, facts = self.cases[which], self.deal(which, action, deal)
        step = model.find_step(action, walker)
        expected = model.refuse(action, walker, facts, now=self.now)
        if action is Action.MERGE:
            expected = expected or model.refuse_other(self.cases[1 - which])
        refusal = self.world.run(self._try(model, walker, action, facts))
        assert refusal == expected, (walker.name, action, facts, model)
        if step and not refusal:
            model.apply(step, facts, now=self.now)
        self._check(which, walker, has_changed=not refusal)
        return refusal

    async def _try(self, model: CaseModel, walker: Walker, action: Action, facts: Facts) -> str:
        try:
            async with self.world.database.write() as work:
                case = await work.cases.hold(model.code)
                assert case is not None
                doer = self.desk.find_doer(case, walker.address, walker.person)
                doer = SYSTEM if walker.address is None else doer
                if action is Action.READ:
                    await self.desk.read(work, case, doer, now=self.now)
                else:
                    await self.desk.move(work, case, action, doer, facts, now=self.now)
        except HandlerError as error:
            return error.code
        return ""

    # What must hold

    def _check(self, which: int, walker: Walker, *, has_changed: bool) -> None:
        rows, outbox = self._read_rows(), self._read_outbox()
        assert rows[1 - which] == self._kept[1 - which] or self._was_merged(which, rows)
        if not has_changed:
            assert (rows[which], outbox) == (self._kept[which], self._outbox)
            return
        self._check_history(which, walker)
        self._check_terms(which)
        for row in outbox - self._outbox:
            self._check_told(which, *row)
        self._kept, self._outbox = rows, outbox

    def _was_merged(self, which: int, rows: list[list[list[Any]]]) -> bool:
        """Tell whether the other case was merged into this one, and told of its answer only."""
        other = self.cases[1 - which]
        return (
            other.merged_into_id == self.cases[which].id
            and rows[1 - which][:3] == (self._kept[1 - which][:3])
        )

    def _check_history(self, which: int, walker: Walker) -> None:
        model = self.cases[which]
        found = self.world.rows.execute(
            "SELECT action, state, actor, person_id FROM case_events WHERE case_id=? ORDER BY id",
            (model.id,),
        ).fetchall()
        assert [(a, s) for a, s, _, _ in found] == [(a.value, s.value) for a, s in model.path]
        assert is_allowed_path(model.path)
        person = walker.person if walker.address != model.sender else None
        assert found[-1][3] == (person.id if person else None)
        assert Actor(found[-1][2])
        [row] = self.world.rows.execute(
            "SELECT state, version, office_id, due_on FROM cases WHERE id=?", (model.id,)
        ).fetchall()
        noted = sum(action is Action.READ for action, _ in model.path)
        assert row[:3] == (model.state.value, len(model.path) - noted, model.office_id)
        model.due_on = dt.date.fromisoformat(row[3]) if row[3] else None

    def _check_terms(self, which: int) -> None:
        model = self.cases[which]
        found = self.world.rows.execute(
            "SELECT count(*) FROM case_terms WHERE case_id=? AND ended_on IS NULL", (model.id,)
        ).fetchone()
        assert found == (int(model.has_term),), model.path

    def _check_told(self, which: int, _id: int, user: str, subject: str, sealed: bytes) -> None:
        model, told = self.cases[which], self.world.find(user)
        if subject.startswith("case notice "):
            merged = {c.sender.user for c in self.cases if c.merged_into_id == model.id}
            assert user == model.sender.user or user in merged, (user, model.path)
            return
        assert model.find_actors(told) - {Actor.CITIZEN}, (user, model.path)
        text = json.dumps(json.loads(self.world.cipher.decrypt(sealed)), ensure_ascii=False)
        assert not [secret for secret in PERSONAL if secret in text], text

    def _read_rows(self) -> list[list[list[Any]]]:
        return [
            [
                self.world.rows.execute(
                    f"SELECT * FROM {table} WHERE {'id' if table == 'cases' else 'case_id'}=?",
                    (case.id,),
                ).fetchall()
                for table in KEYED
            ]
            for case in self.cases
        ]

    def _read_outbox(self) -> set[tuple[Any, ...]]:
        """Read what was put out on this walk; a row that is withdrawn may leave its number."""
        return set(
            self.world.rows.execute(
                "SELECT id, user, subject, body_sealed FROM outbox WHERE id > ?", (self._last_id,)
            )
        )
