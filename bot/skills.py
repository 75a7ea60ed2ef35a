"""What the bot can do in a conversation, in the order in which it is asked."""

from bot.addresses import find_base
from bot.settings import Settings
from handlers.alarms import AlarmSkill
from handlers.assigning import drafting as giving
from handlers.assigning.skill import AssigningSkill
from handlers.cases.arrears import KeepInformedSkill
from handlers.cases.moves import CaseDesk
from handlers.casework import CaseReplySkill, CaseworkSkill
from handlers.casework.drafts import KIND as CASEWORK
from handlers.casework.drafts import VERSION as CASEWORK_VERSION
from handlers.channels.closed import ClosedSkill
from handlers.channels.commands import LookUpSkill
from handlers.channels.numbers import StrayNumberSkill
from handlers.channels.odd import OddSkill
from handlers.conversation import CancelSkill, StaleDialogueSkill, UnreadSkill
from handlers.courtesy import CourtesySkill
from handlers.faq.ratings import RatingSkill
from handlers.faq.skill import FaqSkill
from handlers.figures.skill import FiguresSkill
from handlers.files.skill import FilesSkill
from handlers.handover import HandoverOfficialSkill, HandoverSkill
from handlers.handover.staffed import StaffedSkill
from handlers.intake import drafts
from handlers.intake.recording import Recorder
from handlers.intake.skill import IntakeSkill
from handlers.library.scopes import Library
from handlers.login import LoginSkill
from handlers.nudges.pasting import PassingOnSkill
from handlers.office.skill import OfficeProfileSkill
from handlers.own_cases.skill import OwnCasesSkill
from handlers.people import InvitationSkill
from handlers.people.asking import InvitingSkill
from handlers.people.similar import SimilarOfficesSkill
from handlers.plans import Plans
from handlers.plans.deciding_skill import DecidingSkill
from handlers.plans.files_skill import PlanFilesSkill
from handlers.plans.skill import ClerkPlansSkill
from handlers.plans.waiting_skill import WaitingSkill
from handlers.privacy.skill import PrivacySkill
from handlers.questions.service import Questions
from handlers.questions.skill import QuestionSkill
from handlers.tasks.own_tasks import NotLinkedSkill, OwnTasksSkill
from handlers.tasks.reminders import ReminderSkill
from handlers.turn import Skill
from storage.database import Database


def list_skills(
    settings: Settings,
    database: Database,
    desk: CaseDesk,
    plans: Plans,
    questions: Questions,
    library: Library,
    privacy: PrivacySkill,
) -> tuple[Skill, ...]:
    """List the skills; the first that takes a message answers it."""
    calendar, alarms, invitations = desk.calendar, AlarmSkill(), InvitationSkill()
    recorder = Recorder(
        desk, library, windows=settings.windows, has_templates=bool(settings.templates)
    )
    return (
        *_list_guards(settings, alarms, invitations),
        LoginSkill(database, public_url=settings.public_url, address=find_base(settings)),
        CaseworkSkill(database, desk, library),
        DecidingSkill(),
        AssigningSkill(database, calendar),
        PlanFilesSkill(database, plans),
        LookUpSkill(),
        alarms,
        invitations,
        InvitingSkill(settings.public_url, bot_people=settings.zalo_bot_people),
        SimilarOfficesSkill(),
        PassingOnSkill(calendar),
        privacy,
        KeepInformedSkill(),
        FiguresSkill(calendar),
        WaitingSkill(),
        ClerkPlansSkill(calendar, plans),
        OfficeProfileSkill(),
        FaqSkill(library),
        HandoverOfficialSkill(library),
        CaseReplySkill(database, desk),
        OwnTasksSkill(calendar),
        OwnCasesSkill(desk, database),
        IntakeSkill(recorder, QuestionSkill(questions)),
        StrayNumberSkill(),
        HandoverSkill(calendar, QuestionSkill(questions)),
        FilesSkill(),
        RatingSkill(),
        CancelSkill(),
        CourtesySkill(),
        NotLinkedSkill(),
        ReminderSkill(calendar),
        QuestionSkill(questions),
    )


def _list_guards(settings: Settings, alarms: Skill, invitations: Skill) -> tuple[Skill, ...]:
    """List what comes before all else: closed channels, silence, and what cannot be read."""
    url = settings.public_url
    return (
        ClosedSkill(settings.closed_kinds, url, alarms=alarms, invitations=invitations),
        StaffedSkill(alarms),
        OddSkill(),
        UnreadSkill(),
        StaleDialogueSkill(drafts.KIND, drafts.VERSION),
        StaleDialogueSkill(CASEWORK, CASEWORK_VERSION),
        StaleDialogueSkill(giving.KIND, giving.VERSION),
    )
