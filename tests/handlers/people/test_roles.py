"""What each role allows; one who has left may nothing."""

import datetime as dt
from dataclasses import replace

import pytest

from handlers.people.roles import (
    is_clerk,
    is_head,
    is_leader,
    is_official,
    may_act_for,
    may_invite,
)
from storage.values import Office, Person, Role

PERSON = Person(1, 1, "Trần An", Role.OFFICER, office_ids=(3,), stands_in=(4,))


@pytest.mark.parametrize(
    ("role", "clerk", "leader", "head", "invites"),
    [
        (Role.OFFICER, False, False, False, False),
        (Role.HEAD, False, False, True, False),
        (Role.CLERK, True, False, False, True),
        (Role.LEADER, False, True, False, False),
        (Role.OPERATOR, False, False, False, False),
    ],
)
def test_roles(role: Role, clerk: bool, leader: bool, head: bool, invites: bool) -> None:
    person = replace(PERSON, role=role)
    asked = (is_clerk, is_leader, is_head, may_invite)
    assert [ask(person) for ask in asked] == [clerk, leader, head, invites]
    left = replace(person, left_at=dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    assert not any(ask(left) for ask in (*asked, is_official))
    assert not may_act_for(left, 3)
    assert is_official(person)


def test_the_operator_is_not_invited_in_chat() -> None:
    clerk = replace(PERSON, role=Role.CLERK)
    assert may_invite(clerk, Role.LEADER)
    assert not may_invite(clerk, Role.OPERATOR)
    assert not may_invite(None)


def test_an_office_is_acted_for_by_its_holder_and_who_stands_in() -> None:
    assert may_act_for(PERSON, 3)
    assert may_act_for(PERSON, Office(4, 1, "Văn phòng"))
    assert not may_act_for(PERSON, 5)
    assert not may_act_for(PERSON, None)
    assert not may_act_for(None, 3)
