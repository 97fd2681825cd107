"""The commands of the built program: what they print, how they end, what they leave on disk."""
import json
import os
import plistlib
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import traceback

from tmux_program import fill, small_disk, wait_until

PROGRAM = os.environ["CASELOAD"]

# The panel of domain.md 8.6, C06 as it stands before its mark (decisions.md 2).
PANEL = """
C01 680 320 360 680 140 on_track
C02 680 320 360 680 140 on_track
C03 650 358 270 628 88 on_track
C04 680 256 360 616 76 on_track
C05 680 240 401 641 101 on_track
C06 590 0 270 270 -270 short
C07 650 375 270 645 105 on_track
C08 770 320 450 770 230 on_track
C09 590 0 0 0 - exempt
C10 650 140 270 410 -130 short
C11 590 270 320 590 50 on_track
C12 680 180 320 500 -40 short
C13 590 410 180 590 50 on_track
C14 590 375 180 555 15 tight
C15 680 180 270 450 -90 short
C16 410 230 180 410 -130 transition
C17 590 349 230 579 39 tight
C18 680 180 320 500 -40 short
C19 590 360 230 590 50 on_track
C20 170 120 50 170 - no_minimum
C21 200 60 140 200 - no_minimum
C22 110 0 50 50 - no_minimum
C23 110 60 50 110 - no_minimum
"""
KEYS = ["planned", "credited", "possible", "projected", "slack", "state"]
MARK = ["attendance", "mark", "--group", "G03", "--client", "C06", "--status"]


class Place:
    """A home of its own, with a place for temporary files and one for data."""

    template = None

    def __enter__(self):
        self.home = tempfile.mkdtemp(prefix="caseload-commands-")
        self.temporary = os.path.join(self.home, "tmp")
        self.data = os.path.join(self.home, "data")
        os.mkdir(self.temporary)
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.home,
                            "TMPDIR": self.temporary, "LANG": "C.UTF-8"}
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.home, ignore_errors=True)

    def run(self, *arguments, env=None, **more):
        return subprocess.run([PROGRAM, *arguments], env={**self.environment, **(env or {})},
                              stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=120, cwd=self.home, **more)

    def ok(self, *arguments, **more):
        done = self.run(*arguments, **more)
        assert done.returncode == 0, (arguments, done.returncode, done.stderr)
        assert done.stderr == "", done.stderr
        return done.stdout

    def json(self, *arguments, **more):
        return json.loads(self.ok(*arguments, "--json", **more))

    def refused(self, status, *arguments, says="", form=None, **more):
        done = self.run(*arguments, **more)
        lines = done.stderr.splitlines()
        assert done.returncode == status, (arguments, done.returncode, done.stderr)
        assert done.stdout == "", done.stdout
        assert lines and lines[0].startswith("caseload: "), done.stderr
        assert lines[0][-1] in ".?", lines[0]
        assert says in done.stderr, done.stderr
        if form is not None:
            assert lines[-1].startswith("Try: ") and form in lines[-1], done.stderr
        return done.stderr

    def json_check(self):
        done = self.run("check", "--data", self.data, "--json")
        assert done.returncode in (0, 1), done.stderr
        return json.loads(done.stdout)["problems"]

    def kept_demo(self):
        """A demo as `--demo --data DIR` makes it; made once, then copied."""
        if not Place.template:
            Place.template = tempfile.mkdtemp(prefix="caseload-commands-demo-") + "/demo"
            self.ok("--demo", "--data", Place.template, "day")
        shutil.copytree(Place.template, self.data)
        return self.data

    def mark(self, status, *more):
        return self.ok(*MARK, status, "--counselor", "TB", "--data", self.data, *more)

    def own(self, counselor="Tanya Brooks, LADC"):
        return self.ok("init", "--plain", "--data", self.data, "--program", "Harbor", "--time-zone",
                       "America/New_York", "--counselor", counselor)

    def csv(self, **files):
        folder = os.path.join(self.home, "csv")
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)
        for name, text in files.items():
            with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8") as file:
                file.write(text)
        return folder

    def files(self):
        return [os.path.join(folder, name) for folder, _, names in os.walk(self.data)
                for name in names]


def panel():
    rows = {}
    for line in PANEL.split("\n"):
        if line:
            mrn, *values = line.split()
            numbers = [None if v == "-" else int(v) for v in values[:-1]]
            rows[mrn] = [*numbers, values[-1]]
    return rows


def hours(place, *arguments):
    found = place.json("hours", *arguments)["clients"]
    return {c["mrn"]: [c[key] for key in KEYS] for c in found}


def row(day, group, mrn):
    [found] = [r for g in day["groups"] if g["group"] == group for r in g["roster"]
               if r["mrn"] == mrn]
    return found


# What the demo says


def test_the_demos_hours_are_the_panel_of_the_domain():
    with Place() as place:
        assert hours(place, "--demo") == panel()
        said = place.json("--demo", "hours")
        assert (said["week"], said["asOf"]) == ("2026-03-09", "2026-03-11T10:52")
        assert list(said["clients"][0]) == ["mrn", *KEYS, "minimum", "unmarked"]


def test_hours_as_text_are_a_client_a_line():
    with Place() as place:
        place.kept_demo()
        lines = place.ok("--data", place.data, "hours").splitlines()
        assert lines[0].split() == ["mrn", *KEYS]
        assert [line.split() for line in lines[1:]] == [
            line.split() for line in PANEL.split("\n") if line]


def test_at_10_56_a_client_who_is_still_out_becomes_tight():
    with Place() as place:
        place.kept_demo()
        found = hours(place, "--data", place.data, "--now", "2026-03-11T10:56")
        assert found["C11"][3:] == [584, 44, "tight"], found["C11"]


def test_a_no_show_in_the_live_group_leaves_180_possible_minutes():
    with Place() as place:
        place.kept_demo()
        place.mark("no-show")
        others = panel() | {"C06": [590, 0, 180, 180, -360, "short"]}
        assert hours(place, "--data", place.data) == others


def test_a_day_has_the_promised_keys_and_the_live_roster():
    with Place() as place:
        place.kept_demo()
        day = place.json("--data", place.data, "day")
        assert list(day) == ["date", "groups", "appointments"] and day["date"] == "2026-03-11"
        live = day["groups"][1]
        assert list(live) == ["session", "group", "title", "start", "end", "status", "lead",
                              "roster"]
        assert (live["group"], live["status"], live["lead"]) == ("G03", "in_progress", "TB")
        assert (live["start"], live["end"], len(live["roster"])) == ("10:40", "12:10", 12)
        assert list(live["roster"][0]) == ["mrn", "name", "status", "in", "out", "minutes",
                                           "reason"]
        assert row(day, "G03", "C05")["in"] == "10:49" and row(day, "G03", "C05")["minutes"] == 3
        assert row(day, "G03", "C06")["status"] == "expected"
        assert list(day["appointments"][0]) == ["id", "mrn", "name", "counselor", "kind",
                                                "start", "end", "status", "minutes"]


def test_a_day_as_text_has_a_line_for_each_row():
    with Place() as place:
        place.kept_demo()
        lines = place.ok("--data", place.data, "day").splitlines()
        [line] = [line for line in lines if line.startswith("G03  C05 ")]
        assert line.split()[-4:] == ["late", "10:49", "-", "3"], line


def test_dates_are_taken_as_people_type_them():
    with Place() as place:
        place.kept_demo()
        for typed in ("2026-03-13", "fri", "3/13", "+2d"):
            day = place.json("--data", place.data, "day", "--date", typed)
            assert day["date"] == "2026-03-13", typed
        assert place.json("--data", place.data, "hours", "--week-of", "-1w")["week"] == "2026-03-02"


def test_keys_themes_version_and_help_need_no_data():
    with Place() as place:
        assert "no-show" in place.ok("keys")
        assert {"context", "keys", "command", "title"} == set(place.json("keys")["keys"][0])
        names = [theme["name"] for theme in place.json("themes")["themes"]]
        assert names == ["night", "day", "high-contrast", "mono"], names
        assert place.ok("--version").count(".") == 2
        assert "Examples:" in place.ok("--help") and "Examples:" in place.ok("day", "--help")
        assert "complete" in place.ok("--generate-completion-script", "bash")


# Options and variables


def test_options_of_the_program_stand_before_or_after_the_command():
    with Place() as place:
        place.kept_demo()
        before = place.ok("--data", place.data, "--now", "2026-03-11T11:00", "hours", "--json")
        after = place.ok("hours", "--json", "--data", place.data, "--now", "2026-03-11T11:00")
        assert before == after and '"asOf": "2026-03-11T11:00"' in before


