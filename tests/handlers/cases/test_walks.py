"""Whatever people try with a case, in whatever order: what must hold, holds."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action, Actor
from tests.factories.case_machine import build_machine
from tests.factories.walk_world import World
from tests.factories.walks import Deal, Setting, Walk

pytestmark = pytest.mark.slow

SHORT = settings(
    max_examples=30,
    stateful_step_count=12,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),  # to shrink a walk takes minutes
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def world(sqlite_template: Path, tmp_path: Path) -> Iterator[World]:
    path = tmp_path / "walks.sqlite"
    shutil.copyfile(sqlite_template, path)
    opened = World(path)
    yield opened
    opened.close()


def test_random_walks_keep_what_must_hold(world: World) -> None:
    run_state_machine_as_test(build_machine(world), settings=SHORT)
    assert world.walked >= SHORT.max_examples


def test_a_walk_can_go_all_the_way(world: World) -> None:
    walk = Walk(world, Setting())
    for name, action in (
        ("thu", Action.ACCEPT),
        ("thu", Action.ASSIGN),
        ("thay", Action.START),  # stands in for the officer who is away
        ("dia", Action.DRAFT),
        ("chutich", Action.APPROVE),
        ("thu", Action.ANSWER),
        ("lan", Action.REOPEN),
    ):
        assert walk.take(0, world.find(name), action) == ""
    walk.now += dt.timedelta(days=1)
    assert walk.take(0, world.find("lan"), Action.WITHDRAW) == ""
    assert walk.cases[0].state is CaseState.WITHDRAWN


@pytest.mark.parametrize("name", ["khach", "hoa", "cu", "tuphap", "vang"])
def test_a_stranger_is_nobody(world: World, name: str) -> None:
    walk = Walk(world, Setting(complained="Công chức Địa chính"))
    assert walk.cases[0].find_actors(world.find(name)) == set()
    for action in Action:
        assert walk.take(0, world.find(name), action, Deal()) == "case_step_forbidden"


def test_what_is_written_is_read_with_the_key_alone(world: World) -> None:
    walk = Walk(world, Setting())
    assert world.cipher.decrypt(_read_content(world, walk.cases[0].id)).startswith("Tôi là")
    assert not world.can_open_without_key(walk.cases[0].id)
    assert world.read_secrets() == []
    world.rows.execute("UPDATE cases SET recipient='Xuyến'")
    assert world.read_secrets() == ["Xuyến"]  # the search itself would find it


def test_the_model_knows_the_program(world: World) -> None:
    walk = Walk(world, Setting())
    assert walk.cases[0].find_actors(world.find("program")) == {Actor.SYSTEM}


def _read_content(world: World, case_id: int) -> bytes:
    [(sealed,)] = world.rows.execute("SELECT content_sealed FROM cases WHERE id=?", (case_id,))
    assert isinstance(sealed, bytes)
    return sealed
