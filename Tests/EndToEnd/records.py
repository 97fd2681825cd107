"""A program entered from the keyboard alone, and the same by the command line."""
import json
import shutil
import sys

from tmux_program import Terminal, folder, main, rows_on_disk, run

NOW = ("--now", "2026-03-11T08:55")


def fields(terminal, *texts):
    """Types into one field after the other; None goes past one as it is."""
    for text in texts:
        if text is not None:
            terminal.type(text)
        terminal.keys("Tab")


def set_up(terminal, data):
    """The walk of the README: from an empty program to two groups with twelve clients."""
    # What the first page asks is in sealed.py; here the files are to be read.
    made = run("init", "--plain", "--data", data, "--program", "Harbor IOP", "--time-zone",
               "America/New_York", "--counselor", "Tanya Brooks, LADC")
    assert made.returncode == 0, made.stderr
    terminal.start("--data", data, *NOW, ready="No groups yet")
    terminal.keys("g", "r", ".")
    terminal.wait_for("A week to begin with")
    terminal.keys("d")
    terminal.wait_for_saved("2 rooms and 2 groups added")
    terminal.wait_for("one by one")
    for number in range(1, 13):
        terminal.keys("a")
        terminal.wait_for("New client")
        fields(terminal, f"Person{number}", f"Sample{number}", "3/14/1988")
        if number == 1:
            terminal.keys("PageDown", "Space")
            terminal.wait_for("Choose a group")
            terminal.keys("Enter", "Space")
            terminal.wait_for("Choose a group")
            terminal.keys("Enter")
        terminal.keys("C-s")
        terminal.wait_for_saved("In G01, G02")


def test_an_empty_folder_becomes_a_program_with_its_first_group_marked():
    data = folder()
    shutil.rmtree(data)
    with Terminal() as terminal:
        set_up(terminal, data)
        terminal.wait_for("12 clients")
        terminal.keys("g", "d", "Enter", "Space")
        terminal.wait_for_saved("Present")
        rows = rows_on_disk(data, "2026-03-11", "G01")
        assert [r["status"] for r in rows].count("present") == 1, rows
        assert len(rows) == 12, rows
        terminal.keys("C-q")
        assert terminal.status() == 0
        checked = run("--data", data, "check")
        assert checked.returncode == 0, checked.stdout
        listed = json.loads(run("--data", data, *NOW, "clients", "--json").stdout)
        assert len(listed["clients"]) == 12, listed
        # A new start takes back what today was entered, down to nothing.
        terminal.start("--data", data, *NOW, ready="Groups")
        terminal.keys("g", "c")
        terminal.wait_for("12 clients")
        for _ in range(1 + 12 + 1):
            terminal.keys("u")
        terminal.wait_for("No clients yet")
        terminal.keys("C-q")
        assert terminal.status() == 0
        checked = run("--data", data, "check")
        assert checked.returncode == 0, checked.stdout
    shutil.rmtree(data)


def test_what_was_typed_in_a_form_waits_until_it_is_opened_again():
    data = folder()
    with Terminal(size=(60, 16)) as terminal:
        terminal.start("--demo", "--data", data)
        terminal.keys("g", "c", "a")
        terminal.wait_for("New client")
        terminal.type("Zora")
        terminal.keys("Escape")
        terminal.wait_for("is kept")
        terminal.keys("a")
        terminal.wait_for("Zora")
        terminal.keys("Escape")
        terminal.wait_for("is kept")
        terminal.keys("C-q")
        assert terminal.status() == 0
    shutil.rmtree(data)


def test_weeks_begin_on_another_weekday_and_those_before_stay():
    data = folder()
    shutil.rmtree(data)

    def hours(date):
        said = run("--data", data, "--now", "2026-03-11T10:52", "hours", "--week-of", date, "--json")
        assert said.returncode == 0, said.stderr
        return json.loads(said.stdout)

    with Terminal(size=(100, 30)) as terminal:
        terminal.start("--demo", "--data", data, "--now", "2026-03-11T10:52", "--counselor", "MQ")
        before = [hours("2026-03-04"), hours("2026-03-11")]
        terminal.keys("g", "s", "/")
        terminal.type("weekStart")
        terminal.keys("Enter", "Enter")
        terminal.wait_for("From")
        terminal.keys("Left", "Tab")
        terminal.type("2026-03-15")
        terminal.keys("C-s")
        terminal.wait_for("weekStart: monday -> sunday from 2026-03-15.")
        terminal.keys("g", "w")
        terminal.wait_for("Mon 9 – Sat 14 Mar 2026")
        terminal.keys("]")
        terminal.wait_for("Sun 15 – Sat 21 Mar 2026")
        # Nothing meets on Sunday: what was before is the same to the minute.
        after = [hours("2026-03-04"), hours("2026-03-11")]
        assert [week["clients"] for week in after] == [week["clients"] for week in before]
        assert hours("2026-03-15")["week"] == "2026-03-15"
        assert hours("2026-03-21")["week"] == "2026-03-15"
        terminal.keys("C-q")
        assert terminal.status() == 0
        terminal.start("--data", data, "--now", "2026-03-11T10:52", "--counselor", "MQ")
        terminal.keys("g", "w")
        terminal.wait_for("Mon 9 – Sat 14 Mar 2026")
        terminal.keys("g", "s")
        terminal.wait_for("Week begins on")
        terminal.keys("C-q")
        assert terminal.status() == 0
    checked = run("--data", data, "check")
    assert checked.returncode == 0, checked.stdout


