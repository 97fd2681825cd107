"""The full-screen program in a real terminal: marks, kills, sizes, signals, odd terminals."""
import json
import os
import shutil
import signal
import subprocess
import sys

from tmux_program import (PROGRAM, Terminal, fill, folder, main, read_plist, rows_on_disk, run,
                          small_disk, wait_until)


def test_two_keys_lead_to_a_first_mark_that_is_on_disk():
    data = folder()
    with Terminal() as terminal:
        terminal.start("--demo", "--data", data)
        terminal.keys("Enter", "n")
        terminal.wait_for_saved("Finch I. -> No-show")
        rows = rows_on_disk(data, "2026-03-11", "G03")
        assert [r["status"] for r in rows].count("no_show") == 1
        assert "expected" not in [r["status"] for r in rows]
    shutil.rmtree(data)


def test_twelve_people_in_eight_keys():
    data = folder()
    with Terminal() as terminal:
        terminal.start("--demo", "--data", data, "--now", "2026-03-18T09:05", "--counselor", "MQ")
        terminal.keys("Enter")
        terminal.keys("A", "2", "t", "5", "x", "Enter", "9", "n")
        terminal.wait_for_saved("Ivo P. -> No-show")
        statuses = [r["status"] for r in rows_on_disk(data, "2026-03-18", "G01")]
        assert len(statuses) == 12, statuses
        assert statuses.count("present") == 9, statuses
        assert (statuses[1], statuses[4], statuses[8]) == ("late", "excused", "no_show"), statuses
    shutil.rmtree(data)


def test_an_own_key_acts_and_the_screen_tells_it():
    data = folder()
    with Terminal() as terminal:
        config = os.path.join(terminal.home, ".config", "caseload")
        os.makedirs(config)
        with open(os.path.join(config, "keys.plist"), "w", encoding="utf-8") as file:
            file.write("<plist><dict><key>attendance</key><dict>\n"
                       "<key>no-show</key><string>N</string>\n"
                       "<key>late</key><string>v</string>\n"
                       "</dict></dict></plist>\n")
        terminal.start("--demo", "--data", data)
        terminal.wait_for("keys.plist: a line isn't used (caseload keys --check).")
        terminal.keys("Enter")
        terminal.wait_for("N no-show")
        terminal.keys("n")
        terminal.wait_for('n is "no-show" in Individual; Tab goes there.')
        terminal.keys("N")
        terminal.wait_for_saved("Finch I. -> No-show")
        terminal.keys(":")
        terminal.type("last messages")
        terminal.keys("Enter")
        terminal.wait_for("line 3: v already means video in Attendance; late")
        terminal.keys("C-q")
        assert terminal.status() == 0
    shutil.rmtree(data)


def test_what_the_screen_calls_saved_survives_kill_9():
    data = folder()
    with Terminal() as terminal:
        process = terminal.start("--demo", "--data", data)
        for turn in range(6):
            terminal.keys("Enter")
            mark, word = [("n", "No-show"), ("p", "Present")][turn % 2]
            terminal.keys("6", mark)
            terminal.wait_for_saved(f"Finch I. -> {word}")
            os.kill(process, signal.SIGKILL)
            terminal.wait_for("STATUS 137")
            terminal.shell("reset; clear")
            terminal.wait_for("STATUS", absent=True)
            rows = rows_on_disk(data, "2026-03-11", "G03")
            stored = {"No-show": "no_show", "Present": "present"}[word]
            assert stored in [r["status"] for r in rows]
            process = terminal.start("--demo", "--data", data)
        terminal.keys("C-q")
        assert terminal.status() == 0
    assert run("check", "--data", data).returncode == 0
    shutil.rmtree(data)


