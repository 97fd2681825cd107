"""What the program writes out, read back by other people's readers: Python's csv, PyPI's icalendar."""
import csv
import datetime
import io
import os
import stat
import subprocess
import sys
import tempfile
import venv

from commands import Place
from tmux_program import main

ICALENDAR = "icalendar==7.3.0"
NOW = ("--now", "2026-03-11T10:52")


def readers():
    """The Python of an environment that has icalendar; installed once, from PyPI."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    home = os.path.join(cache, "caseload-tests", ICALENDAR)
    try:
        os.makedirs(home, exist_ok=True)
    except OSError:
        home = os.path.join(tempfile.gettempdir(), f"caseload-tests-{os.getuid()}", ICALENDAR)
    python = os.path.join(home, "bin", "python")
    if subprocess.run([python, "-c", "import icalendar"], capture_output=True).returncode \
            if os.path.exists(python) else True:
        venv.create(home, with_pip=True, clear=True)
        done = subprocess.run([python, "-m", "pip", "install", "--quiet", ICALENDAR],
                              capture_output=True, text=True)
        assert done.returncode == 0, \
            f"{ICALENDAR} can't be installed, so calendars aren't read back:\n{done.stderr}"
    return python


def events(text):
    """Each event of a calendar as icalendar reads it: uid, start and end in UTC, summary, and more."""
    script = (
        "import icalendar, json, sys, datetime\n"
        "calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())\n"
        "utc = lambda value: value.dt.astimezone(datetime.timezone.utc).isoformat()\n"
        "def dates(value):\n"
        "    value = value if isinstance(value, list) else [value]\n"
        "    return [utc(one) for each in value for one in each.dts]\n"
        "found = []\n"
        "for event in calendar.walk('VEVENT'):\n"
        "    found.append({'uid': str(event['UID']), 'start': utc(event['DTSTART']),\n"
        "        'end': utc(event['DTEND']), 'summary': str(event['SUMMARY']),\n"
        "        'zone': str(event['DTSTART'].params.get('TZID')),\n"
        "        'rule': event['RRULE'].to_ical().decode() if 'RRULE' in event else None,\n"
        "        'replaces': utc(event['RECURRENCE-ID']) if 'RECURRENCE-ID' in event else None,\n"
        "        'without': dates(event['EXDATE']) if 'EXDATE' in event else []})\n"
        "zones = []\n"
        "for zone in calendar.walk('VTIMEZONE'):\n"
        "    own = zone.to_tz()\n"
        "    for day in ((3, 7), (3, 8), (3, 9), (11, 2)):\n"
        "        noon = datetime.datetime(2026, *day, 12, tzinfo=own)\n"
        "        zones.append(noon.utcoffset().total_seconds() / 3600)\n"
        "print(json.dumps({'events': found, 'zones': zones}))\n"
    )
    done = subprocess.run([readers(), "-c", script], input=text.encode(), capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    import json
    return json.loads(done.stdout)


def written(place, *arguments):
    """What a command writes to a file that only its owner can read; the warning is on stderr."""
    path = os.path.join(place.home, "out")
    done = place.run("--data", place.data, *NOW, *arguments, "--force", "-o", path)
    assert done.returncode == 0, done.stderr
    assert "42 CFR part 2" in done.stderr, done.stderr
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    with open(path, newline="", encoding="utf-8") as file:
        return file.read()


def table(text):
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def program(place):
    """A program of two people with difficult names."""
    made = place.run("init", "--plain", "--data", place.data, "--program", "Harbor",
                     "--time-zone", "America/New_York", "--counselor", "Tanya Brooks, LADC")
    assert made.returncode == 0, made.stderr
    folder = os.path.join(place.home, "in")
    os.mkdir(folder)
    tables = {
        "rooms.csv": [["name", "capacity"], ["Cedar, \"upper\"\nfloor", "14"]],
        "clients.csv": [["mrn", "legalFirst", "legalLast", "birthDate", "phone", "admittedOn",
                         "counselor"],
                        ["C01", "Ann \"Nan\"", "O'Sample, Jr.", "1990-01-02", "'+1 555 0100",
                         "2026-01-05", "TB"],
                        ["C02", "'=Bea", "Two\nLines", "1991-02-03", "", "2026-01-05", "TB"]],
        "groups.csv": [["code", "title", "type", "weekdays", "start", "end", "from", "lead",
                        "room"],
                       ["G01", "Anger, grief; \"and\" more: a title that is long enough to be "
                        "folded — twice, with ünïcödé", "process", "Mon Wed", "09:00", "10:30",
                        "2026-01-05", "TB", "Cedar, \"upper\"\nfloor"]],
        "topics.csv": [["group", "topic"], ["G01", "Anger, \"old\" and new"], ["G01", "=Grief"]],
        "enrollments.csv": [["mrn", "group", "from"], ["C01", "G01", "2026-01-05"],
                            ["C02", "G01", "2026-01-05"]],
        "appointments.csv": [["mrn", "counselor", "kind", "date", "start", "end"],
                             ["C01", "TB", "individual", "2026-03-10", "11:00", "11:50"]],
    }
    for name, rows in tables.items():
        with open(os.path.join(folder, name), "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
    done = place.run("--data", place.data, *NOW, "import", folder)
    assert done.returncode == 0, done.stderr
    return tables


def test_lists_come_back_from_csv_as_they_went_in():
    with Place() as place:
        tables = program(place)
        clients = table(written(place, "export", "clients"))
        assert [c["legalFirst"] for c in clients] == ["Ann \"Nan\"", "'=Bea"], clients
        assert [c["legalLast"] for c in clients] == ["O'Sample, Jr.", "Two\nLines"], clients
        assert clients[0]["phone"] == "'+1 555 0100", clients
        rooms = table(written(place, "export", "rooms"))
        assert rooms[0]["name"] == "Cedar, \"upper\"\nfloor", rooms
        groups = table(written(place, "export", "groups"))
        assert groups[0]["title"] == tables["groups.csv"][1][1], groups
        rows = table(written(place, "export", "attendance", "--from", "2026-03-09",
                             "--to", "2026-03-15"))
        assert len(rows) == 5, rows
        assert {r["name"] for r in rows} == {"Ann \"Nan\" O'Sample, Jr.", "'=Bea Two\nLines"}, rows
        # What was written out, read in again, changes nothing.
        again = os.path.join(place.home, "again")
        os.mkdir(again)
        for name in ("staff", "rooms", "clients", "groups", "topics", "enrollments"):
            with open(os.path.join(again, name + ".csv"), "w", newline="") as file:
                file.write(written(place, "export", name))
        done = place.run("--data", place.data, *NOW, "import", "--dry-run", again)
        assert done.returncode == 0, done.stderr
        assert "Nothing would change" in done.stdout, done.stdout


def test_every_list_of_the_demo_is_a_table():
    with Place() as place:
        made = place.run("--demo", "--data", place.data, "day")
        assert made.returncode == 0, made.stderr
        for name in ("clients", "staff", "rooms", "groups", "topics", "enrollments", "calendar",
                     "attendance", "appointments", "hours", "schedule", "notes-due"):
            rows = list(csv.reader(io.StringIO(written(place, "export", name), newline=""),
                                   strict=True))
            assert len(rows) > 1 or name == "calendar", name
            assert {len(row) for row in rows} == {len(rows[0])}, name
        hours = {r["mrn"]: r for r in table(written(place, "export", "hours"))}
        assert hours["C06"]["slack"] == "-270" and hours["C06"]["state"] == "short", hours["C06"]
        # Who may not see it gets nothing, and what left is on record.
        refused = place.run("--data", place.data, "--counselor", "TB", "export", "audit")
        assert refused.returncode == 77, refused
        log = place.run("--data", place.data, "audit", "--counselor", "MQ", "--json")
        assert '"action": "export"' in log.stdout and "attendance 2026-03-09" in log.stdout


def test_a_file_is_neither_replaced_unasked_nor_put_among_the_records():
    with Place() as place:
        program(place)
        path = os.path.join(place.home, "kept.csv")
        with open(path, "w") as file:
            file.write("mine")
        done = place.run("--data", place.data, "export", "rooms", "-o", path)
        assert done.returncode == 73 and "already" in done.stderr, done.stderr
        assert open(path).read() == "mine"
        inside = os.path.join(place.data, "settings", "rooms.csv")
        done = place.run("--data", place.data, "export", "rooms", "-o", inside)
        assert done.returncode == 73 and "data folder" in done.stderr, done.stderr
        assert not os.path.exists(inside)


def test_a_calendar_is_read_back_over_the_change_of_the_clock():
    with Place() as place:
        tables = program(place)
        text = written(place, "calendar", "--of", "TB", "--from", "2026-03-02",
                       "--to", "2026-03-15")
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n")), text
        assert "Sample" not in text
        found = events(text)
        assert found["zones"] == [-5, -4, -4, -5], found["zones"]
        series, single = sorted(found["events"], key=lambda event: event["rule"] is None)
        assert series["summary"] == "G01 " + tables["groups.csv"][1][1], series
        assert series["start"] == "2026-03-02T14:00:00+00:00", series
        assert series["zone"] == "America/New_York"
        assert "BYDAY=MO,WE" in series["rule"], series
        assert single["start"] == "2026-03-10T15:00:00+00:00", single
        named = events(written(place, "calendar", "--of", "TB", "--with-names"))
        assert any("O'Sample, Jr." in event["summary"] for event in named["events"]), named


def test_closed_days_come_in_from_a_calendar():
    with Place() as place:
        program(place)
        path = os.path.join(place.home, "days.ics")
        with open(path, "w") as file:
            file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n"
                       "DTSTART;VALUE=DATE:20260316\r\nSUMMARY:Founders' Day\\, all day\r\n"
                       "END:VEVENT\r\nEND:VCALENDAR\r\n")
        closures = ("--data", place.data, *NOW, "import", "--closures", path)
        done = place.run(*closures, "--dry-run")
        assert done.returncode == 0 and "Mon 16 Mar 2026" in done.stdout, done
        assert table(written(place, "export", "calendar")) == []
        done = place.run(*closures)
        assert done.returncode == 0, done.stderr
        rows = table(written(place, "export", "calendar"))
        assert rows == [{"date": "2026-03-16", "kind": "holiday",
                         "note": "Founders' Day, all day"}], rows
        text = written(place, "calendar", "--group", "G01", "--from", "2026-03-09",
                       "--to", "2026-03-22")
        assert events(text)["events"][0]["without"] == ["2026-03-16T13:00:00+00:00"], text


def test_pages_are_printed_with_masked_names():
    with Place() as place:
        program(place)
        page = written(place, "print", "sign-in", "--group", "G01", "--date", "2026-03-11")
        assert "Ann \"Nan\" O." in page and "Sample" not in page, page
        assert "42 CFR part 2" in page
        for name in ("day", "week", "month"):
            page = written(place, "print", name, "--of", "TB", "--date", "2026-03-10")
            assert "Sample" not in page, page
        # Without a program that makes one, no file is left.
        path = os.path.join(place.home, "page.pdf")
        done = place.run("--data", place.data, *NOW, "print", "week", "--pdf", path)
        if done.returncode == 0:
            assert open(path, "rb").read(4) == b"%PDF"
        else:
            assert done.returncode == 66 and not os.path.exists(path), done.stderr


if __name__ == "__main__":
    main(sys.modules[__name__])
