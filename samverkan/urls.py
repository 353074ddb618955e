"""All addresses: Swedish, readable aloud, stable; a collaboration's begin with its slug."""

from django.urls import include, path
from django.views.generic import RedirectView

handler403 = "samverkan.public.errors.forbidden"
handler404 = "samverkan.public.errors.not_found"
handler500 = "samverkan.public.errors.failed"

urlpatterns = [
    # Addresses are the coordinators' to change, so the library's page for it leads to the keys.
    path("konto/", RedirectView.as_view(pattern_name="mfa_index"), name="account"),
    path("konto/email/", RedirectView.as_view(pattern_name="mfa_index")),
    path("konto/", include("allauth.urls")),
    path("l/rapport/<str:token>/", include("samverkan.www.digest_link.urls")),
    path("l/bevaka/<str:token>/", include("samverkan.www.follow.urls")),
    path("l/linje/<str:token>/", include("samverkan.www.line.urls")),
    path("l/justera/<str:token>/", include("samverkan.www.adjuster.urls")),
    path("l/mote/<str:token>/handlingar/", include("samverkan.www.meeting_papers.urls")),
    path("l/mote/<str:token>/", include("samverkan.www.summons.urls")),
    path("l/kalender/<str:token>/", include("samverkan.www.calendar.door")),
    path("l/verkstall/<str:token>/", include("samverkan.www.execution_link.urls")),
    path("l/registratur/<str:token>/", include("samverkan.www.registry.urls")),
    path("l/mellanled/<str:token>/", include("samverkan.www.federation_link.urls")),
    path("l/<str:token>/", include("samverkan.www.link.urls")),
    path("<slug:collaboration>/arbeta/", include("samverkan.www.urls")),
    path("", include("samverkan.public.urls")),
]
