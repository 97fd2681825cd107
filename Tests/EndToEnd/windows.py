"""Several windows on one data folder: what one does, the others show."""
import os
import shutil
import signal
import sys

from tmux_program import Terminal, folder, main, rows_on_disk, run, wait_until


def start(terminal, data, counselor, now="2026-03-11T10:52"):
    process = terminal.start("--data", data, "--counselor", counselor, "--now", now)
    terminal.keys("Enter")
    return process


def demo(data):
    """A kept demo, made and left again."""
    with Terminal() as terminal:
        terminal.start("--demo", "--data", data)
        terminal.keys("C-q")
        assert terminal.status() == 0


def wait_at_rest(process):
    """Until a window has read everything: it slept, without work, in fifty looks on end."""
    looks = []

    def rests():
        with open(f"/proc/{process}/stat") as file:
            fields = file.read().rsplit(") ", 1)[1].split()
        looks.append((fields[0], fields[11], fields[12]))
        return len(looks) > 50 and set(looks[-50:]) == {("S", *looks[-1][1:])}
    wait_until(rests, lambda: "a window that rests")


def line_with(terminal, *texts):
    def seen():
        return next((l for l in terminal.screen().splitlines() if all(t in l for t in texts)), None)
    return wait_until(seen, lambda: f"{texts}; the screen is\n{terminal.screen()}")


def test_a_mark_shows_in_the_other_window_and_the_cursor_stays():
    data = folder()
    demo(data)
    with Terminal() as one, Terminal() as other:
        start(one, data, "TB")
        start(other, data, "TB")
        other.keys("3")
        other.wait_for("> 3")
        chosen = line_with(other, "> 3")
        one.keys("6", "n")
        one.wait_for_saved("Finch I. -> No-show")
        line_with(other, "Finch I.", "No-show")
        assert line_with(other, "> 3").split()[2:4] == chosen.split()[2:4], other.screen()
        # Text that is being typed stays, and a mark of somebody else doesn't touch it.
        other.keys(",")
        other.wait_for("Quick line")
        other.type("slept badly")
        one.keys("5", "n")
        one.wait_for_saved("-> No-show")
        other.wait_for("slept badly")
        other.keys("Enter")
        line_with(one, "Cato E.", "slept badly")
        for terminal in (one, other):
            terminal.keys("C-q")
            assert terminal.status() == 0
    assert [r["status"] for r in rows_on_disk(data, "2026-03-11", "G03")].count("no_show") == 2
    assert run("check", "--data", data).returncode == 0
    shutil.rmtree(data)


def test_an_attempt_to_reach_a_client_shows_in_the_other_window_and_is_owed_once():
    data = folder()
    demo(data)
    with Terminal() as one, Terminal() as other:
        start(one, data, "TB")
        # A clock that is a little behind.
        start(other, data, "TB", now="2026-03-11T10:50")
        for terminal in (one, other):
            terminal.keys("g", "q", "Tab")
            line_with(terminal, "Outreach", "Will S.", "attempt 1")
        one.keys("/")
        one.wait_for("Find")
        one.type("will outreach")
        one.keys("Enter")
        line_with(one, "> Outreach", "Will S.")
        one.keys("o")
        one.wait_for("no message may be left")
        one.keys("n")
        one.wait_for_saved("Will S. -> called: no answer")
        line_with(other, "Outreach", "Will S.", "attempt 2")
        one.keys("u")
        line_with(other, "Outreach", "Will S.", "attempt 1")
        for terminal in (one, other):
            terminal.keys("C-q")
            assert terminal.status() == 0
    assert run("check", "--data", data).returncode == 0
    shutil.rmtree(data)


def test_both_mark_the_same_person_and_one_key_decides():
    # A window that is stopped may see the other's mark first once it goes on: then nothing differs.
    for _ in range(6):
        if both_mark_the_same_person():
            return
    raise AssertionError("the stopped window always saw the other's mark first")


def both_mark_the_same_person():
    data = folder()
    demo(data)
    with Terminal() as one, Terminal() as other:
        one.shell("set +m")  # else the shell takes the terminal of a program that is stopped
        first = start(one, data, "TB")
        start(other, data, "TB")
        # One that still reads what comes with the start might read the other's mark first.
        wait_at_rest(first)
        # Somebody who is stopped sees nothing of what the other does.
        os.kill(first, signal.SIGSTOP)
        one.keys("6", "n")
        run("attendance", "mark", "--group", "G03", "--client", "C06", "--status", "excused",
            "--counselor", "MQ", "--data", data, "--now", "2026-03-11T10:52")
        os.kill(first, signal.SIGCONT)
        twice = "Finch I. marked twice: Excused stands, No-show by TB differs"
        def ended():
            lines = one.screen().splitlines()
            return any(twice in l or ("Saved " in l and "Finch I. -> No-show" in l) for l in lines)
        wait_until(ended, lambda: "either end; the screen is\n" + one.screen())
        if twice not in one.screen():
            shutil.rmtree(data, ignore_errors=True)
            return False
        line_with(one, "Finch I.: differs: No-show by TB")
        # The other window sees it too, without a key.
        line_with(other, "Finch I. marked twice: Excused stands, No-show by TB differs")
        line_with(other, "Finch I.: differs: No-show by TB")
        one.keys("6", ".")
        one.wait_for("keep Finch I. Excused")
        one.keys("o")
        one.wait_for_saved("Finch I. -> No-show")
        one.wait_for("Finch I.: differs", absent=True)
        statuses = {r["clientID"]: r["status"] for r in rows_on_disk(data, "2026-03-11", "G03")}
        assert "excused" not in list(statuses.values())[5:6], statuses
        # What was decided can be taken back; then it is asked again.
        other.wait_for("Finch I.: differs", absent=True)
        one.keys("u")
        line_with(one, "Finch I.: differs: No-show by TB")
        one.keys("C-q")
        assert one.status() == 0
    assert run("check", "--data", data).returncode == 0
    shutil.rmtree(data)
    return True


def test_a_damaged_file_is_said_and_the_screen_keeps_what_it_had():
    data = folder()
    demo(data)
    with Terminal() as one:
        start(one, data, "TB")
        one.keys("6", "n")
        one.wait_for_saved("Finch I. -> No-show")
        day = os.path.join(data, "days", "2026-03-11")
        newest = max((os.path.join(day, n) for n in os.listdir(day)), key=os.path.getmtime)
        with open(newest, "rb") as file:
            sound = file.read()
        with open(newest, "r+b") as file:
            file.truncate(len(sound) // 2)
        one.wait_for(".plist: A group session of Wed 11 Mar")
        line_with(one, "Finch I.", "No-show")
        with open(newest, "wb") as file:
            file.write(sound)
        one.keys("5", "n")
        wait_until(lambda: [r["status"] for r in rows_on_disk(data, "2026-03-11", "G03")]
                   .count("no_show") == 2, "the second mark on disk")
        one.keys("C-q")
        assert one.status() == 0
    assert run("check", "--data", data).returncode == 0
    shutil.rmtree(data)


if __name__ == "__main__":
    main(sys.modules[__name__])