def test_no_name_stays_in_the_scrollback_without_another_screen():
    data = folder()
    for term in ["linux", "vt100", "tmux-256color"]:
        with Terminal(term=term) as terminal:
            terminal.tmux("set", "-g", "alternate-screen", "off")
            terminal.start("--demo", "--data", data)
            terminal.keys("Enter", "g", "w", "F5")
            for key in ["F12", "C-l"]:
                terminal.wait_for("on track")
                terminal.keys(key)
                terminal.wait_for("Week", absent=True)
                terminal.keys("Enter")
            terminal.wait_for("on track")
            if term != "tmux-256color":
                for size in [(80, 20), (70, 24), (100, 30), (80, 24)]:
                    terminal.resize(*size)
                    terminal.wait_for("Week")
            terminal.keys("C-q")
            assert terminal.status() == 0
            kept = terminal.tmux("capture-pane", "-p", "-S", "-")
            assert "Finch" not in kept and "Aster" not in kept, term + "\n" + kept
    shutil.rmtree(data)


def test_a_moved_appointment_is_taken_back_after_a_restart():
    data = folder()
    with Terminal() as terminal:
        process = terminal.start("--demo", "--data", data)
        terminal.keys("Tab", "x", "3")
        terminal.wait_for("New time of Kasimir D.")
        terminal.type("+4w")
        terminal.keys("Enter")
        terminal.wait_for_saved("Kasimir D. -> moved to Wed 8 Apr 14:00")
        os.kill(process, signal.SIGKILL)
        terminal.wait_for("STATUS 137")
        terminal.shell("reset; clear")
        terminal.wait_for("STATUS", absent=True)
        assert run("check", "--data", data).returncode == 0
        terminal.start("--demo", "--data", data)
        terminal.keys("u")
        terminal.wait_for_saved("Undone: Kasimir D. -> moved to Wed 8 Apr 14:00")
        terminal.keys("C-q")
        assert terminal.status() == 0
    assert run("check", "--data", data).returncode == 0
    for date, count in (("2026-03-11", 1), ("2026-04-08", 0)):
        found = json.loads(run("day", "--date", date, "--data", data, "--json").stdout)
        times = [a["mrn"] for a in found["appointments"] if a["status"] == "booked"]
        assert times.count("C11") == count, (date, found["appointments"])
    shutil.rmtree(data)


def test_leaving_gives_the_terminal_back_without_names():
    with Terminal() as terminal:
        before = terminal.modes()
        terminal.start("--demo")
        terminal.keys("Enter")
        terminal.wait_for("Finch I.")
        terminal.keys("C-q")
        assert terminal.status() == 0
        screen = terminal.screen()
        assert "Finch" not in screen and "Cedar" not in screen, screen
        assert terminal.modes() == before


def test_signals_save_and_give_the_terminal_back():
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        with Terminal() as terminal:
            before = terminal.modes()
            process = terminal.start("--demo")
            os.kill(process, number)
            assert terminal.status() == 128 + number
            assert "Finch" not in terminal.screen()
            assert terminal.modes() == before


def test_a_crash_gives_the_terminal_back_and_speaks_no_backtrace():
    with Terminal() as terminal:
        before = terminal.modes()
        process = terminal.start("--demo")
        os.kill(process, signal.SIGILL)
        assert terminal.status() == 128 + signal.SIGILL
        screen = terminal.screen()
        assert "Press space" not in screen and "Finch" not in screen, screen
        assert terminal.modes() == before


def test_closing_the_terminal_ends_the_program():
    terminal = Terminal()
    process = terminal.start("--demo")
    terminal.__exit__()
    def gone():
        try:
            with open(f"/proc/{process}/stat") as file:
                return file.read().split()[2] == "Z"
        except FileNotFoundError:
            return True
    wait_until(gone, "the program's end")


def test_any_size_and_back_keeps_the_place():
    with Terminal() as terminal:
        terminal.start("--demo")
        terminal.keys("Enter", "3")
        sizes = [(1, 1), (200, 60), (10, 3), (59, 16), (60, 15), (60, 16), (161, 51), (2, 40)]
        for columns, rows in sizes * 3:
            terminal.resize(columns, rows)
        terminal.resize(59, 16)
        terminal.wait_for("Please make it at least 60x16")
        terminal.resize(80, 24)
        terminal.wait_for("> 3")
        terminal.keys("C-q")
        assert terminal.status() == 0


def test_terminals_that_cant_do_it_get_a_sentence():
    with Terminal(term="dumb") as terminal:
        terminal.shell(PROGRAM + " --demo; echo STATUS $?")
        assert terminal.status() == 69
        terminal.wait_for("TERM")
    done = run("--demo")
    assert done.returncode == 69 and "terminal" in done.stderr and done.stdout == "", done


