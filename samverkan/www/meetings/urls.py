"""Addresses of the signed-in pages about meetings, below arbeta/moten/."""

from django.urls import include, path

from samverkan import converters  # noqa: F401  (registers "day")
from samverkan.www.meetings import adjunctions, agenda, steps, summons, views
from samverkan.www.meetings.attendance import attendance
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
    path("avsluta/", steps.close, name="close_meeting"),
    path("stall-in/", steps.cancel, name="cancel_meeting"),
    path("utkast/", views.draft, name="draft_minutes"),
    path("justera/", steps.approve, name="approve_minutes"),
]
urlpatterns = [
    path("", views.meetings, name="meetings"),
    path("nytt/", steps.plan, name="plan_meeting"),
    path("<slug:body>/<day:on>/", include(of_meeting)),
]
