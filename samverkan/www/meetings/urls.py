"""Addresses of the signed-in pages about meetings, below arbeta/moten/."""

from django.urls import include, path

from samverkan import converters  # noqa: F401  (registers "day")
from samverkan.www.meetings import (
    adjunctions,
    agenda,
    approval,
    asides,
    called,
    digests,
    moving,
    noting,
    secretary,
    steps,
    summons,
    tasks,
    views,
)
from samverkan.www.meetings.attendance import attendance
from samverkan.www.meetings.order import attendance_order
from samverkan.www.meetings.outcome import conclude

of_meeting = [
    path("", views.meeting, name="meeting"),
    path("punkt/", steps.add, name="add_point"),
    path("punkt/<int:position>/", conclude, name="conclude_point"),
    path("punkt/<int:position>/adjungera/", adjunctions.invite, name="adjoin"),
    path(
        "punkt/<int:position>/adjungerad/<int:pk>/",
        adjunctions.call_off,
        name="call_off_adjunction",
    ),
    path("arende/", steps.take_up, name="take_up"),
    path("svar/", called.answer, name="answer_call"),
    path("kallade/", called.called, name="called"),
    path("kallade/nya/", called.follow_missions, name="follow_missions"),
    path("kallade/ordning/", attendance_order, name="attendance_order"),
    path("kallade/<int:pk>/svar/", called.answer_for, name="answer_call_for"),
    path(
        "kallade/ersatt/<int:mission>/<int:person>/", called.call_substitute, name="call_substitute"
    ),
    path("kalla/", summons.call, name="call_meeting"),
    path("komplettera/", summons.supplement, name="supplement_meeting"),
    path("dagordning/", agenda.order, name="order_points"),
    path("dagordning/tider/", agenda.times, name="plan_time"),
    path("dagordning/vantar/", agenda.waiting, name="take_up_waiting"),
    path("dagordning/beredd/", agenda.agree, name="agree_agenda"),
    path("dagordning/<int:pk>/", agenda.write, name="write_point"),
    path("dagordning/<int:pk>/ta-bort/", agenda.take_off, name="take_off_point"),
    path("dagordning/<int:pk>/handling/", summons.attach, name="attach_paper"),
    path("handling/<int:pk>/ta-bort/", summons.detach, name="detach_paper"),
    path("handling/<uuid:key>/", summons.paper, name="meeting_paper"),
    path("handlingar.pdf", summons.all_pdf, name="papers_pdf"),
    path("handlingar.zip", summons.all_zip, name="papers_zip"),
    path("narvaro/", attendance, name="note_attendance"),
    path("sekreterare/", secretary.secretary, name="secretary"),
    path("sekreterare/ny/", secretary.raise_question, name="raise_question"),
    path("sekreterare/klart/", secretary.finish, name="finish_meeting"),
    path("sekreterare/<int:pk>/", secretary.save_point, name="save_point"),
    path("sekreterare/<int:pk>/franvaro/", asides.note_aside, name="note_aside"),
    path("sekreterare/franvaro/<int:pk>/", asides.remove_aside, name="remove_aside"),
    path("avsluta/", steps.close, name="close_meeting"),
    path("flytta/", moving.move, name="move_meeting"),
    path("stall-in/", steps.cancel, name="cancel_meeting"),
    path("utkast/", views.draft, name="draft_minutes"),
    path("rapporter/", digests.digests, name="digests"),
    path("rapporter/sand/", digests.send, name="send_digests"),
    path("rapporter/<int:pk>/", digests.write, name="write_digest"),
    path("nasta/", noting.note_next, name="note_next_meeting"),
    path("sand-for-justering/", approval.send, name="send_minutes"),
    path("justera/", approval.approve, name="approve_minutes"),
    path("justera/synpunkt/", approval.comment, name="comment_on_minutes"),
    path("oppna-igen/", approval.reopen, name="reopen_meeting"),
    path("ratta/", approval.correct, name="correct_minutes"),
    path("punkt/<int:position>/yttrande/", noting.voice, name="note_voice"),
    path("punkt/<int:position>/yttrande/<int:pk>/", noting.no_voice, name="take_back_voice"),
    path("punkt/<int:position>/uppgift/", tasks.order, name="order_task"),
    path("punkt/<int:position>/uppgift/<int:pk>/", tasks.take_back, name="take_back_task"),
]
urlpatterns = [
    path("", views.meetings, name="meetings"),
    path("nytt/", steps.plan, name="plan_meeting"),
    path("uppgifter/", tasks.listed, name="tasks"),
    path("uppgifter/<int:pk>/", tasks.end, name="end_task"),
    path("<slug:body>/<day:on>/", include(of_meeting)),
]