def test_an_unknown_terminal_falls_back_and_says_so():
    with Terminal(term="xterm-kitty-unheard-of") as terminal:
        terminal.start("--demo")
        terminal.wait_for("doesn't know the terminal")
        terminal.keys("C-q")
        assert terminal.status() == 0


def test_a_locale_of_plain_c_shows_readable_ascii():
    with Terminal(env={"LANG": "C", "LC_ALL": "C"}) as terminal:
        terminal.start("--demo")
        screen = terminal.wait_for("Attendance") and terminal.screen()
        assert "~V" not in screen
        terminal.keys("C-q")
        assert terminal.status() == 0


def test_a_damaged_file_is_named_and_left_alone():
    data = folder()
    assert run("--demo", "--data", data, "day").returncode == 0
    day = os.path.join(data, "days", "2026-03-11")
    broken = None
    for name in sorted(os.listdir(day)):
        path = os.path.join(day, name)
        if read_plist(path)["kind"] == "group-session":
            broken = path
            break
    with open(broken, "r+b") as file:
        file.seek(700)
        file.write(b"#")
    with open(broken, "rb") as file:
        before = file.read()
    with Terminal() as terminal:
        terminal.start("--demo", "--data", data)
        terminal.wait_for(os.path.basename(broken)[:12])
        terminal.keys("C-q")
        assert terminal.status() == 0
    with open(broken, "rb") as file:
        assert file.read() == before
    assert run("check", "--data", data).returncode == 1
    shutil.rmtree(data)


def test_a_full_disk_is_said_and_leaving_asks():
    with small_disk() as data:
        if data is None:
            return
        inside = os.path.join(data, "program")
        with Terminal() as terminal:
            terminal.start("--demo", "--data", inside)
            filler = os.path.join(data, "filler")
            fill(filler)
            terminal.keys("Enter", "n")
            terminal.wait_for("NOT SAVED")
            terminal.keys("C-q")
            terminal.wait_for("Stay")
            terminal.keys("Escape")
            # Right behind it F5 would be another key.
            terminal.wait_for("[> Stay]", absent=True)
            os.remove(filler)
            terminal.keys("F5")
            terminal.wait_for("Nothing was lost")
            terminal.keys("C-q")
            assert terminal.status() == 0
        assert "no_show" in [r["status"] for r in rows_on_disk(inside, "2026-03-11", "G03")]


def test_a_first_start_offers_the_pretend_program():
    data = folder()
    with Terminal() as terminal:
        terminal.start("--data", os.path.join(data, "none"), ready="pretend")
        terminal.keys("Enter")
        terminal.wait_for("DEMO")
        terminal.keys("C-q")
        assert terminal.status() == 0
    assert os.listdir(data) == []
    shutil.rmtree(data)


def test_a_note_that_was_being_typed_opens_by_itself_after_kill_9():
    data = folder()
    with Terminal() as terminal:
        process = terminal.start("--demo", "--data", data)
        terminal.keys("Enter", "1", "E")
        terminal.wait_for("Nothing is final until you sign")
        terminal.type("npx spoke about a walk by the harbor")
        terminal.wait_for("walk by the harbor")
        terminal.wait_for("DRAFT | saved 10:5")
        os.kill(process, signal.SIGKILL)
        terminal.wait_for("STATUS 137")
        terminal.shell("reset; clear")
        terminal.wait_for("STATUS", absent=True)
        terminal.start("--demo", "--data", data, ready="Recovered what you typed")
        terminal.wait_for("npx spoke about a walk by the harbor")
        terminal.keys("Escape")
        terminal.wait_for("Draft kept")
        terminal.keys("C-q")
        assert terminal.status() == 0
    rows = rows_on_disk(data, "2026-03-11", "G03")
    assert "no_show" not in [r["status"] for r in rows], "typed letters became marks"
    assert run("check", "--data", data).returncode == 0
    shutil.rmtree(data)


