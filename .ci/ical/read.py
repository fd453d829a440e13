"""Reads the calendar as Python's icalendar does, and holds it against what was meant: read.py FOLDER."""

import json
import sys
from datetime import datetime, timezone
from pathlib import Path

from icalendar import Calendar

folder = Path(sys.argv[1])
raw = (folder / "calendar.ics").read_bytes()
assert all(len(line) <= 75 for line in raw.split(b"\r\n")), "a line is too long"
calendar = Calendar.from_ical(raw)
found = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
expected = json.loads((folder / "expected.json").read_text())
assert len(found) == len(expected)
assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
for want in expected:
    event = found[f"{want['id']}@kollab.example"]
    for key, name in (("title", "SUMMARY"), ("description", "DESCRIPTION"), ("place", "LOCATION")):
        assert str(event[name]) == want[key], (name, str(event[name]), want[key])
    for key, name in (("startsAt", "DTSTART"), ("endsAt", "DTEND")):
        instant = datetime.fromisoformat(want[key].replace("Z", "+00:00"))
        assert event[name].dt.astimezone(timezone.utc) == instant, (name, event[name].dt, instant)
    assert int(event["SEQUENCE"]) == want["sequence"]
    assert str(event["STATUS"]) == ("CANCELLED" if want["cancelled"] else "CONFIRMED")
print(f"{len(expected)} events read as they were meant")