def test_variables_name_the_folder_and_the_time_where_no_option_does():
    with Place() as place:
        data = place.kept_demo()
        variables = {"CASELOAD_DATA": data, "CASELOAD_NOW": "2026-03-11T11:01"}
        assert place.json("hours", env=variables)["asOf"] == "2026-03-11T11:01"
        now = place.json("hours", "--now", "2026-03-11T11:02", env=variables)["asOf"]
        assert now == "2026-03-11T11:02"
        place.refused(66, "hours", "--data", data + "x", env=variables)
        place.refused(64, "hours", env=variables | {"CASELOAD_NOW": "noon"}, says="CASELOAD_NOW")


def test_without_an_option_data_lie_where_the_desktop_says():
    with Place() as place:
        share = os.path.join(place.home, "share")
        place.ok("--demo", "--data", os.path.join(share, "caseload"), "day")
        place.ok("day", env={"XDG_DATA_HOME": share})
        home = os.path.join(place.home, ".local", "share")
        os.makedirs(home)
        shutil.move(os.path.join(share, "caseload"), home)
        place.ok("day")


# Wrong use


def test_every_wrong_use_ends_with_64_and_the_right_form():
    with Place() as place:
        for arguments, form in [
            (["dya"], "caseload day"),
            (["flurb"], "attendance"),
            (["--dat", "x", "day"], "caseload day"),
            (["hours", "--week-of"], "--week-of"),
            (["hours", "--week-of", "flurb"], "--week-of 2026"),
            (["day", "--date", "2026-02-30"], "--date"),
            (["day", "extra"], "caseload day"),
            (["--now", "10:52", "day"], "--now 2026-03-11T10:52"),
            (["--now", "2026-03-11T24:00", "day"], "--now"),
            (["--data", "", "day"], "--data DIR"),
            (["attendance"], "attendance mark"),
            (["attendance", "mark"], "attendance mark"),
            ([*MARK, "noshow"], "--status no-show"),
            ([*MARK, "asleep"], "left-early"),
            ([*MARK, "no-show", "--at", "10:55"], "--status late"),
            ([*MARK, "late", "--at", "25:00"], "--at 10:55"),
            ([*MARK, "present", "--reason", "illness"], "--reason illness"),
            ([*MARK, "excused", "--reason", "ilness"], "--reason illness"),
            ([*MARK, "no-show", "--demo"], "MQ, NP, TB"),
            ([*MARK, "no-show", "--demo", "--counselor", "ZZ"], "MQ, NP, TB"),
            (["import"], "caseload import"),
            (["init", "--program", "X", "--time-zone", "UTC"], "caseload init"),
            (["init", "--program", " ", "--time-zone", "UTC", "--counselor", "A B"], "init"),
            (["init", "--program", "X", "--time-zone", "Mars", "--counselor", "A B"],
             "America/New_York"),
            (["init", "--program", "X", "--time-zone", "../x", "--counselor", "A B"],
             "America/New_York"),
            (["init", "--program", "X", "--time-zone", "indiana", "--counselor", "A B"],
             "America/Indiana/Indianapolis"),
            (["init", "--program", "X", "--time-zone", "UTC", "--counselor", "7"], "Brooks"),
        ]:
            place.refused(64, *arguments, form=form)
        assert os.listdir(place.temporary) == []
        assert not os.path.exists(os.path.join(place.home, ".local"))


def test_what_is_not_there_ends_with_66():
    with Place() as place:
        place.refused(66, "day", says="There is no folder", form="--demo")
        place.refused(66, "day", "--data", place.temporary, says="holds no program")
        place.refused(66, "import", "--demo", os.path.join(place.home, "none"))
        mark = ["--demo", "--counselor", "TB", "attendance", "mark", "--status", "no-show"]
        group = [*mark, "--client", "C06"]
        place.refused(66, *group, "--group", "G99", form="G01, G03, G09")
        place.refused(66, *mark, "--group", "G03", "--client", "C99")


def test_a_full_or_closed_output_is_told():
    with Place() as place:
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, "--demo", "day"], env=place.environment, stdout=full,
                                  stderr=subprocess.PIPE, text=True)
        assert done.returncode == 74 and "No space left" in done.stderr, done
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([PROGRAM, "--demo", "day"], env=place.environment, stdout=write,
                              stderr=subprocess.PIPE, text=True)
        os.close(write)
        assert done.returncode in (74, -signal.SIGPIPE), done
        assert os.listdir(place.temporary) == []


def test_a_closed_stream_never_becomes_a_record():
    with Place() as place:
        place.kept_demo()
        for command in (["hours"], [*MARK, "no-show", "--counselor", "TB"]):
            line = " ".join([PROGRAM, *command, "--data", place.data])
            for closed in ("<&- >&-", "<&- >&- 2>&-"):
                done = subprocess.run(["sh", "-c", f"{line} {closed}"], env=place.environment)
                assert done.returncode == 74, done
        assert row(place.json("day", "--data", place.data), "G03", "C06")["status"] == "no_show"
        assert place.json_check() == []


def test_the_ends_of_the_calendar_are_days_like_others():
    with Place() as place:
        here = ["--data", place.kept_demo()]
        for arguments in (["day", "--date", "9999-12-31"], ["day", "--date", "0001-01-01"],
                          ["hours", "--week-of", "+9999m"], ["hours", "--week-of", "-9999w"],
                          ["--now", "9999-12-31T23:59", "hours"],
                          ["--now", "0001-01-01T00:00", "hours"]):
            place.ok(*here, *arguments)


def test_nothing_typed_where_a_name_may_stand_is_repeated():
    with Place() as place:
        place.kept_demo()
        here = ["--data", place.data, "--counselor", "TB"]
        for arguments in [
            ["Finch Imaginary"],
            ["day", "Finch"],
            ["day", "--json=Finch"],
            ["--now", "Finch", "day"],
            ["day", "--date", "Finch"],
            [*MARK[:4], "--client", "Finch Imaginary", "--status", "no-show", *here],
            [*MARK[:4], "--client", "Finch", "Imaginary", "--status", "no-show", *here],
            ["attendance", "mark", "--group", "Finch", *MARK[4:], "late", *here],
            [*MARK, "Finch", *here],
        ]:
            done = place.run(*arguments)
            assert done.returncode in (64, 66), done
            assert "Finch" not in done.stderr and "Imaginary" not in done.stderr, done.stderr


# Marking


def test_a_mark_says_what_happened_and_is_on_disk():
    with Place() as place:
        place.kept_demo()
        assert "C06 is no-show in G03" in place.mark("no_show")
        assert row(place.json("day", "--data", place.data), "G03", "C06")["status"] == "no_show"
        assert "so already" in place.mark("no-show")
        assert "C06 is expected" in place.mark("expected")
        assert "in 10:50" in place.mark("late", "--at", "10:50")
        assert "out 10:52" in place.mark("left-early", "--at", "10:52")
        day = place.json("day", "--data", place.data)
        found = row(day, "G03", "C06")
        assert [found[k] for k in ("status", "in", "out", "minutes")] == [
            "late_left_early", "10:50", "10:52", 2], found
        assert "illness" in place.mark("excused", "--reason", "illness")
        assert place.ok("check", "--data", place.data).endswith("all is well.\n")


def test_a_mark_begins_the_group_as_on_the_screen():
    with Place() as place:
        place.kept_demo()
        mark = ["attendance", "mark", "--group", "G09", "--client", "C01", "--status", "present",
                "--data", place.data, "--counselor", "TB"]
        said = place.refused(65, *mark)
        assert "begins at 17:30" in said and " b " not in said, said
        lines = place.ok(*mark, "--now", "2026-03-11T17:36").splitlines()
        assert lines[0] == "G09 began at 17:30." and "C01 is present" in lines[1], lines


def test_a_finished_group_wants_a_reason():
    with Place() as place:
        place.kept_demo()
        mark = ["attendance", "mark", "--group", "G01", "--client", "C06", "--status", "excused",
                "--data", place.data, "--counselor", "TB"]
        place.refused(65, *mark, says="--because")
        assert "C06 is excused" in place.ok(*mark, "--because", "called the front desk")
        place.refused(65, "attendance", "mark", "--group", "G03", "--client", "C20", "--status",
                      "present", "--data", place.data, "--counselor", "TB", says="roster")


def test_an_only_counselor_needs_no_code_and_a_remembered_one_neither():
    with Place() as place:
        place.own()
        assert "No group" in place.refused(66, *MARK, "no-show", "--data", place.data)
    with Place() as place:
        place.kept_demo()
        with open(os.path.join(place.data, "program.plist"), "rb") as file:
            program = plistlib.load(file)["id"]
        folder = os.path.join(place.home, ".config", "caseload")
        os.makedirs(folder)
        with open(os.path.join(folder, "settings.plist"), "wb") as file:
            plistlib.dump({"counselors": {program: "MQ"}, "theme": "Night"}, file)
        assert "is no-show" in place.ok(*MARK, "no-show", "--data", place.data)