def test_a_place_and_an_appointment_are_given_from_the_command_line():
    data = folder()
    here = ("--demo", "--data", data, "--counselor", "TB")
    groups = json.loads(run(*here, "groups", "--json").stdout)["groups"]
    assert len(groups) == 12, groups
    told = run(*here, "client", "C06")
    assert told.returncode == 0 and "\nlevel 2.1\n" in told.stdout, told
    assert "\nphone 555-0106 mobile, call, text\n" in told.stdout, told.stdout
    assert "\nalert court_mandated\n" in told.stdout, told.stdout
    alike = json.loads(run(*here, "client", "C01", "--json").stdout)
    assert alike["alerts"] == [{"kind": "name_alert", "with": "C12", "note": None}], alike
    times = json.loads(run(*here, "client", "C04", "--json").stdout)["constraints"]
    assert [t["weekday"] for t in times] == ["mon", "wed", "fri"], times
    booked = run(*here, "book", "--client", "C06", "--date", "2026-03-13")
    assert booked.returncode == 0 and "C06 is booked on" in booked.stdout, booked
    missing = run(*here, "enroll", "--client", "C77", "--group", "G01")
    assert missing.returncode == 66, missing
    twice = run(*here, "enroll", "--client", "C06", "--group", "G03")
    assert twice.returncode == 65 and "G03 already" in twice.stderr, twice
    checked = run("--data", data, "check")
    assert checked.returncode == 0, checked.stdout
    shutil.rmtree(data)


def test_what_is_known_of_a_stay_is_told_to_who_may_read_it():
    data = folder()
    here = ("--demo", "--data", data)
    told = run(*here, "client", "C06", "--counselor", "TB").stdout
    assert "\ndiagnosis F14.20 cocaine, moderate (" in told, told
    assert "\nmandate Example County drug court, report every 30 days\n" in told, told
    assert "\npayer medicaid Sample State Plan\n" in told and "\nreferral court" in told, told
    client = json.loads(run(*here, "client", "C06", "--json", "--counselor", "TB").stdout)
    assert client["diagnoses"][0]["severity"] == "moderate", client
    assert client["mandate_report_every_days"] == 30, client
    # Of somebody whom NP neither counsels nor leads; what may not be read isn't there at all.
    codes = ["C%02d" % number for number in range(1, 25)]
    hidden = [code for code in codes if "diagnosis" not in
              run(*here, "client", code, "--counselor", "NP").stdout]
    assert hidden, "NP reads everybody"
    client = json.loads(run(*here, "client", hidden[0], "--json", "--counselor", "NP").stdout)
    assert "diagnoses" not in client and "mandate" not in client and "payer" in client, client
    shutil.rmtree(data)


def test_a_week_is_printed_for_one_counselor_and_for_everyone():
    everyone = json.loads(run("--demo", "schedule", "--week-of", "2026-03-11", "--json").stdout)
    assert everyone["week"] == "2026-03-09", everyone["week"]
    own = json.loads(run("--demo", "--counselor", "TB", "schedule", "--json").stdout)
    assert 0 < len(own["items"]) < len(everyone["items"])
    times = [(i["date"], i["start"]) for i in own["items"]]
    assert times == sorted(times), times
    text = run("--demo", "schedule", "--counselor", "TB")
    assert text.returncode == 0 and "C11" in text.stdout and "Kasimir" not in text.stdout, text
    nobody = run("--demo", "schedule", "--counselor", "ZZ")
    assert nobody.returncode == 64, nobody


