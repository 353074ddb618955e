"""A calendar file is read with suspicion: what is a meeting, what is not, and how much."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from time import perf_counter

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.reading import FILE_LIMIT, MOST_EVENTS, read_calendar
from samverkan.meetings.recurring import days_of, recurrence_of
from samverkan.meetings.rules import Changes, Read, changes_by, last_day_read
from samverkan.meetings.wording.calendar import FAULTS

TODAY = date(2026, 3, 1)


def ics(*events: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//SV"]
    for number, event in enumerate(events):
        uid = "" if "UID" in event else f"UID:{number}\n"
        lines.append(f"BEGIN:VEVENT\n{uid}{event}\nEND:VEVENT")
    return "\r\n".join("\n".join([*lines, "END:VCALENDAR"]).split("\n")).encode()


def read(*events: str):
    return read_calendar(ics(*events), name="kalender.ics", today=TODAY)


def days(*events: str) -> list[date]:
    return [one.on for one in read(*events).meetings]


def refusal(data: bytes) -> list[str]:
    with pytest.raises(StepRefused) as refused:
        read_calendar(data, name="kalender.ics", today=TODAY)
    return [one.code for one in refused.value.obstacles]


def test_day_time_place_and_summary_are_taken():
    event = "UID:a@b\nDTSTART;TZID=Europe/Stockholm:20260312T093000\nSUMMARY:Möte\nLOCATION:Umeå"

    assert read(event).meetings == [Read("a@b", date(2026, 3, 12), time(9, 30), "Möte", "Umeå")]


@pytest.mark.parametrize(
    ("start", "on", "at"),
    [
        ("DTSTART:20260312T083000Z", date(2026, 3, 12), time(9, 30)),
        ("DTSTART:20260312T230500Z", date(2026, 3, 13), time(0, 5)),
        ("DTSTART:20260712T083000Z", date(2026, 7, 12), time(10, 30)),
        ("DTSTART;TZID=W. Europe Standard Time:20260312T093000", date(2026, 3, 12), time(9, 30)),
        ("DTSTART;TZID=Europe/Helsinki:20260312T093000", date(2026, 3, 12), time(8, 30)),
        ("DTSTART;TZID=../../etc/passwd:20260312T093000", date(2026, 3, 12), time(9, 30)),
        ("DTSTART:20260312T093000", date(2026, 3, 12), time(9, 30)),
        ("DTSTART;VALUE=DATE:20260312", date(2026, 3, 12), None),
    ],
)
def test_every_time_is_told_in_swedish_time(start, on, at):
    (one,) = read(start).meetings

    assert (one.on, one.starts_at) == (on, at)


def test_a_recurring_event_is_spelled_out_for_eighteen_months():
    found = days("DTSTART:20250105T090000\nRRULE:FREQ=MONTHLY;BYDAY=1TU")

    assert found[0] == date(2026, 3, 3)
    assert found[-1] == date(2027, 8, 3)
    assert len(found) == 18
    assert last_day_read(TODAY) == date(2027, 9, 1)


def test_exceptions_moved_occasions_counts_and_ends_are_kept():
    weekly = "UID:w\nDTSTART:20260303T090000\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260310T090000"
    moved = "UID:w\nRECURRENCE-ID:20260317T090000\nDTSTART:20260318T130000"

    assert days(weekly, moved) == [date(2026, 3, 3), date(2026, 3, 18), date(2026, 3, 24)]
    assert days("DTSTART:20260303\nRRULE:FREQ=DAILY;UNTIL=20260305") == [
        date(2026, 3, 3),
        date(2026, 3, 4),
        date(2026, 3, 5),
    ]


def test_what_has_been_or_is_too_far_ahead_is_passed_over():
    found = read("DTSTART:20260228T090000", "DTSTART:20270902T090000", "DTSTART:20270901T090000")

    assert [one.on for one in found.meetings] == [date(2027, 9, 1)]
    assert found.passed == 2


@pytest.mark.parametrize(
    ("event", "code"),
    [
        ("DTSTART:20260230T090000", "event_unreadable"),
        ("DTSTART:hej", "event_unreadable"),
        ("SUMMARY:utan dag", "event_without_day"),
        ("DTSTART:20260312\nDTSTART:20260313", "event_without_day"),
        ("UID:\nDTSTART:20260312", "event_without_uid"),
        ("DTSTART:99991231T235959Z", "event_without_day"),
        ("DTSTART:20260312\nSUMMARY:Anna 19121212-1212", "event_text_not_kept"),
        ("DTSTART:20260312\nSUMMARY:bak\u202elänges", "event_text_not_kept"),
        ("DTSTART:20260312T090000\nRRULE:FREQ=SECONDLY", "event_recurs_too_often"),
        ("DTSTART:20260312T090000\nRRULE:FREQ=MINUTELY;INTERVAL=90", "event_recurs_too_often"),
        ("DTSTART:20260312T090000\nRRULE:FREQ=DAILY;BYHOUR=1,2,3", "event_recurs_too_often"),
        ("DTSTART:20260312T090000\nRRULE:hej", "event_recurs_too_often"),
        ("DTSTART:20260312T090000\nRRULE:FREQ=DAILY;INTERVAL=0", "event_recurs_strangely"),
        ("DTSTART:20260312\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY", "event_recurs_strangely"),
        ("DTSTART:00010101T000000\nRRULE:FREQ=DAILY", "event_begins_too_long_ago"),
        ("DTSTART:20260312\n" + "\n".join(["EXDATE:20260313"] * 400), "event_too_long"),
    ],
)
def test_an_event_that_cannot_be_read_is_told_and_the_others_are_read(event, code):
    found = read(event, "DTSTART:20260312\nSUMMARY:Möte")

    assert [fault[2] for fault in found.faults] == [code]
    assert found.faults[0][0] == 1
    assert [one.heading for one in found.meetings] == ["Möte"]
    assert code in FAULTS


def test_an_event_without_end_does_not_swallow_the_next():
    data = ics("DTSTART:20260312\nSUMMARY:Ett\nBEGIN:VEVENT\nUID:b\nDTSTART:20260313\nSUMMARY:Två")
    found = read_calendar(data, name="x.ics", today=TODAY)

    assert [fault[2] for fault in found.faults] == ["event_without_end"]
    assert [one.heading for one in found.meetings] == ["Två"]


def test_html_and_addresses_are_text_and_nothing_else_is_taken():
    (one,) = read(
        "DTSTART:20260312\nSUMMARY:<script>alert(1)</script>\nLOCATION:javascript:alert(1)\n"
        "URL:javascript:alert(2)\nATTACH:http://example.org/x\nDESCRIPTION:<b>hej</b>\n"
        "BEGIN:VALARM\nTRIGGER:-PT1H\nSUMMARY:larm\nEND:VALARM"
    ).meetings

    assert one == Read(
        "0", date(2026, 3, 12), None, "<script>alert(1)</script>", "javascript:alert(1)"
    )


def test_a_long_text_is_cut_and_lines_become_one():
    (one,) = read(f"DTSTART:20260312\nSUMMARY:{'å' * 300}\nLOCATION:Umeå\\nRegionens hus").meetings

    assert (len(one.heading), one.place) == (200, "Umeå Regionens hus")


def test_a_file_zone_that_would_take_long_is_never_read():
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\n"
        "END:VTIMEZONE\r\n"
    )
    data = ics("DTSTART;TZID=X:20260312T093000").replace(
        b"BEGIN:VEVENT", zone.encode() + b"BEGIN:VEVENT"
    )
    found = read_calendar(data, name="x.ics", today=TODAY)

    assert [one.starts_at for one in found.meetings] == [time(9, 30)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_calendar"),
        (b"%PDF-1.7", "not_a_calendar"),
        (b"\xff\xfe\x00\x01" * 100, "not_a_calendar"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "calendar_is_empty"),
        (b"BEGIN:VCALENDAR" + b"x" * FILE_LIMIT, "calendar_too_large"),
        (ics(*["DTSTART:20260312"] * 10_000), "calendar_too_many_events"),
        (ics(*["DTSTART:20260312"] * (MOST_EVENTS + 1)), "calendar_too_many_events"),
        (ics(*["DTSTART:20260312\nRRULE:FREQ=DAILY"] * 5), "calendar_too_many_meetings"),
    ],
)
def test_a_file_that_is_no_calendar_or_too_much_is_refused(data, code):
    assert refusal(data) == [code]


def test_a_file_made_to_take_long_does_not():
    never = "DTSTART:20230401T090000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5"
    began = perf_counter()

    found = read(*[never] * MOST_EVENTS)

    assert perf_counter() - began < 20
    assert {fault[2] for fault in found.faults} == {"event_recurs_one_too_many"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_nothing_in_an_event_makes_the_reading_fail(lines):
    text = "\n".join(["DTSTART:20260312", *lines])
    with suppress(StepRefused):
        read_calendar(ics(text), name="x.ics", today=TODAY)


# --- Recurring ------------------------------------------------------------------------------------


RULES = st.one_of(
    st.just("FREQ=DAILY"),
    st.sampled_from(["MO", "TU,TH", "WE,SA,SU"]).map("FREQ=WEEKLY;BYDAY={}".format),
    st.just("FREQ=WEEKLY"),
    st.integers(1, 31).map("FREQ=MONTHLY;BYMONTHDAY={}".format),
    st.sampled_from([-1, 1, 2, 4]).map("FREQ=MONTHLY;BYDAY={}TU".format),
    st.sampled_from([-1, 1, 3]).map("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={}".format),
    st.just("FREQ=MONTHLY"),
    st.just("FREQ=YEARLY"),
    st.sampled_from([1, 2, 10]).map("FREQ=YEARLY;BYMONTH={};BYDAY=1MO,-1FR".format),
    st.sampled_from(["1", "2,11"]).map("FREQ=DAILY;BYMONTH={}".format),
)


@settings(max_examples=150, deadline=None)
@given(RULES, st.integers(1, 4), st.dates(date(2023, 1, 1), date(2026, 12, 31)))
def test_the_days_are_those_of_a_library(text, interval, start):
    rule = f"{text};INTERVAL={interval}"
    until = start + timedelta(days=900)
    library = rrulestr(rule, dtstart=datetime.combine(start, time.min)).between(
        datetime.combine(start, time.min), datetime.combine(until, time.min), inc=True
    )

    told = {name: value.split(",") for name, value in (x.split("=") for x in rule.split(";"))}
    assert list(days_of(recurrence_of(told), start, until)) == [one.date() for one in library]


# --- Read anew ------------------------------------------------------------------------------------


ONE = Read("a", date(2026, 3, 12), time(9), "Möte", "Umeå")
OTHER = Read("b", date(2026, 3, 19), None, "Möte", "Umeå")


def changes(read, known=(ONE,), there=None) -> Changes:
    rows = {one.mark: one for one in known}
    return changes_by(read, rows, there=rows if there is None else there, today=TODAY)


def test_the_same_file_again_changes_nothing():
    assert not changes([ONE])
    assert changes([ONE]).same == 1


def test_new_changed_and_vanished_are_told_apart():
    later = Read("a", date(2026, 3, 13), time(9), "Möte", "Umeå")

    assert changes([ONE, OTHER]).new == [OTHER]
    assert changes([later]).changed == [later]
    assert changes([OTHER]).vanished == ["a"]


def test_what_has_been_is_history_and_never_vanishes():
    past = Read("a", date(2026, 2, 1), time(9), "Möte", "Umeå")

    assert not changes([], known=[past])


def test_a_called_off_event_vanishes_and_one_that_comes_back_is_changed():
    off = Read("a", ONE.on, time(9), "Möte", "Umeå", cancelled=True)

    assert changes([off]).vanished == ["a"]
    assert changes([off], known=()).new == []
    assert changes([ONE], there=[]).changed == [ONE]