def test_many_marks_at_once_are_all_kept():
    with Place() as place:
        place.kept_demo()
        clients = ["C01", "C02", "C03", "C04", "C06", "C07", "C08", "C10"]
        running = [
            subprocess.Popen([PROGRAM, *MARK[:4], "--client", client, "--status", "excused",
                              "--counselor", "TB", "--data", place.data], env=place.environment,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for client in clients]
        for process in running:
            out, err = process.communicate(timeout=120)
            assert process.returncode == 0, err
        day = place.json("day", "--data", place.data)
        for client in clients:
            assert row(day, "G03", client)["status"] == "excused", client
        place.ok("check", "--data", place.data)


def test_kill_9_among_marks_leaves_a_sound_folder():
    with Place() as place:
        place.kept_demo()
        for turn in range(24):
            status = ("no-show", "excused", "expected")[turn % 3]
            process = subprocess.Popen([PROGRAM, *MARK, status, "--counselor", "TB", "--data",
                                        place.data], env=place.environment,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(timeout=0.004 * turn)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
            process.wait()
        left = [p for p in place.json_check() if p["kind"] != "leftover"]
        assert left == [], left
        place.mark("no-show")


# Own programs


def test_init_makes_an_empty_program_with_its_first_counselor():
    with Place() as place:
        assert "code is TB" in place.own()
        assert place.json("day", "--data", place.data)["groups"] == []
        assert place.json("hours", "--data", place.data)["clients"] == []
        assert place.ok("check", "--data", place.data).endswith("all is well.\n")
        assert stat.S_IMODE(os.stat(place.data).st_mode) == 0o700
        part = place.home + "/part"
        place.ok("init", "--plain", "--data", part, "--program", "Harbor", "--time-zone", "new york",
                 "--counselor", "A B")
        with open(part + "/program.plist") as file:
            assert "America/New_York" in file.read()
        place.refused(73, "init", "--data", place.data, "--program", "X", "--time-zone", "UTC",
                      "--counselor", "A B", says="isn't empty")
        with open(place.home + "/file", "w") as file:
            file.write("not a folder")
        done = place.run("init", "--plain", "--data", place.home + "/file/x", "--program", "X",
                         "--time-zone", "UTC", "--counselor", "A B")
        assert done.returncode in (66, 73), done


PASSPHRASE = "seven quiet herons wading"


def sealed(place, *arguments, lines=(PASSPHRASE,), status=0, code="TB"):
    """Runs a command on a sealed program, its passphrases on standard input."""
    done = subprocess.run([PROGRAM, *arguments, "--data", place.data, "--counselor", code,
                           "--passphrase-stdin"], env=place.environment, cwd=place.home,
                          input="".join(line + "\n" for line in lines), capture_output=True,
                          text=True, timeout=120)
    assert done.returncode == status, (arguments, done.returncode, done.stderr)
    return done.stdout if status == 0 else done.stderr


def make_sealed(place):
    made = sealed(place, "init", "--program", "Cedar Harbor", "--time-zone",
                  "America/New_York", code="Tanya Brooks, LADC")
    return made.split("Recovery key: ")[1].split()[0]


def test_a_sealed_program_opens_for_nobody_without_the_passphrase():
    with Place() as place:
        make_sealed(place)
        for command in (["day"], ["hours", "--json"], ["check"], ["show", "program.plist"],
                        ["access", "list"], ["notes", "due"]):
            place.refused(77, *command, "--data", place.data, says="sealed")
        said = sealed(place, "day", lines=["seven quiet herons"], status=77)
        assert "Cedar" not in said and "Nothing was read" in said, said
        said = sealed(place, "day", lines=[PASSPHRASE], code="XY", status=77)
        assert sealed(place, "check").endswith("all is well.\n")
        assert "Cedar Harbor" in sealed(place, "show", "program.plist")
        said = sealed(place, "init", "--program", "X", "--time-zone", "UTC",
                      lines=["short"], code="A B", status=73)
        weak = Place()
        with weak:
            said = sealed(weak, "init", "--program", "X", "--time-zone", "UTC",
                          lines=["short"], code="A B", status=65)
            assert "at least 12" in said and not os.path.exists(weak.data), said


def test_nothing_of_a_sealed_program_lies_on_disk_in_clear():
    with Place() as place:
        make_sealed(place)
        folder = place.csv(
            staff="code,name,role\nQZX,Abel Bakerville,counselor\n",
            clients="mrn,legalFirst,legalLast,birthDate,admittedOn,level,counselor\n"
                    "XQ7731,Nobodina,Atallsworth,1990-01-02,2026-03-02,2.1,QZX\n",
            groups="code,title,type,weekdays,start,end,from,lead\n"
                   "QQ17,Processing,process,Mon Wed Fri,09:00,12:00,2026-03-02,QZX\n",
            enrollments="mrn,group,from\nXQ7731,QQ17,2026-03-02\n",
            appointments="mrn,counselor,kind,date,start,end\n"
                         "XQ7731,QZX,individual,2026-03-12,10:00,10:50\n")
        sealed(place, "import", folder)
        sealed(place, "attendance", "mark", "--group", "QQ17", "--client", "XQ7731", "--status",
               "present", "--now", "2026-03-11T10:52")
        shown = sealed(place, "day", "--date", "2026-03-11", "--json")
        assert "XQ7731" in shown and "present" in shown, shown
        words = [b"Nobodina", b"Atallsworth", b"XQ7731", b">QQ17<", b"Process", b"2026-03",
                 b">QZX<", b"Bakerville", b"Tanya", b"Harbor", b"present"]
        for file in place.files():
            with open(file, "rb") as opened:
                content = file.encode()[len(place.data):] + opened.read()
            for word in words:
                assert word not in content, (word, file)
        assert sealed(place, "check").endswith("all is well.\n")


def test_the_front_desk_books_for_others_and_sees_everyones_week():
    with Place() as place:
        make_sealed(place)
        folder = place.csv(
            staff="code,name,role\nQZ,Abel Bakerville,counselor\nFD,Cora Deskford,front_desk\n",
            clients="mrn,legalFirst,legalLast,birthDate,admittedOn,level,counselor\n"
                    "X7,Nobodina,Atallsworth,1990-01-02,2026-03-02,2.1,QZ\n")
        sealed(place, "import", folder)
        desk = "the desk has a passphrase"
        sealed(place, "access", "add", "FD", lines=[PASSPHRASE, desk])
        day = ("--now", "2026-03-11T10:52")

        def at_desk(*arguments, status=0):
            return sealed(place, *arguments, *day, lines=[desk], code="FD", status=status)

        book = ("book", "--client", "X7", "--date", "2026-03-12", "--at")
        at_desk(*book, "09:00")
        at_desk(*book, "11:00", "--with", "TB")
        said = at_desk(*book, "13:00", "--with", "FD", status=65)
        assert "sees no clients alone" in said, said
        week = ("schedule", "--week-of", "2026-03-12", "--of")
        assert "X7" not in at_desk("schedule", "--week-of", "2026-03-12")
        everyone = at_desk(*week, "all")
        assert "09:00" in everyone and "11:00" in everyone and "13:00" not in everyone, everyone
        own = at_desk(*week, "QZ")
        assert "09:00" in own and "11:00" not in own, own
        # Who may see no names sees none where their own record can't be used either.
        assert "Nobodina" in at_desk("day", "--date", "2026-03-12")
        for file in place.files():
            if f"{os.sep}staff{os.sep}" in file:
                with open(file, "wb"):
                    pass
        done = subprocess.run([PROGRAM, "day", "--date", "2026-03-12", *day, "--data", place.data,
                               "--counselor", "FD", "--passphrase-stdin"], env=place.environment,
                              input=desk + "\n", capture_output=True, text=True, timeout=120)
        assert "Nobodina" not in done.stdout + done.stderr, done


def test_passphrases_are_given_changed_taken_and_found_again():
    with Place() as place:
        recovery = make_sealed(place)
        other = "another good passphrase"
        sealed(place, "import", place.csv(staff="code,name,role\nAB,Abel Baker,counselor\n"))
        sealed(place, "access", "add", "AB", lines=[PASSPHRASE, other])
        assert sealed(place, "access", "list", lines=[other], code="AB") == "AB\nTB\n"
        said = sealed(place, "access", "remove", "TB", lines=[other], code="AB", status=77)
        assert "Only a supervisor" in said, said
        said = sealed(place, "access", "remove", "TB", status=77)
        assert "the last who may give passphrases" in said, said
        sealed(place, "access", "passphrase", lines=[other, "and yet another one"], code="AB")
        sealed(place, "day", lines=["and yet another one"], code="AB")
        sealed(place, "day", lines=[other], code="AB", status=77)
        sealed(place, "access", "remove", "AB")
        sealed(place, "day", lines=["and yet another one"], code="AB", status=77)
        assert "sealed under a new key" in sealed(place, "access", "renew")
        sealed(place, "check")
        sealed(place, "access", "recover", lines=[recovery.lower(), "found again at last"])
        sealed(place, "day", status=77)
        sealed(place, "check", lines=["found again at last"])


def test_a_role_sees_what_it_is_for_and_the_reason_for_the_rest():
    with Place() as place:
        place.kept_demo()
        here = ["--data", place.data, "--now", "2026-03-11T10:52"]
        place.ok("import", place.csv(
            staff="code,name,role\nFD,Fay Dale,front_desk\nBL,Bo Lund,billing\n"
                  "NC,Nick Cole,counselor\nAU,Ann Unger,auditor\n"), *here, "--counselor", "MQ")
        [note] = [n for n in place.json("notes", "due", *here)["notes"]
                  if n["author"] == "TB" and n["mrn"] == "C18"]
        show, text = ["notes", "show", note["id"], *here], ["notes", "text", note["id"], *here]
        for code in ("TB", "MQ", "AU"):
            assert "C18" in place.ok(*show, "--counselor", code), code
        # A plain program knows who asks only where it is said.
        assert "C18" in place.ok(*show)
        for code, why in (("FD", "reads no notes"), ("BL", "reads no notes"),
                          ("NC", "those who treat")):
            for command in (show, text):
                place.refused(77, *command, "--counselor", code, says=why)
        place.refused(77, "notes", "due", *here, "--counselor", "BL", says="reads no notes")
        names = ("Fauxwell", "C06")
        for code in ("FD", "NC", "AU"):
            day = place.ok("day", *here, "--counselor", code)
            assert all(name in day for name in names), code
        for more in ([], ["--json"]):
            day = place.ok("day", *here, "--counselor", "BL", *more)
            assert "G03" in day and "not for this role" in day, day
            assert not any(name in day for name in names), day
        for command in (["clients"], ["client", "C06"]):
            place.refused(77, *command, *here, "--counselor", "BL", says="isn't shown this")
        told = [line for line in place.ok("audit", *here, "--counselor", "MQ").splitlines()
                if "refused" in line]
        assert len(told) == 7 and sum("C06" in line for line in told) == 1, told
        place.refused(77, "show", "program.plist", *here, "--counselor", "NC", says="no record")
        place.refused(77, "import", place.csv(rooms="name,capacity\nA,9\n"), *here,
                      "--counselor", "NC", says="imports nothing")
        # Who covers reads what the colleague may read; a supervisor says so, or the colleague.
        cover = ["cover", "NC", "--for", "TB", "--because", "holiday", *here, "--counselor"]
        place.refused(77, *cover, "NC", says="says for nobody")
        place.ok(*cover, "MQ")
        assert "C18" in place.ok(*show, "--counselor", "NC")
        listed = place.ok("cover", *here, "--counselor", "MQ").split()
        assert listed[2:] == ["NC", "TB", "MQ", "-", "holiday"], listed
        place.refused(77, "cover", *here, "--counselor", "NC", says="isn't shown")
        assert place.json_check() == []


def test_import_takes_everything_in_and_a_week_follows():
    with Place() as place:
        place.own()
        folder = place.csv(
            staff="code,name,role\nAB,Abel Baker,counselor\n",
            rooms="name,capacity\nMaple,14\n",
            clients="mrn,legalFirst,legalLast,birthDate,admittedOn,level,counselor\n"
                    "X1,Nobody,Atall,1990-01-02,2026-03-02,2.1,AB\n"
                    "X2,Noone,Either,1991-01-02,2026-03-02,2.1,AB\n",
            groups="code,title,type,weekdays,start,end,from,lead,room\n"
                   "Q1,Process,process,Mon Wed Fri,09:00,12:00,2026-03-02,AB,Maple\n",
            enrollments="mrn,group,from\nX1,Q1,2026-03-02\nX2,Q1,2026-03-02\n",
            appointments="mrn,counselor,kind,date,start,end\n"
                         "X1,AB,individual,2026-03-12,10:00,10:50\n")
        said = place.ok("import", "--data", place.data, folder)
        assert "2 new: clients" in said, said
        now = ["--data", place.data, "--now", "2026-03-11T09:05"]
        found = hours(place, *now)
        assert found["X1"][0] == 590 and found["X2"][0] == 540, found
        place.ok("attendance", "mark", "--group", "q1", "--client", "x1", "--status", "present",
                 "--counselor", "ab", *now)
        day = place.json("day", *now)
        assert row(day, "Q1", "X1")["status"] == "present", day
        assert place.ok("check", "--data", place.data).endswith("all is well.\n")


def test_import_tells_every_error_by_file_line_and_column_and_changes_nothing():
    with Place() as place:
        place.own()
        before = sorted(place.files())
        folder = place.csv(
            staff="code,name,role\nAB,Abel Baker,counsler\nTB,Other One,counselor\n",
            rooms="name,capacity\nMaple,many\n",
            clients="mrn,legalFirst,legalLast,birthDate\n"
                    "X1,Nobody,Atall,1990-02-30\n,A,B,1990-01-01\n",
            groups="code,title,type,weekdays,start,end,from,lead\n"
                   "Q1,T,process,Mun,09:00,12:00,2026-03-02,ZZ\n",
            enrollments="mrn,group\nX9,Q9\n",
            appointments="mrn,counselor,kind,date,start,end\nX9,AB,indvidual,2026-03-12,1,2\n",
            strange="a,b\n1,2\n")
        said = place.refused(65, "import", "--data", place.data, folder,
                             says="Nothing was imported")
        for words in ["staff.csv, line 2, column 3 (role)", "rooms.csv, line 2, column 2",
                      "clients.csv, line 2, column 4 (birthDate)", "clients.csv, line 3, column 1",
                      "groups.csv, line 2, column 4 (weekdays)", "enrollments.csv, line 1",
                      "appointments.csv, line 2, column 3 (kind)", "strange.csv"]:
            assert words in said, (words, said)
        place.refused(65, "import", "--data", place.data, place.csv(), says="no file to import")
        after = sorted(f for f in place.files() if "/locks/" not in f)
        assert after == [f for f in before if "/locks/" not in f]


# Soundness


def test_check_finds_a_flipped_bit_and_accepts_it_only_when_told():
    with Place() as place:
        place.kept_demo()
        assert place.json_check() == []
        record = "staff/" + sorted(os.listdir(os.path.join(place.data, "staff")))[0]
        path = os.path.join(place.data, record)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("<key>credentials</key>\n\t\t<string>",
                                    "<key>credentials</key>\n\t\t<string>Dr. "))
        done = place.run("check", "--data", place.data, "--json")
        assert done.returncode == 1 and done.stderr == ""
        report = json.loads(done.stdout)
        assert list(report) == ["files", "problems"] and report["files"] > 300
        [problem] = report["problems"]
        assert list(problem) == ["record", "kind", "what", "do"]
        assert (problem["record"], problem["kind"]) == (record, "damaged")
        done = place.run("day", "--data", place.data)
        assert done.returncode == 65 and "isn't all" in done.stderr and "G01" in done.stdout
        place.refused(65, "check", "--data", place.data, "--accept", "days/nothing.plist")
        assert "was accepted" in place.ok("check", "--data", place.data, "--accept", record)
        place.ok("check", "--data", place.data)


def test_check_repairs_what_it_is_told_to_and_keeps_what_was_there():
    with Place() as place:
        data, archive = place.data, os.path.join(place.home, "kept.tar.gz")
        place.kept_demo()
        place.ok("backup", "--data", data, archive)
        record = "staff/" + sorted(os.listdir(os.path.join(data, "staff")))[0]
        path = os.path.join(data, record)
        with open(path, "rb") as file:
            sound = file.read()
        overwrite(path, sound[:-5])
        os.chmod(os.path.join(data, "groups"), 0o755)
        place.refused(64, "check", "--data", data, "--yes", says="--yes goes with --repair")
        # Neither a terminal nor --yes: it says what it would do.
        told = place.run("check", "--data", data, "--repair")
        assert told.returncode == 1 and "Nothing was changed. With --yes" in told.stdout, told
        assert "2 that can be mended" in told.stdout, told.stdout
        with open(path, "rb") as file:
            assert file.read() == sound[:-5]
        # A terminal is asked: no to the first, yes to the second.
        ours, theirs = os.openpty()
        asked = subprocess.Popen([PROGRAM, "check", "--data", data, "--repair"], stdin=theirs,
                                 stdout=theirs, stderr=theirs, env=place.environment)
        os.close(theirs)
        seen = b""
        for answer in (b"n\n", b"y\n"):
            while not seen.endswith(b"q end: "):
                seen += os.read(ours, 65536)
            os.write(ours, answer)
            seen += b"\n"
        try:
            while more := os.read(ours, 65536):
                seen += more
        except OSError:
            pass
        os.close(ours)
        assert asked.wait(30) == 1, seen
        assert b"kept as quarantine/staff." in seen, seen
        with open(path, "rb") as file:
            assert file.read() == sound
        assert [name for name in os.listdir(os.path.join(data, "quarantine"))] != []
        done = place.ok("check", "--data", data, "--repair", "--yes")
        assert "1 mended: all is well." in done, done
        assert place.json_check() == []


def test_a_day_is_shown_as_it_stood_at_a_moment():
    with Place() as place:
        data = place.data
        at = lambda time: ("--now", "2026-03-11T" + time, "--data", data)
        status = lambda report: [row["status"] for group in report["groups"]
                                 for row in group["roster"]
                                 if group["group"] == "G03" and row["mrn"] == "C06"]
        place.ok("--demo", "--data", data, "day")
        first = place.json("day", *at("10:52"))
        place.ok(*MARK, "no-show", "--counselor", "TB", *at("10:53"))
        second = place.json("day", *at("10:53"))
        place.ok(*MARK, "present", "--because", "came after all", "--counselor", "TB", *at("10:56"))
        third = place.json("day", *at("10:56"))
        assert [status(day) for day in (first, second, third)] == [["expected"], ["no_show"],
                                                                  ["present"]]
        asof = lambda moment: place.json("day", "--as-of", moment, *at("11:30"))
        assert asof("2026-03-11T10:52") == first
        assert status(asof("2026-03-11T10:54")) == ["no_show"]
        assert status(asof("2026-03-11")) == ["present"]
        assert place.json("day", "--as-of", "2026-03-11T10:50", "--date", "2026-03-10",
                          *at("11:30"))["date"] == "2026-03-10"
        for moment in ("yesterday", "2026-02-30", "2026-03-11T25:00", "2026-03-11T10:52T", "",
                       "2026-03-12", "2026-03-11T11:31"):
            place.refused(64, "day", "--as-of", moment, *at("11:30"), says="--as-of")
        chart = place.json("client", "C01", "--as-of", "2026-03-09", *at("11:30"))
        now = place.json("client", "C01", "--as-of", "2026-03-11T11:30", *at("11:30"))
        assert chart["mrn"] == "C01" and len(chart["notes"]) <= len(now["notes"])
        assert now["notes"] != []
        note = now["notes"][0]
        assert place.json("notes", "show", note["id"], "--as-of", "2026-03-11T11:30",
                          *at("11:30"))["signed"] is not None
        place.refused(66, "notes", "show", note["id"], "--as-of", "2025-01-01", *at("11:30"),
                      says="wasn't signed yet")


def test_check_tells_a_terminal_how_far_it_is():
    with Place() as place:
        place.kept_demo()
        ours, theirs = os.openpty()
        try:
            done = subprocess.run([PROGRAM, "check", "--data", place.data], stderr=theirs,
                                  env=place.environment, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, timeout=120, text=True)
            os.close(theirs)
            shown = os.read(ours, 65536).decode()
        finally:
            os.close(ours)
        assert done.returncode == 0 and "all is well" in done.stdout, done.stdout
        assert " files. Ctrl-C stops." in shown, shown
        assert shown.endswith("\x1b[K"), shown


def test_check_ends_with_what_it_found_when_a_signal_comes():
    def waiting():
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        os.kill(os.getpid(), signal.SIGINT)

    with Place() as place:
        place.kept_demo()
        before = place.files()
        done = place.run("check", "--data", place.data, preexec_fn=waiting)
        assert done.returncode == -signal.SIGINT, done
        assert done.stdout.endswith(" files, stopped.\n"), done.stdout
        assert done.stderr.startswith("Stopped before the end; nothing was changed."), done.stderr
        assert place.files() == before


def test_a_damaged_program_record_is_found_and_never_replaced():
    with Place() as place:
        place.kept_demo()
        path = os.path.join(place.data, "program.plist")
        with open(path, "w") as file:
            file.write("junk")
        place.refused(65, "day", "--data", place.data)
        place.refused(65, "day", "--demo", "--data", place.data)
        done = place.run("check", "--data", place.data, "--json")
        assert done.returncode == 1
        assert json.loads(done.stdout)["problems"][0]["record"] == "program.plist"
        with open(path) as file:
            assert file.read() == "junk"


def test_a_backup_is_checked_and_comes_back_whole():
    with Place() as place:
        data, archive = place.data, os.path.join(place.home, "kept.tar.gz")
        again, text = os.path.join(place.home, "again"), os.path.join(place.home, "text")
        now = ("--now", "2026-03-11T10:52")
        place.ok("--demo", "--data", data, "day")
        place.ok(*MARK, "no-show", "--data", data, "--counselor", "TB", *now)
        before = place.json("day", "--data", data, *now)
        assert "read back and compared" in place.ok("backup", "--data", data, archive)
        assert "all is well" in place.ok("backup", "--verify", archive)
        assert "all is well" in place.ok("restore", archive, "--to", again)
        assert place.json("day", "--data", again, *now) == before
        assert "no_show" in json.dumps(before)
        place.refused(73, "backup", "--data", data, archive, says="left alone")
        place.refused(73, "restore", archive, "--to", data, says="isn't empty")
        place.refused(66, "restore", text, "--to", again + "2", says="no file")
        with open(text, "w") as file:
            file.write("no archive")
        place.refused(65, "backup", "--verify", text, says="isn't a backup")
        place.refused(65, "restore", text, "--to", again + "2", says="isn't a backup")
        assert os.listdir(place.temporary) == []
        assert not os.path.exists(again + "2")
        assert not [name for name in os.listdir(place.home) if name.endswith(".tmp")]


def test_a_backup_ends_with_what_it_runs_when_a_signal_comes():
    with Place() as place:
        place.kept_demo()
        archive = os.path.join(place.home, "kept.tar.gz")
        tools = os.path.join(place.home, "tools")
        os.mkdir(tools)
        slow = os.path.join(tools, "tar")
        with open(slow, "w") as file:
            # What packs for it is a process of its own, as for the true one.
            file.write("#!/bin/sh\n"
                       "for word; do case $word in --file=*) touch \"${word#--file=}\";; esac; done\n"
                       f"echo $$ > {place.home}/running\nsleep 600 &\necho $! > {place.home}/packing\n"
                       "wait\n")
        os.chmod(slow, 0o755)
        env = place.environment | {"PATH": tools + ":" + place.environment["PATH"]}

        def kept():
            return [path for path in place.files() if "/locks/" not in path]
        before = kept()
        for number in (signal.SIGTERM, signal.SIGINT):
            for line in (["backup", archive, "--data", place.data],
                         ["restore", slow, "--to", os.path.join(place.home, "again")]):
                process = subprocess.Popen([PROGRAM, *line], env=env, stdout=subprocess.PIPE,
                                           stderr=subprocess.PIPE, text=True)
                running = [os.path.join(place.home, name) for name in ("packing", "running")]
                wait_until(lambda: all(os.path.exists(r) and open(r).read() for r in running),
                           "tar")
                process.send_signal(number)
                _, said = process.communicate(timeout=60)
                assert process.returncode == -number, (line, process.returncode, said)
                assert "Stopped before the end" in said, said
                for path in running:
                    alive = f"/proc/{open(path).read().strip()}/stat"
                    wait_until(lambda: not os.path.exists(alive)
                               or open(alive).read().split()[2] == "Z", "the end of " + path)
                    os.remove(path)
                left = [n for n in os.listdir(place.home) if "kept" in n or "again" in n]
                assert left == [] and kept() == before, left


def test_a_theme_that_nobody_knows_is_wrong_use_of_every_command():
    with Place() as place:
        for command in (["day"], ["hours"], ["themes"], []):
            refused = place.run("--demo", *command, "--theme", "nonesuch")
            assert refused.returncode == 64, (command, refused)
            assert "no theme of that name" in refused.stderr and "night" in refused.stderr, refused
        place.ok("--demo", "hours", "--theme", "night")


def own_keys(place, text):
    folder = os.path.join(place.home, ".config", "caseload")
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "keys.plist")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def keys_in_force(place, *options):
    rows = place.json("keys", *options)["keys"]
    return {(row["context"], row["command"]): row["keys"] for row in rows}


