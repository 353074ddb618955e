"""Following what happens: subjects, feeds, calendars, and e-mail without an account."""

from urllib.parse import urlsplit

from allauth.core.internal.ratelimit import consume
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.timezone import localtime
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from samverkan.dispatches.actions import ask_for_news
from samverkan.dispatches.subjects import SUBJECTS
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import StepRefused
from samverkan.public.board import cells_of
from samverkan.public.board.cards import cards
from samverkan.public.collaborations import visible_collaboration
from samverkan.public.feeds.atom import feed_of
from samverkan.public.feeds.days import calendar_for
from samverkan.public.feeds.forms import AskForm
from samverkan.public.feeds.scope import scope_of
from samverkan.public.pages import Visit, public_page
from samverkan.public.paging import page_of
from samverkan.public.queries import board as queries
from samverkan.public.queries.board import Choice
from samverkan.sentences import say

ATOM = "application/atom+xml; charset=utf-8"
CALENDAR = "text/calendar; charset=utf-8"
LIMITS = {"ask": "10/h/ip"}
SOMEBODY = Actor("En besökare")
TOO_OFTEN = "Det har kommit många frågor härifrån. Vänta en timme och försök igen."
FROM_ELSEWHERE = "Formuläret sändes från en annan webbplats. Fyll i det här och skicka igen."


@public_page
def atom(visit: Visit, /, **about: str) -> HttpResponseBase:
    return HttpResponse(feed_of(scope_of(visit.collaboration, **about)), content_type=ATOM)


@public_page
def ics(visit: Visit, /, **about: str) -> HttpResponseBase:
    scope = scope_of(visit.collaboration, **about)
    response = HttpResponse(calendar_for(scope, visit.today), content_type=CALENDAR)
    name = scope.path.replace("/", "-")
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return response


@public_page
def subjects(visit: Visit) -> HttpResponseBase:
    return visit.page(
        "subjects",
        "beslutslaget",
        ("Beslutsläget", visit.url("board")),
        ("Ämnen", ""),
        subjects=SUBJECTS.values(),
    )


@public_page
def subject(visit: Visit, subject: str) -> HttpResponseBase:
    scope = scope_of(visit.collaboration, subject=subject)
    here, base = visit.collaboration.pk, visit.url("start")
    page = page_of(queries.lines(here, Choice(subject=subject)), queries.ORDER, visit.request.GET)
    answers = queries.answers([line["pk"] for line in page.rows])
    columns = queries.columns(here, visit.today, {answer.principal for answer in answers})
    cells = cells_of(page.rows, columns, answers, base=base, today=visit.today)
    return visit.page(
        "subject",
        "beslutslaget",
        ("Beslutsläget", visit.url("board")),
        ("Ämnen", visit.url("subjects")),
        (scope.name, ""),
        scope=scope,
        page=page,
        cards=cards(page.rows, columns, cells, base=base),
        board_url=f"{visit.url('board')}?amne={subject}",
        follow_url=f"{visit.url('follow')}?amne={subject}",
        atom_url=visit.url("subject_atom", subject),
        ics_url=visit.url("subject_ics", subject),
    )


@public_page
def follow(visit: Visit) -> HttpResponseBase:
    return _form(visit, AskForm(visit.collaboration, visit.today, asked=visit.request.GET))


@public_page
def thanks(visit: Visit) -> HttpResponseBase:
    return visit.page(
        "follow_asked",
        "beslutslaget",
        ("Beslutsläget", visit.url("board")),
        ("Bevaka", visit.url("follow")),
        ("Läs din e-post", ""),
    )


# The act needs no right and the page no cookie, so there is nothing for a forger to borrow: all
# that comes of it is a question to the address, which its owner may leave unanswered.
@csrf_exempt
@require_POST
def ask(request: HttpRequest, collaboration: str) -> HttpResponseBase:
    visit = Visit(request, visible_collaboration(collaboration), localtime())
    request.anonymous_page = True  # type: ignore[attr-defined]
    form = AskForm(visit.collaboration, visit.today, request.POST)
    if _from_elsewhere(request):
        form.add_error(None, FROM_ELSEWHERE)
        return _form(visit, form, 403)
    if not form.is_valid():
        return _form(visit, form, 422)
    if (
        consume(request, app="samverkan.public", action="ask", config=LIMITS, limit_get=True)
        is None
    ):
        form.add_error(None, TOO_OFTEN)
        return _form(visit, form, 429)
    try:
        ask_for_news(
            visit.collaboration.pk, form.email_address, form.wish, by=SOMEBODY, now=visit.now
        )
    except StepRefused as refusal:
        for obstacle in refusal.obstacles:
            form.add_error(None, say(obstacle))
        return _form(visit, form, 422)
    response = HttpResponseRedirect(visit.url("news_asked_for"))
    response.status_code = 303
    return response


def _from_elsewhere(request: HttpRequest) -> bool:
    origin = request.META.get("HTTP_ORIGIN", "")
    return bool(origin) and urlsplit(origin).netloc != request.get_host()


def _form(visit: Visit, form: AskForm, status: int = 200) -> HttpResponse:
    response = visit.page(
        "follow",
        "beslutslaget",
        ("Beslutsläget", visit.url("board")),
        ("Bevaka", ""),
        form=form,
        subjects=SUBJECTS.values(),
        principals=form.known,
    )
    response.status_code = status
    return response
