"""Who may do and see what, asked of the built program by who may not."""
import datetime
import json
import os
import plistlib
import subprocess
import sys
import zoneinfo

import commands
from commands import MARK, PASSPHRASE, PROGRAM, Place, sealed
from tmux_program import Terminal, main

OTHER = "another good passphrase"


def today(days=0):
    now = datetime.datetime.now(zoneinfo.ZoneInfo("America/New_York"))
    return (now + datetime.timedelta(days=days)).date().isoformat()


def record_of(place, kind, code, **changes):
    """The path of somebody's record; with changes it is mended by hand and accepted."""
    for path in place.files():
        if not path.endswith(".plist"):
            continue
        with open(path, "rb") as file:
            content = file.read()
        if b"<string>" + code.encode() + b"</string>" not in content:
            continue
        found = plistlib.loads(content)
        if found.get("kind") != kind or code not in (found["record"].get("mrn"),
                                                    found["record"].get("code")):
            continue
        if changes:
            found["record"].update(changes)
            with open(path, "wb") as file:
                file.write(plistlib.dumps(found))
            place.ok("check", "--data", place.data, "--accept", os.path.relpath(path, place.data))
        return path
    raise AssertionError((kind, code))


def with_others(place):
    place.kept_demo()
    here = ["--data", place.data, "--now", "2026-03-11T10:52"]
    place.ok("import", place.csv(
        staff="code,name,role\nFD,Fay Dale,front_desk\nBL,Bo Lund,billing\n"
              "NC,Nick Cole,counselor\nAU,Ann Unger,auditor\nPS,Pat Sill,peer_specialist\n"),
        *here, "--counselor", "MQ")
    return here


def sealed_with_counselors(place):
    """TB supervises; AB and NC are counselors with passphrases, AB has a client."""
    key = commands.make_sealed(place)
    sealed(place, "import", place.csv(
        staff="code,name,role\nAB,Abel Baker,counselor\nNC,Nick Cole,counselor\n",
        clients="mrn,legalFirst,legalLast,birthDate,admittedOn,level,counselor\n"
                f"C01,Nora,Fable,1990-01-02,{today(-30)},2.1,AB\n",
        groups="code,title,type,weekdays,start,end,from,lead\n"
               f"G01,Process,process,Mon Tue Wed Thu Fri Sat Sun,09:00,12:00,{today(-30)},AB\n",
        enrollments=f"mrn,group,from\nC01,G01,{today(-30)}\n"))
    for code in ("AB", "NC"):
        sealed(place, "access", "add", code, lines=[PASSPHRASE, OTHER])
    return key


def log_in(terminal, place, code, passphrase, *more):
    terminal.start("--data", place.data, "--counselor", code, *more, ready="Log in to open it")
    terminal.type(passphrase)
    terminal.keys("Enter")
    terminal.wait_for("Attendance")


def test_nothing_is_written_among_the_records():
    with Place() as place:
        place.kept_demo()
        record = record_of(place, "staff", "TB")
        before = open(record, "rb").read()
        link = os.path.join(place.home, "link")
        os.symlink(os.path.dirname(record), link)
        beside = os.path.join(place.data, "log.txt")
        for path in (record, beside, os.path.join(link, "log.txt"),
                     os.path.join(link, os.path.basename(record))):
            for start in (["--data", place.data], ["--demo", "--data", place.data]):
                place.refused(73, *start, "--log", path, says="lies in the data folder")
            place.refused(73, "--demo", "--data", place.data, "--record", path,
                          says="lies in the data folder")
            place.refused(73, "backup", path, "--data", place.data,
                          says="lies in the data folder")
        assert open(record, "rb").read() == before and not os.path.exists(beside)
        assert place.json_check() == []


def test_a_log_is_no_other_name_of_something():
    with Place() as place:
        place.kept_demo()
        other = os.path.join(place.home, "other")
        with open(other, "w") as file:
            file.write("kept\n")
        log = os.path.join(place.home, "log")
        os.link(other, log)
        place.refused(73, "--demo", "--log", log, says="has a second name")
        place.refused(73, "--demo", "--log", os.path.join(place.home, "none", "log"),
                      says="can't be written: No such file")
        assert open(other).read() == "kept\n"


def test_what_is_done_in_a_sealed_program_is_dated_by_the_machine():
    with Place() as place:
        sealed_with_counselors(place)
        sealed(place, "attendance", "mark", "--group", "G01", "--client", "C01", "--status",
               "present", "--now", today(1) + "T13:00", code="AB", lines=[OTHER])

        def status(*more):
            report = json.loads(sealed(place, "day", "--json", "--date", today(1), *more,
                                       code="AB", lines=[OTHER]))
            return [row["status"] for group in report["groups"] for row in group["roster"]]
        # It was done by now, though on the program's clock it is still to come.
        assert status() == ["present"]
        assert status("--as-of", today()) == ["present"]