def test_own_keys_are_checked_and_told():
    with Place() as place:
        assert "the standard keys count" in place.ok("keys", "--check")
        standard = keys_in_force(place)
        example = place.ok("keys", "--example")
        path = own_keys(place, example)
        assert "no line of it" in place.ok("keys", "--check")
        assert keys_in_force(place) == standard
        # Taken out of its comment each line says what is so anyway.
        live = [line.replace("<!-- <key>", "<key>").replace("</string>  ", "</string><!-- ")
                if line.startswith("  <!-- ") else line for line in example.splitlines()]
        own_keys(place, "\n".join(live))
        assert place.ok("keys", "--check").endswith("lines are used.\n")
        assert keys_in_force(place) == standard
        own_keys(place, "<plist><dict><key>attendance</key><dict>\n"
                        "<key>no-show</key><string>N F4</string>\n"
                        "<key>late</key><string>n</string>\n"
                        "<key>video</key><string>x</string>\n"
                        "</dict></dict></plist>")
        said = place.refused(65, "keys", "--check", says="keys.plist: not all of it is used.")
        assert said.splitlines()[1:] == [
            "  keys.plist line 4: x already means other-reason in Attendance; video keeps v."], said
        told = place.run("keys")
        assert told.returncode == 0 and "caseload keys --check" in told.stderr, told.stderr
        assert "N or F4 " in told.stdout and "  n  " in told.stdout, told.stdout
        assert "N or F4 " not in place.ok("keys", "--standard")
        assert keys_in_force(place, "--standard") == standard
        other = os.path.join(place.home, "other.plist")
        place.refused(66, "keys", "--check", other, says="There is no file other.plist.")
        os.rename(path, other)
        place.refused(65, "keys", "--check", other, says="other.plist line 4: x ")
        place.refused(64, "keys", other)
        place.refused(64, "keys", "--check", "--example")


