"""What libical, an independent parser of calendars, reads in a text; Debian's libical3."""

import ctypes
from dataclasses import dataclass
from functools import cache

INSTALL = "libical saknas. Installera det med: apt-get install libical3"
ANY, VEVENT = 1, 4


@dataclass(frozen=True)
class Read:
    """One event as libical reads it."""

    method: str
    uid: str
    sequence: int
    status: str
    starts: str
    ends: str
    organizer: str
    attendees: list[str]
    location: str


@cache
def library() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL("libical.so.3")
    except OSError as missing:
        raise AssertionError(INSTALL) from missing
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    signatures = {
        "icalparser_parse_string": (pointer, [text]),
        "icalrestriction_check": (number, [pointer]),
        "icalcomponent_count_errors": (number, [pointer]),
        "icalcomponent_free": (None, [pointer]),
        "icalcomponent_get_first_component": (pointer, [pointer, number]),
        "icalcomponent_get_first_property": (pointer, [pointer, number]),
        "icalcomponent_get_next_property": (pointer, [pointer, number]),
        "icalcomponent_string_to_kind": (number, [text]),
        "icalcomponent_is_valid": (number, [pointer]),
        "icalproperty_string_to_kind": (number, [text]),
        "icalproperty_get_value_as_string": (text, [pointer]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def parsed(text: str) -> Read:
    """Return what libical reads of an iTIP message; fails when it accepts it not."""
    ical = library()
    calendar = ical.icalparser_parse_string(text.replace("\r\n", "\n").encode())
    assert calendar, "libical läser inte texten"
    try:
        # Asks RFC 5546's tables what each method must and may hold; marks what is wrong.
        assert ical.icalrestriction_check(calendar) == 1
        assert ical.icalcomponent_is_valid(calendar)
        assert ical.icalcomponent_count_errors(calendar) == 0
        kind = ical.icalcomponent_string_to_kind(b"VEVENT")
        event = ical.icalcomponent_get_first_component(calendar, kind)
        return Read(
            method=_values(calendar, "METHOD")[0],
            uid=_values(event, "UID")[0],
            sequence=int(_values(event, "SEQUENCE")[0]),
            status=_values(event, "STATUS")[0],
            starts=_values(event, "DTSTART")[0],
            ends=_values(event, "DTEND")[0],
            organizer=_values(event, "ORGANIZER")[0],
            attendees=_values(event, "ATTENDEE"),
            location=_unescaped(_values(event, "LOCATION")),
        )
    finally:
        ical.icalcomponent_free(calendar)


def _values(component: int, name: str) -> list[str]:
    ical = library()
    kind = ical.icalproperty_string_to_kind(name.encode())
    found, values = ical.icalcomponent_get_first_property(component, kind), []
    while found:
        values.append(ical.icalproperty_get_value_as_string(found).decode())
        found = ical.icalcomponent_get_next_property(component, kind)
    return values


def _unescaped(values: list[str]) -> str:
    return values[0].replace("\\;", ";").replace("\\,", ",") if values else ""
