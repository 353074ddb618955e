"""All addresses: Swedish, readable aloud, stable; a collaboration's begin with its slug."""

from django.urls import include, path

handler403 = "samverkan.public.errors.forbidden"
handler404 = "samverkan.public.errors.not_found"
handler500 = "samverkan.public.errors.failed"

urlpatterns = [
    path("konto/", include("allauth.urls")),
    path("l/<str:token>/", include("samverkan.www.link.urls")),
    path("<slug:collaboration>/arbeta/", include("samverkan.www.urls")),
    path("", include("samverkan.public.urls")),
]