def test_a_hostile_file_of_keys_is_named_and_stops_nothing():
    with Place() as place:
        path = own_keys(place, "")

        def rubbish():
            with open(path, "wb") as file:
                file.write(bytes(range(256)) * 8)

        def large():
            with open(path, "wb") as file:
                file.truncate(1 << 40)

        for make, words in [(rubbish, "expected UTF-8 text"), (large, "more than 64 KB"),
                            (lambda: os.mkfifo(path), "is a pipe"),
                            (lambda: os.symlink(path, path), "symbolic links"),
                            (lambda: os.symlink("/dev/zero", path), "is a device"),
                            (lambda: os.mkdir(path), "is a folder")]:
            os.remove(path)
            make()
            place.refused(65, "keys", "--check", says=words)
            assert place.run("keys").stdout == place.ok("keys", "--standard")


def test_a_command_on_a_full_disk_says_to_run_it_again():
    with Place() as place, small_disk() as disk:
        if disk is None:
            return
        data = os.path.join(disk, "data")
        at = ["--now", "2026-03-11T10:53", "--data", data]
        place.ok("--demo", "--data", data, "day")
        fill(os.path.join(disk, "filler"))
        done = place.run(*MARK, "no-show", "--counselor", "TB", *at)
        assert done.returncode in (73, 74), done
        assert "The disk is full" in done.stderr and "then run it again." in done.stderr, done
        assert "tried again" not in done.stderr, done


