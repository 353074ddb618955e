"""Addresses of the signed-in pages, below /<samverkan>/arbeta/."""

from django.urls import include, path

from samverkan.www.desk.views import desk

app_name = "www"
urlpatterns = [
    path("", desk, name="desk"),
    path("arenden/", include("samverkan.www.cases.urls")),
    path("arendegang/", include("samverkan.www.routine.urls")),
    path("risker/", include("samverkan.www.risks.urls")),
    path("bilateralt/", include("samverkan.www.bilateral.urls")),
    path("moten/", include("samverkan.www.meetings.urls")),
    path("seminarium/", include("samverkan.www.seminar.urls")),
    path("rapporter/", include("samverkan.www.digests.urls")),
    path("bevaka/", include("samverkan.www.watching.urls")),
    path("kalender/", include("samverkan.www.calendar.urls")),
    path("rekommendationer/", include("samverkan.www.dispatches.urls")),
    path("hos-oss/", include("samverkan.www.at_home.urls")),
    path("paminnelser/", include("samverkan.www.reminders.urls")),
    path("mejl/", include("samverkan.www.mail.urls")),
    path("genomforande/", include("samverkan.www.executions.urls")),
    path("mallar/", include("samverkan.www.papers.urls")),
    path("huvudman/", include("samverkan.www.principals.urls")),
    path("struktur/styrdokument/", include("samverkan.www.texts.urls")),
    path("struktur/att-atgarda/", include("samverkan.www.findings.urls")),
    path("struktur/forteckningar/", include("samverkan.www.rosters.urls")),
    path("struktur/stod/", include("samverkan.www.functions.urls")),
    path("struktur/", include("samverkan.www.structure.urls")),
]
