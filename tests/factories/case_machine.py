"""The state machine of random walks: whoever tries whatever, whenever."""

import datetime as dt

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from knowledge.cases.states import CaseKind, Solved
from knowledge.cases.steps import Action
from storage.values import Role
from tests.factories.cases import JUSTICE, LAND, OFFICE
from tests.factories.walk_world import World
from tests.factories.walks import Deal, Setting, Walk

_OFFICES = (LAND, JUSTICE, OFFICE)
_FACTS = ("text", "office_id", "recipient", "day", "number", "signer", "other_id", "kind", "solved")
SETTINGS = st.builds(
    Setting,
    kind=st.sampled_from((*CaseKind, CaseKind.SCENE, CaseKind.CONDUCT)),
    sender=st.sampled_from(("lan", "lan", "dia", "thu")),
    complained=st.sampled_from((*("",) * 5, *_OFFICES)),
    approver=st.sampled_from((Role.LEADER, Role.HEAD, Role.CLERK)),
    is_complete=st.sampled_from((True, True, True, False)),
    hides_name=st.booleans(),
    steps=st.sampled_from((0, 0, 2, 3, 6, 6)),
)
DEALS = st.builds(
    Deal,
    office=st.sampled_from(_OFFICES),
    kind=st.sampled_from(CaseKind),
    days=st.sampled_from((0, 0, -3, 1, 60)),
    other=st.sampled_from((1, 1, 0)),
    lacks=st.sampled_from((*("",) * 9, *_FACTS)),
    solved=st.sampled_from(Solved),
)
HOURS = st.sampled_from((0, 1, 9, 30, 200, 800))
WHICH = st.sampled_from((0, 0, 0, 1))
ANY = st.integers(0, 10_000)


def build_machine(world: World) -> type[RuleBasedStateMachine]:
    """Build the machine whose walks go through one database, one after another."""

    class Walks(RuleBasedStateMachine):
        walk: Walk

        @initialize(setting=SETTINGS)
        def begin(self, setting: Setting) -> None:
            self.walk = Walk(world, setting)

        @rule(which=WHICH, who=ANY, action=st.sampled_from(Action), deal=DEALS, hours=HOURS)
        def anybody_tries_anything(
            self, which: int, who: int, action: Action, deal: Deal, hours: int
        ) -> None:
            self.walk.now += dt.timedelta(hours=hours)
            self.walk.take(which, world.walkers[who % len(world.walkers)], action, deal)

        @rule(which=WHICH, pick=ANY, deal=DEALS, hours=HOURS)
        def somebody_does_what_is_theirs(
            self, which: int, pick: int, deal: Deal, hours: int
        ) -> None:
            self.walk.now += dt.timedelta(hours=hours)
            found = self.walk.find_possible(which, pick)
            if found:
                self.walk.take(which, *found, deal)

        def teardown(self) -> None:
            assert world.read_secrets() == []

    return Walks