def test_every_file_is_a_private_property_list_without_a_name_in_its_path():
    with Place() as place:
        place.kept_demo()
        place.mark("no-show")
        names = {part.lower() for entry in place.json("day", "--data", place.data)["groups"]
                 for r in entry["roster"] for part in r["name"].split()}
        assert "finch" in names
        for path in place.files():
            relative = os.path.relpath(path, place.data)
            assert not any(name in relative.lower() for name in names), relative
            assert stat.S_IMODE(os.stat(path).st_mode) & 0o077 == 0, relative
            if path.endswith(".plist"):
                with open(path, "rb") as file:
                    assert "record" in plistlib.load(file), relative


# Notes


# The table of domain.md 8.7: author, state, kind, service, due, whose.
DUE = """
MQ draft group 2026-03-11 2026-03-12T10:30 C01 C02 C03 C04 C05 C07 C08 C10 C11
MQ draft group 2026-03-10 2026-03-11T14:00 C03 C07 C20
MQ ready no_show 2026-03-09 2026-03-12T10:30 C06
MQ ready no_show 2026-03-11 2026-03-14T10:30 C06
MQ ready no_show 2026-03-10 2026-03-13T14:00 C10
TB ready no_show 2026-03-09 2026-03-12T19:00 C18
TB ready no_show 2026-03-10 2026-03-13T17:00 C22
NP draft group 2026-03-10 2026-03-11T20:40 C13 C14 C17 C18 C19
NP draft individual 2026-03-09 2026-03-10T15:50 C13
NP returned individual 2026-03-10 2026-03-11T16:50 C16
NP draft discharge_summary - 2026-03-13T17:00 C24
NP awaiting_cosign group 2026-03-09 2026-03-16T20:40 C13 C14 C15 C16 C17 C19
NP awaiting_cosign individual 2026-03-09 2026-03-16T16:50 C14
"""
DUE_KEYS = ["id", "mrn", "kind", "service", "due", "state", "author", "missing"]


def due_table(wanted=lambda author, state: True):
    return sorted((*line.split()[:5], mrn) for line in DUE.split("\n") if line
                  for mrn in line.split()[5:] if wanted(*line.split()[:2]))


def due_rows(notes):
    return sorted((n["author"], n["state"], n["kind"], n["service"] or "-", n["due"], n["mrn"])
                  for n in notes)


def due_note(place, mrn, state, kind):
    found = place.json("notes", "due", "--data", place.data)["notes"]
    return next(n for n in found if (n["mrn"], n["state"], n["kind"]) == (mrn, state, kind))


def signed_files(place):
    return sorted(path for path in place.files()
                  if "/notes/nt_" in path and os.path.basename(path).count(".") == 1)


def owner(path):
    """The id of a signed file's note, and the code of the client in whose chart it lies."""
    with open(os.path.join(os.path.dirname(path), "..", "client.plist"), "rb") as file:
        mrn = plistlib.load(file)["record"]["mrn"]
    return os.path.basename(path).split(".")[0], mrn


def verify(place):
    done = place.run("notes", "verify", "--data", place.data)
    assert done.stderr == "", done.stderr
    return done.returncode, done.stdout


def test_the_demos_notes_that_are_due_are_the_table_of_the_domain():
    with Place() as place:
        found = place.json("--demo", "notes", "due")
        assert list(found) == ["notes"] and list(found["notes"][0]) == DUE_KEYS
        notes = found["notes"]
        assert due_rows(notes) == due_table(), due_rows(notes)
        assert [n["due"] for n in notes] == sorted(n["due"] for n in notes)
        assert len({n["id"] for n in notes}) == len(notes)
        [late] = [n for n in notes if n["due"] < "2026-03-11T10:52"]
        assert (late["author"], late["mrn"], late["missing"]) == ("NP", "C13", ["Plan"]), late
        assert notes[0] == late
        assert all(n["missing"] for n in notes if n["state"] == "draft")
        assert not any(n["missing"] for n in notes if n["state"] != "draft")
        [none] = [n for n in notes if n["service"] is None]
        assert none["mrn"] == "C24", none


def test_the_demos_outreach_is_that_of_the_domain():
    with Place() as place:
        due = place.json("--demo", "outreach", "due")["outreach"]
        assert [(o["mrn"], o["step"], o["due"], o["byHand"]) for o in due] == [
            ("C22", "attempt 1", "2026-03-10T18:00", False),
            ("C06", "attempt 3", "2026-03-11T12:30", True)], due
        assert due[1]["missed"] == ["2026-03-06", "2026-03-09", "2026-03-11"], due
        letter = place.run("--demo", "outreach", "letter", "C22")
        assert letter.returncode == 0 and "Dear Will," in letter.stdout, letter
        assert "treatment" not in letter.stdout.lower(), letter
        assert "42 CFR part 2" in letter.stderr and "Will" not in letter.stderr, letter
        stay = place.json("--demo", "client", "C24")
        assert stay["stage"] == "discharged" and stay["stay"][-1]["date"] == "2026-03-06", stay


def test_due_notes_of_a_counselor_are_those_that_wait_for_that_person():
    with Place() as place:
        here = ["--data", place.kept_demo()]

        def of(code):
            return due_rows(place.json("notes", "due", "--counselor", code, *here)["notes"])

        assert of("MQ") == due_table(lambda who, state: who == "MQ" or state == "awaiting_cosign")
        assert of("np") == due_table(lambda who, state: who == "NP" and state != "awaiting_cosign")
        assert of("TB") == due_table(lambda who, state: who == "TB")
        place.refused(64, "notes", "due", "--counselor", "ZZ", *here, form="MQ, NP, TB")


