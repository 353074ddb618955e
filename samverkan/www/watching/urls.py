"""Addresses of what a person keeps of the board, below arbeta/bevaka/."""

from django.urls import path

from samverkan.www.watching import views

urlpatterns = [
    path("", views.watching, name="watching"),
    path("ny/", views.save, name="save_view"),
    path("sedd/", views.seen, name="mark_board_seen"),
    path("<int:pk>/", views.change, name="change_view"),
    path("<int:pk>/ta-bort/", views.remove, name="remove_view"),
]
