"""Addresses of the pages where the structure is kept, below arbeta/struktur/."""

from django.urls import path

from samverkan.www.structure import body, chairs, closing, facts, handover, hub, quotas, seats

urlpatterns = [
    path("", hub.structure, name="structure"),
    path("nytt-organ/", facts.new_body, name="new_body"),
    path("organ/<slug:slug>/", body.body, name="structure_body"),
    path("organ/<slug:slug>/utse/", seats.appoint, name="appoint"),
    path("organ/<slug:slug>/valj/<slug:office>/", chairs.elect, name="elect_chair"),
    path("organ/<slug:slug>/uppgifter/", facts.change_facts, name="change_body"),
    path("organ/<slug:slug>/platser/", quotas.change_quota, name="change_quota"),
    path("organ/<slug:slug>/avveckla/", closing.close_body, name="close_body"),
    path("organ/<slug:slug>/avveckla/upphor/", closing.end_body, name="end_body"),
    path("organ/<slug:slug>/avveckla/arende/<slug:number>/", closing.move_case, name="move_case"),
    path("organ/<slug:slug>/avveckla/<slug:done>/", closing.note_closing, name="note_closing"),
    path("uppdrag/<int:number>/ersatt/", seats.replace, name="replace_member"),
    path("uppdrag/<int:number>/avsluta/", seats.end, name="end_mission"),
    path("uppdrag/<int:number>/ratta/", seats.correct, name="correct_mission"),
    path("uppdrag/<int:number>/overlamning/", handover.handover, name="handover"),
    path("ordforande/<int:number>/forlang/", chairs.extend, name="extend_chair"),
    path("ordforande/<int:number>/avsluta/", chairs.end, name="end_chair"),
]