def test_due_notes_as_text_are_a_note_a_line_by_due_time():
    with Place() as place:
        here = ["--data", place.kept_demo()]
        lines = place.ok("notes", "due", *here).splitlines()
        notes = place.json("notes", "due", *here)["notes"]
        assert [line.split()[:7] for line in lines] == [
            [n["due"], n["mrn"], n["kind"], n["service"] or "-", n["state"], n["author"], n["id"]]
            for n in notes]
        assert [line for line in lines if "OVERDUE" in line] == lines[:1], lines
        assert lines[0].endswith("OVERDUE  Plan"), lines[0]
        names = {r["name"].split()[-1] for g in place.json("day", *here)["groups"]
                 for r in g["roster"]}
        assert names and not any(name in line for name in names for line in lines)


def test_nothing_is_due_in_an_empty_program():
    with Place() as place:
        place.own()
        assert place.json("notes", "due", "--data", place.data) == {"notes": []}
        assert place.ok("notes", "due", "--data", place.data) == "No note is due.\n"
        assert verify(place) == (0, "0 notes in 0 charts: every chain is whole.\n")


def test_a_signed_note_is_shown_with_its_texts_and_its_signature():
    with Place() as place:
        here = ["--data", place.kept_demo()]
        due = due_note(place, "C14", "awaiting_cosign", "group")
        note = place.json("notes", "show", due["id"], *here)
        assert [note[k] for k in ("id", "mrn", "kind", "service", "state")] == [
            due["id"], "C14", "group", "2026-03-09", "awaiting_cosign"]
        signed = note["signed"]
        assert note["draft"] is None and signed["signature"]["by"] == "NP"
        assert signed["minutes"] > 0 and signed["shared"] and signed["events"] == []
        own = [s["text"] for s in signed["sections"] if not s["codes"]]
        shown = place.ok("notes", "show", due["id"], *here)
        assert "\nSIGNED, " in shown and "\nDRAFT" not in shown, shown
        for section in signed["shared"] + signed["sections"]:
            for line in section["text"].splitlines():
                assert not line or "\n  " + line + "\n" in shown, line
        assert "\nSignature\n  NP, " in shown, shown
        text = place.ok("notes", "text", due["id"], *here)
        assert own and text == "\n\n".join(own) + "\n", text
        assert signed["shared"][0]["text"] not in text


def test_a_returned_note_is_shown_with_the_comment_and_the_draft():
    with Place() as place:
        here = ["--data", place.kept_demo()]
        due = due_note(place, "C16", "returned", "individual")
        note = place.json("notes", "show", due["id"], *here)
        [event] = note["signed"]["events"]
        assert (event["kind"], event["signature"]["by"]) == ("returned", "MQ"), event
        assert "assessment" in event["text"], event
        shown = place.ok("notes", "show", due["id"], *here)
        assert "\nReturned: MQ, " in shown and event["text"].splitlines()[0] in shown, shown
        assert note["draft"]["author"] == "NP" and "\nDRAFT, not signed, author NP\n" in shown


def test_a_draft_says_that_it_is_one():
    with Place() as place:
        here = ["--data", place.kept_demo()]
        due = due_note(place, "C24", "draft", "discharge_summary")
        note = place.json("notes", "show", due["id"], *here)
        assert note["signed"] is None and note["state"] == "draft" and note["service"] is None
        assert note["draft"]["author"] == "NP" and note["draft"]["due"] == due["due"]
        assert note["draft"]["missing"] == due["missing"]
        shown = place.ok("notes", "show", due["id"], *here)
        assert "\nDRAFT, not signed, author NP\n" in shown and "SIGNED" not in shown, shown
        own = [s["text"] for s in note["draft"]["sections"] if not s["codes"]]
        text = place.ok("notes", "text", due["id"], *here)
        assert own and text.strip() == "\n\n".join(own).strip(), text


def test_a_no_show_note_that_nobody_touched_is_there_already():
    with Place() as place:
        here = ["--data", place.kept_demo()]
        due = due_note(place, "C18", "ready", "no_show")
        text = place.ok("notes", "text", due["id"], *here)
        assert "did not attend" in text and "2026-03-09" in text, text
        assert "\nDRAFT, not signed, author TB\n" in place.ok("notes", "show", due["id"], *here)


def test_a_note_that_is_not_there_ends_with_66_and_is_not_repeated():
    with Place() as place:
        here = ["--data", place.kept_demo()]
        before = sorted(place.files())
        for command in ("show", "text"):
            for wrong in ("nt_AAAAAAAAAAAA", "Finch", "../../program", "nt_../../x", "nt_", "",
                          "nt_" + "A" * 300):
                said = place.refused(66, "notes", command, wrong, *here, says="no note",
                                     form="notes due")
                assert "Finch" not in said, said
            place.refused(64, "notes", command, *here, form="caseload notes")
        place.refused(64, "notes", "flurb", *here, form="caseload notes")
        place.refused(64, "notes", "verify", "extra", *here, form="caseload notes")
        assert sorted(place.files()) == before


def test_the_audit_log_tells_who_did_and_saw_what_and_no_names():
    with Place() as place:
        here = ["--data", place.kept_demo()]
        place.ok("attendance", "mark", "--group", "G03", "--client", "C06", "--status", "no-show",
                 "--counselor", "TB", *here)
        place.ok("client", "C06", "--counselor", "TB", *here)
        due = due_note(place, "C18", "ready", "no_show")
        place.ok("notes", "text", due["id"], "--counselor", "TB", *here)
        events = json.loads(place.ok("audit", "--json", "--counselor", "MQ", *here))["events"]
        told = [(e["user"], e["action"], e["mrn"]) for e in events]
        assert told == [("TB", "attendance_changed", "C06"), ("TB", "view_chart", "C06"),
                        ("TB", "view_note", "C18")], told
        assert events[0]["detail"] == "expected -> no_show", events
        assert [e["number"] for e in events] == [1, 2, 3]
        only = place.ok("audit", "--client", "c18", "--user", "tb", "--counselor", "MQ", *here)
        assert only.count("\n") == 1 and "view_note" in only, only
        nothing = place.ok("audit", "--day", "2026-03-10", "--counselor", "MQ", *here)
        assert nothing == "The audit log has nothing of that.\n", nothing
        for path in place.files():
            if "/audit/" in path:
                text = open(path, "rb").read()
                assert b"Finch" not in text and b"did not attend" not in text, text
        place.refused(77, "audit", "--counselor", "TB", *here, says="supervisors")
        place.refused(66, "audit", "--client", "C99", "--counselor", "MQ", *here, says="No client")
        place.refused(64, "audit", "--day", "soon", "--counselor", "MQ", *here, form="--day")
        place.refused(64, "audit", *here, says="Who reads the audit log? Give --counselor.",
                      form="--counselor with one of")
        assert "all is well" in place.ok("check", *here)


def test_a_changed_line_of_the_audit_log_is_found():
    with Place() as place:
        here = ["--data", place.kept_demo()]
        for code in ("C06", "C07"):
            place.ok("client", code, "--counselor", "TB", *here)
        log = next(path for path in place.files() if path.endswith(".log"))
        log = log if os.path.isabs(log) else os.path.join(here[1], log)
        text = open(log).read()
        open(log, "w").write(text.replace("view_chart", "view_notes", 1))
        said = place.run("check", *here)
        assert said.returncode == 1 and "audit log isn't whole" in said.stdout, said
        assert place.run("audit", "--counselor", "MQ", *here).returncode == 1


def test_a_log_that_commands_wrote_and_somebody_took_away_is_missed():
    with Place() as place:
        here = ["--data", place.kept_demo()]
        place.ok("client", "C06", "--counselor", "TB", *here)
        for path in place.files():
            if path.endswith(".log"):
                os.remove(path if os.path.isabs(path) else os.path.join(here[1], path))
        said = place.run("check", *here)
        assert said.returncode == 1 and "audit log isn't whole" in said.stdout, said


def test_bare_notes_prints_its_help():
    with Place() as place:
        said = place.ok("notes")
        for word in ("due", "show", "text", "verify", "Examples:"):
            assert word in said, said
        assert os.listdir(place.temporary) == []


def test_verify_counts_the_notes_and_the_charts_that_are_whole():
    with Place() as place:
        place.kept_demo()
        files = signed_files(place)
        charts = {os.path.dirname(path) for path in files}
        assert verify(place) == (
            0, f"{len(files)} notes in {len(charts)} charts: every chain is whole.\n")
        assert len(files) > 20 and "whole" in place.ok("--demo", "notes", "verify")


