"""Child processes whose lines are read as they come, and results that are counted, for tests against other programs."""
import queue
import subprocess
import threading

LIMIT = 30


class Program:
    """A child process whose lines are read as they come."""

    def __init__(self, *command, env=None, stdin=subprocess.DEVNULL, folder=None, own_session=False):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=stdin, text=True, errors="replace", env=env, cwd=folder, start_new_session=own_session)
        self.lines = []
        self.queue = queue.Queue()
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            self.queue.put(line.rstrip("\n"))
        self.queue.put(None)

    def wait_line(self, start):
        """The rest of the first line that begins so; None when it does not come."""
        line = self.wait_for(lambda line: line.startswith(start))
        return line if line is None else line[len(start):].strip()

    def wait_for(self, fits):
        """The first line that fits; None when it does not come."""
        while True:
            try:
                line = self.queue.get(timeout=LIMIT)
            except queue.Empty:
                return None
            if line is None:
                self.queue.put(None)  # For wait().
                return None
            self.lines.append(line)
            if fits(line):
                return line

    def wait(self):
        try:
            self.process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
        while True:
            line = self.queue.get(timeout=LIMIT)
            if line is None:
                return self.lines
            self.lines.append(line)

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        return self.wait()


class Results:
    """Counts checks and prints each; the closing line is what tests/run.py reads."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.skipped = 0

    def check(self, name, good, detail=""):
        if good:
            self.passed += 1
        else:
            self.failed += 1
        print("%s %s%s" % ("ok  " if good else "FAIL", name, "" if good else "\n" + str(detail)[-1500:]), flush=True)

    def skip(self, name):
        self.skipped += 1
        print("skip %s" % name, flush=True)

    def summary(self):
        return "%d passed, %d failed, %d skipped" % (self.passed, self.failed, self.skipped)