def test_a_form_that_was_being_typed_is_back_after_kill_9():
    data = folder()
    forms = os.path.join(data, "settings", "forms")

    def kept():
        names = [n for n in os.listdir(forms) if n[0] != "."] if os.path.isdir(forms) else []
        texts = []
        for name in names:
            with open(os.path.join(forms, name)) as file:
                texts.append(file.read())
        return "".join(texts)

    with Terminal() as terminal:
        process = terminal.start("--demo", "--data", data)
        terminal.keys("g", "c", "a")
        terminal.wait_for("New client")
        terminal.type("Quillon")
        terminal.keys("Enter")
        terminal.type("Tarrow")
        wait_until(lambda: "Tarrow" in kept(), "what is typed isn't on disk")
        os.kill(process, signal.SIGKILL)
        terminal.wait_for("STATUS 137")
        terminal.shell("reset; clear")
        terminal.wait_for("STATUS", absent=True)
        terminal.start("--demo", "--data", data, ready="Not done yet: a new client")
        terminal.keys("g", "c", "a")
        terminal.wait_for("Quillon")
        terminal.wait_for("Tarrow")
        terminal.keys("C-n")
        terminal.wait_for("Tarrow", absent=True)
        terminal.keys("Escape")
        terminal.wait_for("Ctrl-S keep", absent=True)
        terminal.keys("C-q")
        assert terminal.status() == 0
    assert "Tarrow" not in kept()
    assert run("check", "--data", data).returncode == 0
    shutil.rmtree(data)


def test_a_second_window_reads_a_note_follows_it_and_takes_it_over():
    data = folder()
    with Terminal((100, 30)) as first, Terminal((100, 30)) as second:
        first.start("--demo", "--data", data)
        first.keys("Enter", "1", "E")
        first.wait_for("Draft kept as you type")
        first.type("Spoke about mornings.")
        first.wait_for("Spoke about mornings.")
        second.start("--demo", "--data", data)
        second.keys("Enter", "1", "E")
        second.wait_for("written in another window")
        second.wait_for("Spoke about mornings.")
        second.type("hello")
        first.type(" A walk helps.")
        second.wait_for("A walk helps.")
        assert "hello" not in second.screen() and "llo" not in second.screen()
        first.keys("Escape")
        second.wait_for("Enter writes here")
        second.keys("Enter")
        second.wait_for("Draft kept as you type")
        second.keys("C-End")
        second.type(" Mine now.")
        second.keys("Escape")
        second.wait_for("Draft kept.")
        second.keys("C-q")
        assert second.status() == 0
        first.keys("E")
        first.wait_for("A walk helps. Mine now.")
        first.keys("Escape")
        first.wait_for("Draft kept.")
        first.keys("C-q")
        assert first.status() == 0
    assert run("check", "--data", data).returncode == 0
    shutil.rmtree(data)


def test_a_text_that_changed_on_disk_is_shown_beside_what_was_typed():
    data = folder()
    with Terminal((120, 30)) as terminal:
        terminal.start("--demo", "--data", data)
        terminal.keys("Enter", "1", "E")
        terminal.wait_for("Draft kept as you type")
        terminal.type("First words.")
        terminal.wait_for("saved 10:5")
        staff = os.path.join(data, "drafts")
        journals = [os.path.join(root, name) for root, _, names in os.walk(staff) for name in names]
        journal = max(journals, key=os.path.getmtime)
        with open(journal, "rb") as file:
            earlier = file.read()
        terminal.type(" Second words.")
        wait_until(lambda: os.path.getsize(journal) > len(earlier), "the second words on disk")
        terminal.wait_for("saved 10:5")
        with open(journal + ".new", "wb") as file:
            file.write(earlier)
        os.chmod(journal + ".new", 0o600)
        os.rename(journal + ".new", journal)
        terminal.type(" Third words.")
        terminal.wait_for("Both are kept")
        terminal.wait_for("First words. Second words. Third words.")
        terminal.keys("b")
        terminal.wait_for("is back")
        terminal.keys("Escape")
        terminal.wait_for("Draft kept.")
        terminal.keys("E")
        terminal.wait_for("First words. Second words. Third words.")
        terminal.keys("Escape")
        terminal.wait_for("Draft kept.")
        terminal.keys("C-q")
        assert terminal.status() == 0
    assert run("check", "--data", data).returncode == 0
    shutil.rmtree(data)


