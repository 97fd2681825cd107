"""A sealed program in a real terminal, and what lies on the disk of it."""
import csv
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys

from tmux_program import (PROGRAM, Terminal, fill, folder, main, pause, read_plist, run, small_disk,
                          wait_until)

PASSPHRASE = "seven quiet herons wading"
OTHERS = "four loud geese landing"
WEDNESDAY = "2026-03-11T10:52"
# What is typed into a note; its longer words stand nowhere by chance.
TYPED = "Zephyrine talked about her allotment and lisdexamfetamine."


def command(data, *arguments, lines=(PASSPHRASE,), code="MQ", status=0, env=None):
    """Runs a command on a sealed program, the passphrases on its standard input."""
    done = subprocess.run(
        [PROGRAM, *arguments, "--data", data, "--counselor", code, "--passphrase-stdin"],
        input="".join(line + "\n" for line in lines), capture_output=True, text=True, env=env)
    assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
    return done.stdout


def records(data, kind):
    place = os.path.join(data, kind)
    paths = [os.path.join(folder, name) for folder, _, names in os.walk(place) for name in names]
    return [r["record"] for r in map(read_plist, sorted(paths)) if r["kind"] == kind.rstrip("s")]


def table(place, name, rows):
    with open(os.path.join(place, name + ".csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def demo_tables(place):
    """The pretend program's people and groups as files for `import`, and every word of theirs.

    Codes and names are made so long that none of them stands in random letters by chance.
    """
    demo = os.path.join(place, "demo")
    assert run("--demo", "--data", demo, "day").returncode == 0
    staff = {s["id"]: s for s in records(demo, "staff")}
    clients = {c["id"]: c for c in records(demo, "clients")}
    groups = records(demo, "groups")
    tables = os.path.join(place, "tables")
    os.mkdir(tables)

    def long(name):
        return name + "ington"

    def code(of):
        return "MRNX-" + of["mrn"]
    table(tables, "staff", [
        {"code": s["code"], "name": long(s["name"]), "role": s["role"],
         "supervisor": staff[s["supervisorID"]]["code"] if "supervisorID" in s else ""}
        for s in staff.values() if s["code"] != "MQ"])
    table(tables, "clients", [
        {"mrn": code(c), "legalFirst": long(c["legalFirst"]), "legalLast": long(c["legalLast"]),
         "birthDate": c["birthDate"], "admittedOn": "2026-01-05", "level": "2.1", "counselor": "TB"}
        for c in clients.values()])
    table(tables, "groups", [
        {"code": g["code"], "title": g["title"], "type": g["type"],
         "weekdays": " ".join(d.capitalize() for d in g["weekdays"]), "start": g["start"],
         "end": g["end"], "from": g["effectiveFrom"], "lead": staff[g["leadID"]]["code"]}
        for g in groups])
    table(tables, "enrollments", [
        {"mrn": code(clients[e["clientID"]]), "group": g["code"], "from": max(e["from"], "2026-01-05")}
        for g in groups for e in g.get("enrollments", []) if e.get("to", "2027") > "2026-03-11"])
    words = {long(c[part]) for c in clients.values() for part in ("legalFirst", "legalLast")}
    words |= {code(c) for c in clients.values()} | {long(s["name"]) for s in staff.values()}
    words |= {g["title"] for g in groups} | {"MRNX-", "Quimblebee", "Larkspur House"}
    return tables, words


def sealed_demo():
    """A sealed program with the pretend program's people; its folder, and the words to look for."""
    place = folder()
    data = os.path.join(place, "data")
    tables, words = demo_tables(place)
    made = command(data, "init", "--program", "Larkspur House", "--time-zone",
                   "America/New_York", code="Mo Quimblebee, LADC")
    assert "Recovery key: " in made
    command(data, "import", tables)
    command(data, "access", "add", "TB", lines=[PASSPHRASE, OTHERS])
    return place, data, words


def try_passphrase(terminal, passphrase, ready="Attendance"):
    """Types a passphrase and waits for the answer: whether it opens."""
    terminal.type(passphrase)
    terminal.wait_for("***")
    terminal.keys("Enter")

    def answered():
        shown = terminal.screen()
        return "***" not in shown and ("Passphrase" in shown or ready in shown)
    wait_until(answered, lambda: "the answer:\n" + terminal.screen())
    return "Passphrase" not in terminal.screen()


def log_in(terminal, passphrase, ready="Attendance"):
    """Types it until it is tried: after a wrong one there is a wait."""
    wait_until(lambda: try_passphrase(terminal, passphrase, ready), terminal.screen)


def start(terminal, data, *more):
    return terminal.start("--data", data, "--counselor", "MQ", "--now", WEDNESDAY, *more,
                          ready="Log in to open it")


def assert_nothing_shown(terminal, words, but=""):
    """Neither on the screen, nor above it, nor in the title or the arguments."""
    shown = terminal.tmux("capture-pane", "-p", "-S", "-")
    shown += terminal.tmux("display", "-p", "#{pane_title} #{window_name}")
    shown += subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
    for word in words - {but}:
        assert word not in shown, (word, shown)


def assert_nothing_in_clear(what, words, *places):
    """Neither in files nor in names of files; how many files were looked at."""
    looked = 0
    for place in places:
        for where, folders, names in os.walk(place):
            for name in folders + names:
                path = os.path.join(where, name)
                content = path[len(place):].encode()
                if name in names and os.path.isfile(path) and not os.path.islink(path):
                    with open(path, "rb") as file:
                        content += file.read()
                    looked += 1
                for word in words:
                    assert word.encode() not in content, (what, word, path)
    return looked


def roster(terminal):
    """The rows of the open group: cursor, number, name, status."""
    lines = [line[1:40] for line in terminal.screen().splitlines()]
    return [line for line in lines if re.match(r"[> ]+\d+ [A-Z]", line)]


def test_a_sealed_program_is_made_and_opened_with_the_right_passphrase_alone():
    data = folder()
    with Terminal() as terminal:
        terminal.shell(f"{PROGRAM} init --data {data} --program Harbor --time-zone UTC "
                       "--counselor 'Abel Baker'; clear; echo STATUS $?")
        terminal.wait_for("Passphrase of AB")
        terminal.type(PASSPHRASE)
        terminal.keys("Enter")
        terminal.wait_for("Once more")
        terminal.type(PASSPHRASE)
        terminal.keys("Enter")
        terminal.wait_for("From your paper")
        lines = terminal.screen().splitlines()
        assert PASSPHRASE not in terminal.screen()
        key = [line for line in lines if re.fullmatch(r"\s+(\w{4}-){7}\w{4}", line)][0]
        groups = key.strip().split("-")
        asked = [line for line in lines if line.startswith("From your paper")][0]
        group = groups[int(asked.split("group ")[1].split()[0]) - 1]
        terminal.type(group)
        terminal.wait_for("of 8: " + group)
        terminal.keys("Enter")
        assert terminal.status() == 0
        terminal.shell("clear")
        terminal.start("--data", data, "--counselor", "AB", ready="Log in to open it")
        assert "Harbor" not in terminal.screen()
        terminal.type("seven quiet")
        terminal.keys("Enter")
        terminal.wait_for("Wait 1 s")
        log_in(terminal, PASSPHRASE)
        terminal.keys("C-l")
        terminal.wait_for("Locked.")
        assert "Attendance" not in terminal.screen()
        log_in(terminal, PASSPHRASE)
        terminal.keys("C-q")
        assert terminal.status() == 0
    lines = json.loads(command(data, "audit", "--json", code="AB"))["events"]
    told = [(line["action"], line["user"]) for line in lines]
    assert told[:2] == [("login_failed", None), ("login", "AB")], told
    assert [action for action, _ in told[2:]] == ["auto_lock", "unlock", "logout"], told
    shutil.rmtree(data)


def test_an_own_program_is_sealed_from_the_first_screen():
    place = folder()
    data, log = os.path.join(place, "own"), os.path.join(place, "log")
    with Terminal() as terminal:
        terminal.start("--data", data, "--log", log, ready="pretend")
        terminal.keys("s")
        for text in ("Willow House", "America/Chicago", "Robin Fable, LCADC"):
            terminal.type(text)
            terminal.keys("Enter")
        terminal.wait_for("nobody can open them")
        for text in (PASSPHRASE, "seven quiet herons wade"):
            terminal.type(text)
            terminal.wait_for("***")
            terminal.keys("Enter")
        terminal.wait_for("That isn't the same as above")
        assert "herons" not in terminal.screen() and not os.path.exists(data)
        terminal.keys("C-u")
        terminal.type(PASSPHRASE)
        terminal.keys("Enter")
        terminal.wait_for("From your paper")
        [key] = [line.split() for line in terminal.screen().splitlines()
                 if re.match(r" *([0-9A-Z]{4} ){7}[0-9A-Z]{4}$", line.rstrip())]
        asked = int(re.search(r"group (\d) of 8", terminal.screen())[1])
        terminal.type("WXYZ")
        terminal.keys("Enter")
        terminal.wait_for("That isn't what stands there")
        terminal.type(key[asked - 1].lower())
        terminal.keys("Enter")
        terminal.wait_for("A week to begin with")
        terminal.keys("n")
        terminal.wait_for("one by one")
        terminal.keys("n", "g", "d")
        terminal.wait_for("Attendance")
        terminal.keys("C-l")
        terminal.wait_for("Locked.")
        log_in(terminal, PASSPHRASE)
        terminal.keys("C-q")
        assert terminal.status() == 0
    assert b"Willow" not in open(os.path.join(data, "program.plist"), "rb").read()
    assert "Willow House" in command(data, "show", "program.plist", code="RF")
    command(data, "check", code="RF")
    recovered = command(data, "access", "recover", lines=["-".join(key), OTHERS], code="RF")
    assert "RF" in recovered
    command(data, "day", code="RF", status=77)
    command(data, "day", code="RF", lines=[OTHERS])
    # What was typed isn't in the log, letter by letter either.
    with open(log, encoding="utf-8") as file:
        lines = file.read()
    typed = "".join(re.findall(r"key (.) in", lines))
    assert "(typed)" in lines and "heron" not in typed and "Robin" not in typed, typed
    shutil.rmtree(place)


def test_the_lock_hides_every_cell_and_gives_the_same_place_back():
    place, data, words = sealed_demo()
    with Terminal((100, 30)) as terminal:
        start(terminal, data)
        log_in(terminal, PASSPHRASE)
        terminal.keys("Enter", "3")
        terminal.wait_for("> 3")
        before = roster(terminal)
        assert len(before) == 12
        terminal.keys("C-l")
        terminal.wait_for("Locked.")
        rows = [line.strip() for line in terminal.screen().splitlines() if line.strip()]
        assert len(rows) == 5 and rows[0] == "Caseload", rows
        assert [r.split()[0] for r in rows] == ["Caseload", "Locked.", "Code", "Passphrase", "Enter"]
        assert_nothing_shown(terminal, words)
        # Keys that would act behind it, and a paste, don't get there.
        terminal.keys("n", "A", "Escape")
        terminal.tmux("set-buffer", "nnn")
        terminal.tmux("paste-buffer", "-p")
        terminal.keys("Escape")
        log_in(terminal, PASSPHRASE, ready="> 3")
        assert roster(terminal) == before, terminal.screen()
        terminal.keys("C-q")
        assert terminal.status() == 0
    shutil.rmtree(place)


def test_the_first_screen_offers_the_code_of_who_was_here_last():
    place, data, words = sealed_demo()
    plain = ("--data", data, "--now", WEDNESDAY)
    with Terminal() as terminal:
        terminal.start(*plain, ready="Log in to open it")
        assert "MQ" not in terminal.screen() and "TB" not in terminal.screen()
        terminal.type("mq")
        terminal.keys("Enter")
        log_in(terminal, PASSPHRASE)
        terminal.keys("C-q")
        assert terminal.status() == 0
        terminal.shell("clear")
        terminal.start(*plain, ready="Log in to open it")
        assert re.search(r"Code +MQ\n", terminal.screen()), terminal.screen()
        assert_nothing_shown(terminal, words)
        log_in(terminal, PASSPHRASE)
        terminal.keys("C-q")
        assert terminal.status() == 0
        # Another one types over it, and is offered next.
        terminal.shell("clear")
        terminal.start(*plain, ready="Log in to open it")
        terminal.keys("Tab")
        terminal.type("TB")
        terminal.wait_for("Code        TB")
        terminal.keys("Enter")
        log_in(terminal, OTHERS)
        terminal.keys("C-q")
        assert terminal.status() == 0
        terminal.shell("clear")
        terminal.start(*plain, ready="Log in to open it")
        assert re.search(r"Code +TB\n", terminal.screen()), terminal.screen()
        terminal.keys("C-q")
        assert terminal.status() == 0
    shutil.rmtree(place)


def test_logging_off_keeps_the_draft_that_is_being_typed_for_its_owner():
    place, data, words = sealed_demo()
    with Terminal((100, 30)) as terminal:
        start(terminal, data)
        log_in(terminal, PASSPHRASE)
        terminal.keys("Enter", "1", "Space", "1", "E")
        terminal.wait_for("kept as you type")
        terminal.type(TYPED)
        terminal.keys("C-l")
        terminal.wait_for("Locked.")
        assert_nothing_shown(terminal, words | {"allotment"})
        terminal.keys("Tab")
        terminal.wait_for("Log in to open it")
        assert_nothing_shown(terminal, words | {"allotment"})
        terminal.type("TB")
        terminal.keys("Enter")
        log_in(terminal, OTHERS)
        terminal.keys("C-l")
        terminal.wait_for("Locked.")
        # The passphrase of somebody else doesn't open what one left.
        assert not try_passphrase(terminal, PASSPHRASE)
        terminal.keys("Tab")
        terminal.wait_for("Log in to open it")
        terminal.type("MQ")
        terminal.keys("Enter")
        log_in(terminal, PASSPHRASE, ready="allotment")
        terminal.keys("Escape")
        terminal.wait_for("Draft kept.")
        terminal.keys("C-q")
        assert terminal.status() == 0
        assert_nothing_shown(terminal, words | {"allotment"})
    command(data, "check")
    lines = json.loads(command(data, "audit", "--json"))["events"]
    told = [(line["user"], line["detail"].split()[-1])
            for line in lines if line["entity"] == "draft"]
    assert told == [("MQ", "begun"), ("MQ", "open"), ("MQ", "left")], told
    shutil.rmtree(place)


def test_who_is_taken_out_is_logged_off_and_what_they_typed_is_kept():
    place, data, words = sealed_demo()
    with Terminal((100, 30)) as terminal:
        start(terminal, data)
        terminal.keys("Tab", "C-u")
        terminal.type("TB")
        terminal.keys("Enter")
        log_in(terminal, OTHERS)
        terminal.keys("Enter", "1", "Space", "1", "E")
        terminal.wait_for("kept as you type")
        terminal.type(TYPED)
        terminal.wait_for("allotment")
        command(data, "access", "remove", "TB")
        terminal.wait_for("Your way into this program was taken away")
        assert "Log in to open it" in terminal.screen(), terminal.screen()
        assert_nothing_shown(terminal, words | {"allotment"})
        assert "sealed under a new key" in command(data, "access", "renew")
        command(data, "check")
        command(data, "access", "add", "TB", lines=[PASSPHRASE, OTHERS])
        terminal.keys("C-u")
        terminal.type("TB")
        terminal.keys("Enter")
        log_in(terminal, OTHERS, ready="allotment")
        terminal.keys("Escape")
        terminal.wait_for("Draft kept.")
        terminal.keys("C-q")
        assert terminal.status() == 0
    command(data, "check")
    shutil.rmtree(place)


def test_a_text_that_a_full_disk_refused_at_the_end_goes_on_at_the_next_log_in():
    with small_disk() as disk:
        if disk is None:
            return
        place, made, words = sealed_demo()
        data = os.path.join(disk, "data")
        shutil.move(made, data)
        with Terminal((100, 30)) as terminal:
            process = start(terminal, data)
            log_in(terminal, PASSPHRASE)
            terminal.keys("Enter", "1", "Space", "1", "E")
            terminal.wait_for("kept as you type")
            terminal.type("Before it was full. ")
            terminal.wait_for("saved 10:5")
            filler = os.path.join(disk, "filler")
            fill(filler)
            terminal.type(TYPED + " " + "zq" * 2000)
            terminal.wait_for("NOT SAVED")
            os.kill(process, signal.SIGTERM)
            assert terminal.status() == 74
            said = " ".join(terminal.screen().split())
            assert "kept sealed in" in said and "the note of MRNX-C01" in said, said
            state = os.path.join(terminal.home, ".local")
            assert assert_nothing_in_clear("beside a full disk", words | {"allotment"}, state) == 1
            os.remove(filler)
            terminal.shell("clear")
            terminal.wait_for("STATUS", absent=True)
            start(terminal, data)
            log_in(terminal, PASSPHRASE, ready="zqzq")
            terminal.keys("C-Home")
            terminal.wait_for("Before it was full. Zephyrine talked")
            terminal.keys("Escape")
            terminal.wait_for("Draft kept.")
            terminal.keys("C-q")
            assert terminal.status() == 0
            assert assert_nothing_in_clear("afterwards", words | {"allotment"}, state) == 0
        command(data, "check")
        shutil.rmtree(place)


def key_names(data):
    """How many files lie under each key, as far as files tell."""
    counts = {}
    for place, _, names in os.walk(data):
        for name in names:
            # Cut off by a kill; a later start takes it away.
            if name.startswith(".") and name.endswith(".tmp"):
                continue
            with open(os.path.join(place, name), "rb") as file:
                content = file.read()
            found = re.search(rb"<key>key</key>\s*<string>([^<]*)</string>", content)
            if found:
                counts[found[1]] = counts.get(found[1], 0) + 1
    return counts


def plists(data):
    return [os.path.join(place, name) for place, _, names in os.walk(data)
            for name in names if name.endswith(".plist")]


def test_a_renewal_of_the_key_is_killed_anywhere_and_taken_up_again():
    place, data, words = sealed_demo()
    [old] = key_names(data)
    before = command(data, "day", "--date", "2026-03-11")
    assert "Aster" in before
    seed = random.randrange(10 ** 6)
    chance = random.Random(seed)
    halfway = 0
    for turn in range(60):
        files = {path: os.stat(path).st_ino for path in plists(data)}
        wanted = chance.randrange(2, len(files) // 2)
        process = subprocess.Popen(
            [PROGRAM, "access", "renew", "--data", data, "--counselor", "MQ", "--passphrase-stdin"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process.stdin.write(PASSPHRASE.encode() + b"\n")
        process.stdin.close()
        # Once it has written so many; without a pause, since all of it takes moments.
        while process.poll() is None:
            if sum(os.stat(path).st_ino != inode for path, inode in files.items()) >= wanted:
                process.send_signal(signal.SIGKILL)
                break
        process.wait()
        counts = key_names(data)
        if len(counts) > 1:
            halfway += 1
            assert_nothing_in_clear("after a kill", words, data)
            assert command(data, "day", "--date", "2026-03-11") == before, (seed, turn)
        elif old not in counts:
            [old] = counts
        if halfway == 2:
            break
    assert halfway, ("never killed halfway", seed)
    assert "sealed under a new key" in command(data, "access", "renew")
    assert len(key_names(data)) == 1 and old not in key_names(data), (key_names(data), seed)
    assert command(data, "day", "--date", "2026-03-11") == before
    # What a kill left of a file goes at a later start, once it is a minute old.
    done = subprocess.run([PROGRAM, "check", "--json", "--data", data, "--counselor", "MQ",
                           "--passphrase-stdin"], input=PASSPHRASE + "\n", capture_output=True,
                          text=True)
    kinds = {problem["kind"] for problem in json.loads(done.stdout)["problems"]}
    assert kinds <= {"leftover"}, done.stdout
    shutil.rmtree(place)


def test_nothing_of_a_program_in_use_lies_on_disk_in_clear():
    place, data, words = sealed_demo()
    words |= {"allotment", "Zephyrine", "lisdexamfetamine", "2026-03-11", PASSPHRASE, OTHERS}
    temporary = os.path.join(place, "tmp")
    os.mkdir(temporary)

    def search(what):
        return assert_nothing_in_clear(what, words, data, temporary, terminal.home)

    with Terminal((100, 30), env={"TMPDIR": temporary}) as terminal:
        log = os.path.join(place, "log")
        process = start(terminal, data, "--log", log)
        log_in(terminal, PASSPHRASE)
        terminal.keys("Enter", "1", "Space", "2", "n", "1", "E")
        terminal.wait_for("kept as you type")
        terminal.type(TYPED)
        terminal.wait_for("saved 10:5")
        assert search("while it is typed") > 60
        os.kill(process, signal.SIGKILL)
        terminal.wait_for("STATUS 137")
        search("after a kill")
        with open(log, encoding="utf-8") as file:
            typed = "".join(re.findall(r"key (\S+) in", file.read()))
        assert "allotment" not in typed and "herons" not in typed, typed
        command(data, "backup", os.path.join(place, "archive.tar.gz"))
        env = {**os.environ, "TMPDIR": temporary}
        command(data, "access", "renew", env=env)
        search("after a renewal")
        subprocess.run(["tar", "-xzf", os.path.join(place, "archive.tar.gz"), "-C", temporary],
                       check=True)
        assert search("in the backup") > 120
    shutil.rmtree(place)


if __name__ == "__main__":
    main(sys.modules[__name__])