def test_the_time_of_a_sealed_program_is_the_machines_where_rights_are():
    with Place() as place:
        sealed_with_counselors(place)
        sealed(place, "attendance", "mark", "--group", "G01", "--client", "C01", "--status",
               "present", "--date", today(-1), code="AB", lines=[OTHER])
        with Terminal() as terminal:
            log_in(terminal, place, "AB", OTHER, "--now", today(-1) + "T13:00")
            terminal.keys("f")
            terminal.wait_for("1 note due")
            terminal.keys("C-q")
            assert terminal.status() == 0
        due = sealed(place, "notes", "due", "--json", code="AB", lines=[OTHER])
        note = json.loads(due)["notes"][0]["id"]
        read = ["notes", "text", note]
        assert "those who treat" in sealed(place, *read, code="NC", lines=[OTHER], status=77)
        cover = ["cover", "NC", "--for", "AB", "--because", "holiday"]
        first = today(3)
        sealed(place, *cover, "--from", first, "--to", first)
        # Neither into the time of the cover, nor back to days that are over.
        at = ["--now", first + "T12:00"]
        assert "those who treat" in sealed(place, *read, *at, code="NC", lines=[OTHER], status=77)
        past = ["--from", "2026-03-10", "--to", "2026-03-11", "--now", "2026-03-10T12:00"]
        assert "not only days that are over" in sealed(place, *cover, *past, status=65)
        sealed(place, *cover, "--from", today(-1), "--to", today(1))
        sealed(place, *read, code="NC", lines=[OTHER])
        # The cover of today holds, whatever day is worked on.
        sealed(place, *read, "--now", today(6) + "T12:00", code="NC", lines=[OTHER])
        sealed(place, "client", "C01", "--now", "2026-03-10T12:00")
        events = json.loads(sealed(place, "audit", "--json"))["events"]
        assert all(e["at"][:10] >= today(-1) for e in events), events
        # In text and for people: whose passphrase, who covers for whom.
        text = sealed(place, "audit")
        assert "AB: passphrase" in text and "NC: cover for AB" in text, text


def test_a_recovery_key_that_nobody_saw_replaces_none():
    with Place() as place:
        line = f"{PROGRAM} init --program X --time-zone UTC --counselor 'A B' --data {place.data} " \
            "--passphrase-stdin"
        for output in (">/dev/full", ">&-"):
            done = subprocess.run(["sh", "-c", f"{line} {output}"], env=place.environment,
                                  input=PASSPHRASE + "\n", capture_output=True, text=True)
            assert done.returncode == 74, done
            assert not os.path.exists(place.data), "a program whose key nobody has"
        key = commands.make_sealed(place)
        line = f"{PROGRAM} access paper --counselor TB --data {place.data} --passphrase-stdin"
        for output in (">/dev/full", ">&-"):
            done = subprocess.run(["sh", "-c", f"{line} {output}"], env=place.environment,
                                  input=PASSPHRASE + "\n", capture_output=True, text=True)
            assert done.returncode == 74 and "the old paper holds" in done.stderr, done
        sealed(place, "access", "recover", lines=[key, PASSPHRASE])
        new = sealed(place, "access", "paper").split("Recovery key: ")[1].split()[0]
        sealed(place, "access", "recover", lines=[key, PASSPHRASE], status=77)
        sealed(place, "access", "recover", lines=[new, PASSPHRASE])


def test_no_passphrase_isn_t_a_wrong_one():
    with Place() as place:
        commands.make_sealed(place)
        said = sealed(place, "day", lines=[], status=64)
        assert "No passphrase was given" in said, said
        assert "No passphrase" in sealed(place, "access", "add", "TB", status=64)
        sealed(place, "day")
        events = json.loads(sealed(place, "audit", "--json"))["events"]
        assert not [e for e in events if e["action"] == "login_failed"], events


def test_who_has_left_or_never_was_here_gets_nothing():
    with Place() as place:
        here = with_others(place)
        record_of(place, "staff", "NC", isActive=False)
        group = ["--group", "G03"]
        every = (["hours"], ["day"], ["day", "--json"], ["groups"], ["clients"], ["client", "C06"],
                 ["schedule"], ["export", "staff"], ["export", "rooms"], ["check"],
                 ["notes", "verify"], ["notes", "due"], ["outreach", "due"], ["cover"],
                 ["audit"], ["print", "sign-in", *group], [*MARK, "no-show"],
                 ["backup", os.path.join(place.home, "kept.tar.gz")])
        for command in every:
            place.refused(77, *command, *here, "--counselor", "NC", says="doesn't work here")
            place.refused(64, *command, *here, "--counselor", "ZZ", form="MQ")
        assert not os.path.exists(os.path.join(place.home, "kept.tar.gz"))


def test_who_has_left_a_sealed_program_is_told_so():
    with Place() as place:
        sealed_with_counselors(place)
        with Terminal((100, 30)) as terminal:
            log_in(terminal, place, "TB", PASSPHRASE)
            terminal.keys("g", "r", "Tab", "j", "Enter")
            terminal.wait_for("Change Nick Cole")
            terminal.keys(*["Down"] * 6)
            terminal.keys("Right", "C-s")
            terminal.wait_for("Nick Cole, left")
            terminal.keys("C-q")
            assert terminal.status() == 0
        for command in (["hours"], ["day"], ["groups"], ["access", "list"], ["notes", "verify"],
                        ["check"], ["backup", os.path.join(place.home, "kept.tar.gz")]):
            said = sealed(place, *command, code="NC", lines=[OTHER], status=77)
            assert "doesn't work here" in said, said
        said = sealed(place, "access", "passphrase", code="NC", lines=[OTHER, OTHER + "s"],
                      status=77)
        events = json.loads(sealed(place, "audit", "--json"))["events"]
        assert [e for e in events if e["user"] == "NC" and e["detail"] == "refused"], events