def test_a_note_is_signed_with_a_pin_and_locked():
    data = folder()
    with Terminal() as terminal:
        terminal.start("--demo", "--data", data, "--counselor", "MQ")
        terminal.keys("g", "q")
        terminal.wait_for("3 to sign")
        terminal.keys("Down", "Down", "s")
        terminal.wait_for("[> Not yet]")
        terminal.keys("s")
        terminal.wait_for("Your signing PIN")
        terminal.type("73hop")
        terminal.keys("Enter")
        terminal.wait_for("the same again")
        assert "73hop" not in terminal.screen()
        terminal.type("73hop")
        terminal.keys("Enter")
        terminal.wait_for("2 to sign")
        terminal.keys("C-q")
        assert terminal.status() == 0
    done = run("check", "--data", data)
    assert done.returncode == 0, done.stdout
    shutil.rmtree(data)


def test_a_full_disk_while_typing_loses_nothing():
    with small_disk() as data:
        if data is None:
            return
        inside = os.path.join(data, "program")
        with Terminal() as terminal:
            process = terminal.start("--demo", "--data", inside)
            terminal.keys("Enter", "1", "E")
            terminal.wait_for("Nothing is final until you sign")
            terminal.type("Before the disk was full.")
            terminal.wait_for("saved 10:5")
            filler = os.path.join(data, "filler")
            fill(filler)
            terminal.type(" While it was: " + "x" * 5000)
            terminal.wait_for("NOT SAVED")
            terminal.wait_for("disk is full")
            terminal.type(" and so forth.")
            terminal.wait_for("and so forth.")
            os.remove(filler)
            terminal.keys("F5")
            terminal.wait_for("Nothing was lost")
            terminal.wait_for("saved 10:5")
            os.kill(process, signal.SIGKILL)
            terminal.wait_for("STATUS 137")
            terminal.shell("reset; clear")
            terminal.wait_for("STATUS", absent=True)
            terminal.start("--demo", "--data", inside, ready="Recovered what you typed")
            terminal.wait_for("and so forth.")
            terminal.keys("C-Home")
            terminal.wait_for("Before the disk was full. While it was:")
            terminal.keys("C-q")
            assert terminal.status() == 0
        assert run("check", "--data", inside).returncode == 0


def test_a_signal_on_a_full_disk_says_what_is_lost():
    with small_disk() as data:
        if data is None:
            return
        inside = os.path.join(data, "program")
        with Terminal() as terminal:
            process = terminal.start("--demo", "--data", inside)
            terminal.keys("Enter", "1", "E")
            terminal.wait_for("Nothing is final until you sign")
            terminal.type("Before the disk was full.")
            terminal.wait_for("saved 10:5")
            filler = os.path.join(data, "filler")
            fill(filler)
            terminal.type(" While it was: " + "x" * 5000)
            terminal.wait_for("NOT SAVED")
            terminal.keys("Escape")
            terminal.wait_for("NOT SAVED")
            os.kill(process, signal.SIGTERM)
            assert terminal.status() == 74
            said = " ".join(terminal.screen().split())
            assert "ended the program before all was saved. The disk is full" in said, said
            assert "the note of C01, of 2026-03-11" in said, said
            assert "xxx" not in said and "Nora" not in said, said
            assert "-icanon" not in terminal.modes()


def test_a_folder_that_can_only_be_read_says_so_before_anything_is_typed():
    with small_disk() as data:
        if data is None:
            return
        inside = os.path.join(data, "program")
        assert run("--demo", "--data", inside, "day").returncode == 0
        subprocess.run(["mount", "-o", "remount,ro", data], check=True)
        with Terminal() as terminal:
            terminal.start("--demo", "--data", inside)
            terminal.wait_for("READ ONLY")
            terminal.wait_for("This folder can only be read (read-only file system)")
            terminal.keys("Enter", "n")
            terminal.wait_for("This folder can only be read (read-only file system)")
            assert "NOT SAVED" not in terminal.screen()
            terminal.keys("1", "E")
            terminal.wait_for("READ ONLY", absent=True)
            terminal.wait_for("can only be read")
            terminal.type("Into nothing.")
            terminal.keys("F5")
            assert "Into nothing" not in terminal.screen()
            subprocess.run(["mount", "-o", "remount,rw", data], check=True)
            terminal.wait_for("It can be written again")
            terminal.keys("Enter")
            terminal.wait_for("Nothing is final until you sign")
            terminal.type("Into something.")
            terminal.wait_for("saved 10:5")
            terminal.keys("C-q")
            assert terminal.status() == 0