def test_a_repeated_appointment_and_a_discharge_are_taken_back_behind_a_restart():
    data = folder()
    here = ("--demo", "--data", data, "--counselor", "TB", "--now", "2026-03-11T10:55")

    def facts():
        client = json.loads(run(*here, "client", "C06", "--json").stdout)
        weeks = [json.loads(run(*here, "schedule", "--week-of", day, "--json").stdout)["items"]
                 for day in ("2026-03-16", "2026-03-23", "2026-03-30")]
        return client["stage"], client["stay"], weeks

    before = facts()
    # Nothing of it lies in the week that a start reads.
    booked = run(*here, "book", "--client", "C06", "--date", "2026-03-20", "--at", "08:00",
                 "--every", "1", "--until", "2026-04-03")
    assert "3 times" in booked.stdout, booked
    with_booking = facts()
    assert with_booking != before
    ended = run(*here, "discharge", "--client", "C06", "--reason", "dropped-out")
    assert ended.returncode == 0, ended
    assert facts() != with_booking
    with Terminal() as terminal:
        terminal.start(*here)
        terminal.keys("u")
        terminal.wait_for_saved("Undone: ")
        assert facts() == with_booking
        terminal.keys("u")
        terminal.wait_for_saved("3 times booked")
        assert facts() == before
        terminal.keys("C-q")
        assert terminal.status() == 0
    checked = run("--data", data, "check")
    assert checked.returncode == 0, checked.stdout
    shutil.rmtree(data)


def test_an_import_is_taken_back_whole_and_not_where_something_rests_on_it():
    data, files = folder(), folder()
    shutil.rmtree(data)
    made = run("init", "--plain", "--data", data, "--program", "Harbor IOP", "--time-zone",
               "America/New_York", "--counselor", "Tanya Brooks, LADC")
    assert made.returncode == 0, made.stderr
    tables = {
        "clients.csv": "mrn,legalFirst,legalLast,birthDate,admittedOn\n"
                       "C01,Ann,Bee,1990-01-02,2026-01-05\nC02,Cy,Dee,1991-02-03,2026-01-05\n",
        "groups.csv": "code,title,type,weekdays,start,end,from,lead\n"
                      "G01,Process,process,Mon Wed,09:00,10:30,2026-01-05,TB\n",
        "topics.csv": "group,topic\nG01,Grief\nG01,Anger\n",
        "enrollments.csv": "mrn,group,from\nC01,G01,2026-01-05\nC02,G01,2026-01-05\n",
    }
    for name, text in tables.items():
        with open(f"{files}/{name}", "w") as file:
            file.write(text)
    here = ("--data", data, *NOW)

    def clients():
        return len(json.loads(run(*here, "clients", "--json").stdout)["clients"])

    with Terminal() as terminal:
        terminal.start(*here, ready="No groups yet")
        terminal.keys(":")
        terminal.type("import")
        terminal.keys("Enter")
        terminal.wait_for("Import: shows first")
        terminal.type(files)
        terminal.keys("Enter")
        terminal.wait_for("Import all of this?")
        terminal.keys("i")
        terminal.wait_for("Imported: 2 clients, 2 admissions, 1 group")
        assert clients() == 2
        terminal.keys("u")
        terminal.wait_for("Taken back: 2 clients, 2 admissions, 1 group")
        assert clients() == 0
        terminal.keys("U")
        terminal.wait_for("Imported again: 2 clients")
        terminal.keys("Enter", "Space")
        terminal.wait_for_saved("Present")
        terminal.keys("C-q")
        assert terminal.status() == 0
    # Somebody was marked meanwhile.
    refused = run(*here, "import", "--undo")
    assert refused.returncode == 65 and "C01" in refused.stderr, refused
    assert clients() == 2
    with open(f"{files}/clients.csv", "w") as file:
        file.write("mrn,legalFirst,legalLast,birthDate\nC03,Eve,Fox,1992-03-04\n")
    more = run(*here, "import", f"{files}/clients.csv")
    assert more.returncode == 0 and clients() == 3, more
    # After a start, too, the newest is taken back, though nobody of it is on a roster.
    with Terminal() as terminal:
        terminal.start(*here)
        terminal.keys("u")
        terminal.wait_for("Taken back: 1 client")
        assert clients() == 2
        terminal.keys("U")
        terminal.wait_for("Imported again: 1 client")
        terminal.keys("C-q")
        assert terminal.status() == 0
    assert clients() == 3
    done = run(*here, "import", "--undo")
    assert done.returncode == 0 and "1 client" in done.stdout, done
    assert clients() == 2
    with Terminal() as terminal:
        terminal.start(*here)
        terminal.keys("u")
        terminal.wait_for_saved("Undone: ")
        terminal.keys("C-q")
        assert terminal.status() == 0
    done = run(*here, "import", "--undo")
    assert done.returncode == 0 and "2 clients" in done.stdout, done
    assert clients() == 0
    checked = run("--data", data, "check")
    assert checked.returncode == 0, checked.stdout
    shutil.rmtree(data)
    shutil.rmtree(files)


if __name__ == "__main__":
    main(sys.modules[__name__])