def test_a_record_that_went_into_another_is_admitted_nowhere():
    with Place() as place:
        here = with_others(place)
        error = {"at": datetime.datetime(2026, 3, 10, 12), "by": "st_000000000001",
                 "reason": "the same person as C06"}
        record_of(place, "client", "C05", enteredInError=error)
        for command in (["admit", "--client", "C05"], ["client", "C05"],
                        ["outreach", "letter", "C05"],
                        ["enroll", "--client", "C05", "--group", "G03"],
                        ["book", "--client", "C05"],
                        ["discharge", "--client", "C05", "--reason", "other"]):
            place.refused(65, *command, *here, "--counselor", "TB", says="take C06")
        assert place.ok("audit", "--client", "C05", *here, "--counselor", "MQ")


def test_nobody_opens_notes_to_themselves_by_a_place_in_their_own_group():
    with Place() as place:
        here = with_others(place)
        mine = ["enroll", "--client", "C02", "--group", "G06", *here, "--counselor"]
        place.refused(77, *mine, "NP", says="a counselor or a supervisor gives it")
        place.ok(*mine, "MQ")
        told = json.loads(place.ok("audit", "--json", *here, "--counselor", "MQ"))["events"]
        assert [e["user"] for e in told if e["entity"] == "group"][-1] == "MQ", told[-3:]


def test_whether_somebody_is_a_client_is_told_to_who_may_ask():
    with Place() as place:
        here = with_others(place)
        for who, command in (
                ("FD", ["discharge", "--reason", "other"]), ("BL", ["enroll", "--group", "G03"]),
                ("BL", ["admit"]), ("BL", ["book"]), ("FD", ["outreach", "record", "--result",
                                                            "reached"]),
                ("BL", ["attendance", "mark", "--group", "G03", "--status", "no-show"])):
            said = {place.refused(77, *command, "--client", code, *here, "--counselor", who)
                    for code in ("C06", "C99")}
            assert len(said) == 1, said
        for code in ("C06", "C99"):
            place.refused(77, "outreach", "letter", code, *here, "--counselor", "FD")
        told = [line for line in place.ok("audit", *here, "--counselor", "MQ").splitlines()
                if "refused" in line]
        assert len(told) == 12 and sum("C06" in line for line in told) == 6, told


def test_lists_hold_what_is_for_the_reader():
    with Place() as place:
        here = with_others(place)

        def exported(*arguments):
            done = place.run("export", "notes-due", *here, *arguments)
            assert done.returncode == 0, done.stderr
            return [line for line in done.stdout.splitlines()[1:] if line]
        assert len(exported("--counselor", "TB")) == len(
            place.json("notes", "due", *here, "--counselor", "TB")["notes"])
        assert exported("--counselor", "TB") == exported("--of", "TB", "--counselor", "MQ")
        assert len(exported("--counselor", "MQ")) > len(exported("--counselor", "TB"))
        place.refused(77, "export", "notes-due", *here, "--of", "NP", "--counselor", "TB",
                      says="from them alone")
        notes = ["client", "C01", "--as-of", "2026-03-11T10:50", *here, "--counselor"]
        assert place.json(*notes, "TB")["notes"] and "note nt_" in place.ok(*notes, "TB")
        for code in ("FD", "NC", "PS"):
            assert place.json(*notes, code)["notes"] == [], code
            assert "note nt_" not in place.ok(*notes, code), code
        place.refused(77, "clients", *here, "--counselor", "BL", says="caseload hours")
        place.ok("clients", "--search", "Finch", *here, "--counselor", "TB")
        events = place.json("audit", *here, "--counselor", "MQ")["events"]
        assert [e["user"] for e in events if e["action"] == "search"] == ["TB"], events
        assert "Finch" not in json.dumps(events)


def test_a_cover_is_a_counselors():
    with Place() as place:
        here = with_others(place)
        cover = ["cover", "--because", "holiday", *here, "--counselor"]
        for who, why in (("PS", "covers for nobody"), ("AU", "covers for nobody"),
                         ("BL", "reads no notes"), ("FD", "reads no notes")):
            place.refused(77, *cover, "MQ", who, "--for", "TB", says=why)
        for whom in ("PS", "AU", "MQ", "FD"):
            place.refused(77, *cover, "MQ", "NC", "--for", whom, says="no caseload to be covered")
        place.refused(77, *cover, "NC", "NC", "--for", "TB", says="says for nobody")
        place.ok(*cover, "TB", "NC", "--for", "TB")


if __name__ == "__main__":
    main(sys.modules[__name__])