def test_a_folder_that_is_moved_while_it_is_open_gets_nothing_until_it_is_back():
    place = folder()
    data, away, other = (os.path.join(place, name) for name in ("data", "away", "other"))
    assert run("--demo", "--data", data, "day").returncode == 0
    assert run("--demo", "--data", other, "day").returncode == 0
    with Terminal() as terminal:
        terminal.start("--demo", "--data", data)
        terminal.keys("Enter")
        terminal.wait_for("1 left to mark")
        os.rename(data, away)
        os.rename(other, data)
        terminal.keys("n")
        # Refused where the move was noticed before the key, else kept in the window.
        terminal.wait_for("READ ONLY")
        terminal.wait_for("The data folder was moved away while it was open")
        terminal.keys("1", "x")
        terminal.wait_for("Excused", absent=True)
        terminal.keys("Escape")
        terminal.wait_for("Enter choose", absent=True)
        for path in (data, away):
            statuses = [r["status"] for r in rows_on_disk(path, "2026-03-11", "G03") or []]
            assert "no_show" not in statuses, path
        os.rename(data, other)
        os.rename(away, data)
        terminal.keys("F5")
        terminal.wait_for("READ ONLY", absent=True)
        terminal.wait_for("NOT SAVED", absent=True)
        if "1 left to mark" in terminal.screen():
            terminal.keys("6", "n")
        terminal.wait_for("1 left to mark", absent=True)
        terminal.keys("C-q")
        assert terminal.status() == 0
    assert "no_show" in [r["status"] for r in rows_on_disk(data, "2026-03-11", "G03")]
    shutil.rmtree(place)


def test_a_megabyte_and_odd_letters_are_pasted_as_text():
    data = folder()
    odd = "one\x1b[31mtwo\x07\x9b2J \u0301lone e\u0301 \U0001F468\u200D\U0001F469\u200D\U0001F467 " \
          "\u05E9\u05DC\u05D5\u05DD \u202Eodd\u202C \u738B.\n"
    text = odd + "Client spoke about the week.\n" * 36000 + "npx the end"
    with Terminal() as terminal:
        terminal.start("--demo", "--data", data)
        terminal.keys("Enter", "1", "E")
        terminal.wait_for("Nothing is final until you sign")
        path = os.path.join(terminal.home, "text")
        with open(path, "w", newline="") as file:
            file.write(text)
        terminal.tmux("load-buffer", path)
        terminal.tmux("paste-buffer", "-p", "-r")
        terminal.wait_for("npx the end")
        terminal.keys("C-z")
        terminal.wait_for("npx the end", absent=True)
        terminal.keys("C-y")
        terminal.wait_for("npx the end")
        terminal.keys("Escape")
        terminal.wait_for("Draft kept.")
        terminal.keys("C-q")
        assert terminal.status() == 0
    rows = rows_on_disk(data, "2026-03-11", "G03")
    assert "no_show" not in [r["status"] for r in rows], "pasted letters became marks"
    journals = [os.path.join(root, name) for root, _, names in os.walk(os.path.join(data, "drafts"))
                for name in names]
    with open(max(journals, key=os.path.getsize), "rb") as file:
        kept = file.read()
    assert "\u0301lone e\u0301 \U0001F468\u200D\U0001F469\u200D\U0001F467".encode() in kept
    assert b"onetwo" not in kept and b"one[31mtwo2J" in kept
    assert run("check", "--data", data).returncode == 0
    shutil.rmtree(data)


