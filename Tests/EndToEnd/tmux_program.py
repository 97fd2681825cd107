"""The built program in a real terminal: tmux shows it, keys go in, the screen comes out."""
import contextlib
import os
import plistlib
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM = os.environ["CASELOAD"]
LIMIT = 60.0


def pause():
    select.select([], [], [], 0.02)


def wait_until(condition, what):
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        pause()
    raise AssertionError("waited in vain for " + what() if callable(what) else what)


class Terminal:
    """One tmux server of its own, with one window that runs a shell."""

    def __init__(self, size=(80, 24), env=None, term=None):
        self.home = tempfile.mkdtemp(prefix="caseload-e2e-")
        self.started = []
        self.socket = os.path.join(self.home, "tmux")
        environment = {
            "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": self.home,
            "SHELL": "/bin/bash", "PS1": "shell$ ", "TMPDIR": tempfile.gettempdir(),
        }
        environment.update(env or {})
        self.environment = {k: v for k, v in environment.items() if v is not None}
        columns, rows = size
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows),
                  "env PS1='shell$ ' bash --norc --noprofile")
        self.tmux("set", "-g", "escape-time", "0")
        self.wait_for("shell$")
        if term:
            self.shell(f"export TERM={term}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], stderr=subprocess.DEVNULL)
        # Whoever is hung up on still saves: a folder may be removed only after that.
        wait_until(lambda: not set(self.started) & set(self.processes()), "the program's end")
        shutil.rmtree(self.home, ignore_errors=True)

    def tmux(self, *arguments):
        done = subprocess.run(["tmux", "-S", self.socket, *arguments], env=self.environment,
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def screen(self):
        return self.tmux("capture-pane", "-p")

    def wait_for(self, text, absent=False):
        return wait_until(lambda: (text not in self.screen()) if absent else (text in self.screen()),
                          lambda: f"{text!r}; the screen is\n{self.screen()}")

    def wait_for_saved(self, text):
        """Waits until the status line says that this very change is on disk."""
        def seen():
            return any("Saved " in line and text in line for line in self.screen().splitlines())
        return wait_until(seen, lambda: f"Saved … {text!r}; the screen is\n{self.screen()}")

    def keys(self, *keys):
        for key in keys:
            self.tmux("send-keys", key)

    def type(self, text):
        self.tmux("send-keys", "-l", text)

    def shell(self, line):
        self.type(line)
        self.keys("Enter")

    def start(self, *arguments, ready="Attendance"):
        """Starts the program and gives its process number."""
        before = set(self.processes())
        self.shell(" ".join([PROGRAM, *arguments]) + "; echo STATUS $?")
        self.wait_for(ready)
        process = (set(self.processes()) - before).pop()
        self.started.append(process)
        return process

    def processes(self):
        found = subprocess.run(["pgrep", "-f", "--", "^" + PROGRAM], capture_output=True, text=True)
        return [int(n) for n in found.stdout.split()]

    def resize(self, columns, rows):
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def status(self):
        """Waits until the program has ended and gives its exit status."""
        def seen():
            for line in self.screen().splitlines():
                # A command line that wraps may begin a line with "STATUS $?".
                if re.match(r"STATUS \d+$", line.rstrip()):
                    return line
            return None
        line = wait_until(seen, lambda: "the exit status; the screen is\n" + self.screen())
        return int(line.split()[1])

    def modes(self):
        """How the terminal is set, as stty says."""
        path = os.path.join(self.home, "modes")
        if os.path.exists(path):
            os.remove(path)
        self.shell(f"stty -a > {path}.new && mv {path}.new {path}; clear")
        wait_until(lambda: os.path.exists(path), "stty")
        with open(path) as file:
            text = file.read()
        return text.split(";", 3)[3]


def folder():
    return tempfile.mkdtemp(prefix="caseload-e2e-data-")


@contextlib.contextmanager
def small_disk():
    """A folder on a disk of its own that can be filled; None where none can be mounted."""
    if os.geteuid() != 0:
        print("skipped: mounting a small disk needs root")
        yield None
        return
    place = folder()
    try:
        mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", place]
        if subprocess.run(mount).returncode != 0:
            print("skipped: no tmpfs can be mounted here")
            yield None
            return
        try:
            yield place
        finally:
            subprocess.run(["umount", "--lazy", place])
    finally:
        shutil.rmtree(place, ignore_errors=True)


def fill(path):
    """Writes until the disk is full."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        while os.write(descriptor, b"x" * 4096) > 0:
            pass
    except OSError:
        pass
    finally:
        os.close(descriptor)


def run(*arguments, env=None):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env=env,
                          stdin=subprocess.DEVNULL)


def rows_on_disk(data, day, code):
    """The roster of a group on a day as any property-list reader sees it: client id to row."""
    group = None
    for name in os.listdir(os.path.join(data, "groups")):
        record = read_plist(os.path.join(data, "groups", name))
        if record["record"]["code"] == code:
            group = record["id"]
    # A save's temporary file may be gone before it is looked at.
    for name in (n for n in os.listdir(os.path.join(data, "days", day)) if n[0] != "."):
        record = read_plist(os.path.join(data, "days", day, name))
        if record["kind"] == "group-session" and record["record"].get("groupID", record["record"].get("group")) == group:
            return record["record"]["rows"]
    return None


def read_plist(path):
    with open(path, "rb") as file:
        return plistlib.loads(file.read())


def main(module):
    """Runs every function that says `test_…` and prints the count."""
    passed, failed = 0, 0
    wanted = sys.argv[1:]
    for name, function in list(vars(module).items()):
        if not name.startswith("test_") or (wanted and not any(w in name for w in wanted)):
            continue
        try:
            function()
            passed += 1
        except Exception:  # a failing test is told and the next one runs
            failed += 1
            print("FAILED " + name[5:].replace("_", " "))
            traceback.print_exc()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)