def overwrite(path, content):
    mode = stat.S_IMODE(os.stat(path).st_mode)
    os.chmod(path, 0o600)
    with open(path, "wb") as file:
        file.write(content)
    os.chmod(path, mode)


def test_verify_and_check_find_one_flipped_bit_of_a_signed_note():
    with Place() as place:
        place.kept_demo()
        files = signed_files(place)
        for path in (files[0], files[len(files) // 2], files[-1]):
            note, mrn = owner(path)
            with open(path, "rb") as file:
                before = file.read()
            for tag in (b"<key>text</key>", b"<key>hash</key>", b"<key>signature</key>"):
                at = before.index(b"<string>", before.index(tag)) + len(b"<string>")
                overwrite(path, before[:at] + bytes([before[at] ^ 1]) + before[at + 1:])
                status, said = verify(place)
                [line] = [line for line in said.splitlines() if f"{note} of {mrn} " in line]
                assert status == 1 and "can't be trusted" in line, said
                assert said.splitlines()[-1].split()[-1] in ("problem.", "problems."), said
                assert any(note in p["record"] for p in place.json_check()), note
                place.refused(65, "notes", "show", note, "--data", place.data,
                              says=f"{note} of {mrn} ")
            overwrite(path, before)
        assert verify(place)[0] == 0


def test_verify_finds_a_signed_note_that_was_taken_away():
    with Place() as place:
        place.kept_demo()
        charts = {}
        for path in signed_files(place):
            charts.setdefault(os.path.dirname(path), []).append(path)
        chart = max(charts.values(), key=len)
        for path in (chart[0], chart[len(chart) // 2], chart[-1]):
            note, mrn = owner(path)
            kept = os.path.join(place.home, "kept")
            os.rename(path, kept)
            status, said = verify(place)
            named = [line for line in said.splitlines() if note in line]
            assert status == 1 and named and all(mrn in line for line in named), said
            assert "taken away" in said, said
            assert place.json_check() != []
            os.rename(kept, path)
        assert verify(place)[0] == 0


# The demo's folder


def test_a_passing_demo_leaves_nothing_behind():
    with Place() as place:
        for arguments in (["day"], ["hours"], ["check"], ["notes", "due"], ["notes", "verify"],
                          [*MARK, "no-show"], [*MARK, "nothing"],
                          [*MARK, "no-show", "--counselor", "TB"]):
            place.run("--demo", *arguments)
            assert os.listdir(place.temporary) == [], arguments


def test_a_signal_ends_a_passing_demo_without_leaving_its_folder():
    with Place() as place:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            for turn in range(8):
                process = subprocess.Popen([PROGRAM, "--demo", "hours"], env=place.environment,
                                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                try:
                    process.wait(timeout=0.02 * turn)
                except subprocess.TimeoutExpired:
                    process.send_signal(number)
                process.communicate(timeout=60)
                assert process.returncode in (0, -number), process.returncode
                assert os.listdir(place.temporary) == [], number


def test_a_passing_demo_does_not_touch_the_data_folder():
    with Place() as place:
        place.own()
        found = place.json("--demo", "hours", env={"CASELOAD_DATA": place.data})
        assert len(found["clients"]) == 23


def test_a_kept_demo_goes_on_where_it_was_left():
    with Place() as place:
        place.kept_demo()
        place.mark("late", "--at", "10:55", "--now", "2026-03-11T11:20")
        assert place.json("hours", "--data", place.data)["asOf"] == "2026-03-11T11:20"
        assert place.json("hours", "--demo", "--data", place.data)["asOf"] == "2026-03-11T11:20"


def test_a_kept_demo_takes_only_new_empty_or_its_own_folders():
    with Place() as place:
        os.mkdir(place.data)
        place.ok("--demo", "--data", place.data, "day")
        place.ok("--demo", "--data", os.path.join(place.home, "deep", "er"), "day")
        foreign = os.path.join(place.home, "foreign")
        os.mkdir(foreign)
        with open(os.path.join(foreign, "letter.txt"), "w") as file:
            file.write("dear")
        place.refused(65, "--demo", "--data", foreign, "day")
        assert os.listdir(foreign) == ["letter.txt"]
        place.refused(65, "--demo", "--data", os.path.join(foreign, "letter.txt"), "day")
    with Place() as place:
        place.own()
        place.refused(65, "--demo", "--data", place.data, "day", says="pretend program")


def test_a_stay_is_ended_and_begun_again_by_the_rules_of_the_screen():
    with Place() as place:
        place.kept_demo()
        here = ["--data", place.data, "--counselor", "TB", "--now", "2026-03-11T10:55"]
        end = ["discharge", *here, "--client", "C09", "--reason", "dropped-out"]
        would = place.json(*end, "--dry-run")
        assert (would["places"], would["done"]) == (["G01", "G02", "G03", "G04"], False), would
        assert place.json("client", *here, "C09")["stage"] == "on_leave"
        ended = place.json(*end)
        assert ended == {**would, "done": True}, ended
        shown = place.json("client", *here, "C09")
        assert shown["stay"][-1]["date"] == "2026-03-11", shown
        begin = ["admit", *here, "--client", "C09", "--on", "2026-03-12", "--group", "G03"]
        assert "would be admitted" in place.ok(*begin, "--dry-run")
        assert place.json(*begin)["groups"] == ["G03"]
        place.refused(65, *begin, says="Already in the program")
        place.refused(65, "admit", *here, "--client", "C06", says="discharge comes first")
        place.refused(64, "discharge", *here, "--client", "C06", "--reason", "gone",
                      form="--reason with one of ")
        place.refused(66, "discharge", *here, "--client", "C77", "--reason", "other")
        events = place.json("audit", "--data", place.data, "--counselor", "MQ")["events"]
        assert [e["entity"] for e in events if e["action"] == "create"].count("episode") == 1, events
        assert "all is well" in place.ok("check", "--data", place.data)


def test_an_attempt_to_reach_a_client_is_kept():
    with Place() as place:
        place.kept_demo()
        here = ["--data", place.data, "--counselor", "TB", "--now", "2026-03-11T10:55"]
        record = ["outreach", "record", *here, "--client", "C22"]
        assert place.ok(*record, "--result", "no-answer") == "C22: called, no answer.\n"
        due = place.json("outreach", "due", *here)["outreach"]
        assert [o["step"] for o in due if o["mrn"] == "C22"] == ["attempt 2"], due
        place.ok(*record, "--result", "left-message", "--by", "letter", "--again", "fri")
        [step] = [o for o in place.json("outreach", "due", *here)["outreach"] if o["mrn"] == "C22"]
        assert (step["due"], step["byHand"]) == ("2026-03-13T12:00", True), step
        place.refused(64, *record, "--result", "gone", form="--result with one of ")
        place.refused(65, *record, "--result", "reached", "--by", "contact-person")
        place.ok(*record, "--result", "reached")
        assert not [o for o in place.json("outreach", "due", *here)["outreach"]
                    if o["mrn"] == "C22"]


def test_a_repeated_appointment_leaves_out_what_is_taken_only_where_that_is_said():
    with Place() as place:
        place.kept_demo()
        here = ["--data", place.data, "--counselor", "TB", "--now", "2026-03-11T10:55"]
        book = ["book", *here, "--client", "C06", "--date", "2026-03-13", "--at", "08:00"]
        assert "4 times" in place.ok(*book, "--every", "1", "--until", "2026-04-03")
        again = ["book", *here, "--client", "C07", "--date", "2026-03-20", "--at", "08:00",
                 "--every", "2", "--until", "2026-04-17"]
        place.refused(65, *again, says="can't be booked")
        assert place.ok(*again, "--leave-out") == "C07 is booked on Fri 17 Apr 2026 at 08:00.\n"
        week = place.ok("schedule", *here, "--week-of", "2026-04-13")
        assert "C07" in week.split("Fri 17 Apr")[1], week
        place.refused(64, *book, "--every", "1")
        week = place.ok("schedule", *here, "--week-of", "2026-03-30")
        assert "C06" in week, week


def main():
    passed = failed = 0
    wanted = sys.argv[1:]
    for name, test in list(globals().items()):
        if not name.startswith("test_") or (wanted and not any(w in name for w in wanted)):
            continue
        start = time.monotonic()
        try:
            test()
            passed += 1
        except Exception:
            failed += 1
            print("FAILED " + name[5:].replace("_", " "))
            traceback.print_exc(file=sys.stdout)
        else:
            if os.environ.get("VERBOSE"):
                print(f"{time.monotonic() - start:5.1f} s  {name[5:].replace('_', ' ')}")
    if Place.template:
        shutil.rmtree(os.path.dirname(Place.template))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