def test_spelling_finds_a_word_mends_it_and_takes_it_back():
    if not os.path.exists("/usr/share/hunspell/en_US.dic"):
        print("skipped: hunspell isn't installed")
        return
    data = folder()
    with Terminal(env={"XDG_CONFIG_HOME": os.path.join(data, "config")}) as terminal:
        terminal.start("--demo", "--data", os.path.join(data, "program"))
        terminal.keys("Enter", "1", "E")
        terminal.wait_for("Nothing is final until you sign")
        terminal.type("Client recieved naltrexone from Quellwort.")
        terminal.keys("F7")
        terminal.wait_for("Not in the dictionary: recieved")
        terminal.wait_for("1 received")
        terminal.keys("1")
        terminal.wait_for("Client received naltrexone")
        terminal.keys("C-z")
        terminal.wait_for("Client recieved naltrexone")
        terminal.keys("C-y", "F7")
        terminal.wait_for("Not in the dictionary: Quellwort")
        terminal.keys("+")
        terminal.wait_for("One of your words now. Spelling: no marks.")
        words = os.path.join(data, "config", "caseload", "words.txt")
        with open(words) as file:
            assert file.read() == "Quellwort\n"
        assert os.stat(words).st_mode & 0o777 == 0o600
        terminal.keys("C-q")
        assert terminal.status() == 0
    shutil.rmtree(data)


def test_without_a_spell_checker_f7_says_how_to_get_one():
    with Terminal(env={"CASELOAD_SPELLING": "/nowhere/libhunspell.so"}) as terminal:
        terminal.start("--demo")
        terminal.keys("Enter", "1", "E")
        terminal.wait_for("Nothing is final until you sign")
        terminal.type("Client recieved")
        terminal.keys("F7")
        terminal.wait_for("apt install hunspell hunspell-en-us")
        terminal.type(" help")
        terminal.wait_for("Client recieved help")
        terminal.keys("C-q")
        assert terminal.status() == 0


def test_a_supervisor_returns_a_note_with_words_that_are_signed():
    data = folder()
    with Terminal() as terminal:
        terminal.start("--demo", "--data", data, "--counselor", "MQ")
        terminal.keys("g", "q")
        terminal.wait_for("to co-sign")
        terminal.keys("Down", "Down", "Down", "Down", "Down", "s")
        terminal.wait_for("Return (r)")
        terminal.keys("r")
        terminal.wait_for("What is to be changed")
        terminal.type("Say what the plan is.")
        terminal.keys("F4")
        terminal.wait_for("[> Not yet]")
        terminal.keys("s")
        for words in ("Your signing PIN", "the same again"):
            terminal.wait_for(words)
            terminal.type("73hop")
            terminal.keys("Enter")
        terminal.wait_for("Return signed, Nell H.: returned.")
        terminal.keys("C-q")
        assert terminal.status() == 0
    assert "returned" in run("notes", "due", "--data", data, "--counselor", "NP").stdout
    assert run("notes", "verify", "--data", data).returncode == 0
    shutil.rmtree(data)


def test_wrong_signing_pins_cost_a_wait_and_stand_in_the_audit_log():
    data = folder()
    with Terminal() as terminal:
        terminal.start("--demo", "--data", data, "--counselor", "MQ")
        terminal.keys("g", "q")
        terminal.wait_for("to co-sign")
        terminal.keys("End", "s")
        terminal.wait_for("Mark M., then Nell H.")
        terminal.keys("End", "s")
        for words in ("Your signing PIN", "the same again"):
            terminal.wait_for(words)
            terminal.type("73hop")
            terminal.keys("Enter")
        # The PIN counts for the run; another one asks for it again.
        terminal.wait_for("Nell H., then Odalys I.")
        terminal.keys("Escape")
        terminal.wait_for("Nell H., then", absent=True)
        terminal.keys("Escape")
        terminal.wait_for("To do")
        terminal.keys("End", "s")
        terminal.wait_for("Nell H., then Odalys I.")
        terminal.keys("End", "s")
        for pin, said in (("41cup", "Nothing was signed."), ("42cup", "Nothing was signed."),
                          ("43cup", "Wait 2 s.")):
            terminal.wait_for("your PIN")
            terminal.type(pin)
            terminal.keys("Enter")
            terminal.wait_for(said)
        terminal.keys("Escape")
        terminal.wait_for("your PIN", absent=True)
        terminal.keys("C-q")
        assert terminal.status() == 0
    told = run("audit", "--json", "--data", data, "--counselor", "MQ").stdout
    failed = [e for e in json.loads(told)["events"] if e["action"] == "login_failed"]
    assert [e["user"] for e in failed] == ["MQ"] * 3, failed
    assert not any(pin in told for pin in ("41cup", "42cup", "43cup"))
    shutil.rmtree(data)


def test_the_text_a_group_shared_leaves_no_draft_once_everyones_note_is_signed():
    data = folder()
    drafts = os.path.join(data, "drafts")

    def shared():
        return {name for _, _, names in os.walk(drafts) for name in names
                if name.startswith("gs_") and name.endswith(".journal")}

    def path(name):
        return next(os.path.join(place, name) for place, _, names in os.walk(drafts) if name in names)

    with Terminal() as terminal:
        process = terminal.start("--demo", "--data", data, "--counselor", "MQ")
        terminal.keys("g", "q")
        terminal.wait_for("Empty in each: Risk")
        before = shared()
        kept = {name: open(path(name), "rb").read() for name in before}
        places = {name: path(name) for name in before}
        terminal.keys("Enter")
        for client in ("Cato E.", "Gus F.", "Tamsin F."):
            terminal.wait_for(client + " |")
            if client == "Gus F.":
                terminal.wait_for(">[1 Response]")
                terminal.type("Asked how long the monthly dose lasts.")
                terminal.keys("Tab", "4", "Tab")
            terminal.wait_for(">[3 Risk]")
            terminal.keys("1")
            if client == "Tamsin F.":
                terminal.keys("Tab")
                terminal.wait_for(">[4 Objectives]")
                terminal.keys("1")
            terminal.keys("C-Down")
        terminal.wait_for("That was the last client")
        terminal.keys("Escape")
        terminal.wait_for("3 of 3 ready")
        terminal.keys("s")
        terminal.wait_for(": Cato E., then Gus F.")
        terminal.keys("End", "s")
        for words in ("Your signing PIN", "the same again"):
            terminal.wait_for(words)
            terminal.type("73hop")
            terminal.keys("Enter")
        terminal.wait_for(": Gus F., then Tamsin F.")
        assert shared() == before
        # Typed ahead, each is opened, signed and in the audit log all the same.
        terminal.keys("End", "s", "End", "s")
        terminal.wait_for("3 notes signed")
        gone = before - shared()
        assert len(gone) == 1, (before, shared())
        # A kill between the last signature and that leaves the journal: it goes at the next start.
        os.kill(process, signal.SIGKILL)
        terminal.wait_for("STATUS 137")
        name = gone.pop()
        with open(places[name], "wb") as file:
            file.write(kept[name])
        terminal.shell("reset; clear")
        terminal.wait_for("STATUS", absent=True)
        terminal.start("--demo", "--data", data, "--counselor", "MQ")
        wait_until(lambda: name not in shared(), lambda: str(shared()))
        audit = run("audit", "--json", "--data", data, "--counselor", "MQ").stdout
        events = json.loads(audit)["events"]
        told = [(e["action"], e["id"]) for e in events if e["action"] in ("view_note", "sign")]
        signed = [place for place, (action, _) in enumerate(told) if action == "sign"]
        assert len(signed) == 3, told
        assert all(told[place - 1] == ("view_note", told[place][1]) for place in signed), told
        terminal.keys("C-q")
        assert terminal.status() == 0
    assert run("notes", "verify", "--data", data).returncode == 0
    shutil.rmtree(data)


def test_suspending_and_going_on_repaints():
    with Terminal() as terminal:
        terminal.start("--demo")
        terminal.keys(":")
        terminal.type("suspend")
        terminal.keys("Enter")
        terminal.wait_for("Stopped")
        assert "Finch" not in terminal.screen()
        terminal.shell("fg")
        terminal.wait_for("Attendance")
        terminal.keys("C-q")


if __name__ == "__main__":
    main(sys.modules[__name__])
