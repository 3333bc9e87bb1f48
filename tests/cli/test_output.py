"""Where the report goes, and what is drawn on a terminal."""
import pty
import resource
import signal
import stat
import time

from support import *


class OutputFile(CliTest):
    def setUp(self):
        super().setUp()
        self.put("x.md", LONG)

    def test_written_whole(self):
        self.run_program("check", "--format", "json", "x.md")
        wanted = self.out
        for args in (["-o", "r.json"], ["--output=r.json"], ["-or.json"]):
            self.put("r.json", "old")
            self.assert_run(FINDINGS, "check", "--format", "json", *args, "x.md", out="", err=[])
            self.assertEqual((self.folder / "r.json").read_text(), wanted)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["r.json", "x.md"])

    def test_mode_is_as_of_any_file(self):
        mask = os.umask(0o022)
        self.addCleanup(os.umask, mask)
        self.run_program("check", "-o", "new", "x.md")
        self.assertEqual(stat.S_IMODE((self.folder / "new").stat().st_mode), 0o644)
        self.put("old", "").chmod(0o600)
        self.run_program("check", "-o", "old", "x.md")
        self.assertEqual(stat.S_IMODE((self.folder / "old").stat().st_mode), 0o600)

    def test_a_link_stays_one(self):
        self.put("real", "")
        (self.folder / "link").symlink_to("real")
        self.run_program("check", "-o", "link", "x.md")
        self.assertTrue((self.folder / "link").is_symlink())
        self.assertIn("x.md", (self.folder / "real").read_text())

    def test_devices_are_written_to(self):
        self.assert_run(FINDINGS, "check", "-o", "/dev/null", "x.md", out="", err=[])
        self.assert_run(NOT_CHECKED, "check", "-o", "/dev/full", "x.md", out="",
                        err="/dev/full: The report could not be wholly written: No space left on device.")

    def test_cannot_be_written(self):
        self.assert_run(USAGE, "check", "-o", "no/such/folder", "x.md", out="",
                        err="no/such/folder: The report cannot be written there: No such file or directory.")
        self.assert_run(USAGE, "check", "-o", ".", "x.md", out="")

    def test_a_dash_is_standard_output(self):
        self.run_program("check", "x.md")
        self.assert_run(FINDINGS, "check", "-o", "-", "x.md", err=[], out=self.out)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["x.md"])

    def test_never_in_place_of_a_paper(self):
        (self.folder / "link.md").symlink_to("x.md")
        for name in ("x.md", "./x.md", "link.md"):
            self.assert_run(USAGE, "check", "x.md", "-o", name, out="",
                            err=f"{name}: This paper would be overwritten. Give --output another name.")
        self.assert_run(USAGE, "pack", "x.md", "--companion", "x.md", out="",
                        err="x.md: This paper would be overwritten. Give --companion another name.")
        self.put("a.md", "# Agenda\n")
        self.assert_run(USAGE, "pack", "x.md", "--agenda", "a.md", "-o", "a.md", out="",
                        err="a.md: This paper would be overwritten. Give --output another name.")
        self.assertEqual((self.folder / "x.md").read_text(), LONG)

    def test_never_one_in_place_of_the_other(self):
        self.assert_run(USAGE, "pack", "x.md", "-o", "r.md", "--companion", "r.md", out="",
                        err="Both --output and --companion name r.md. Give each a name of its own.")
        self.assertFalse((self.folder / "r.md").exists())

    def test_the_last_report_is_no_paper(self):
        for _ in range(2):
            self.assert_run(FINDINGS, "pack", "-f", "json", ".", "-o", "r.txt", "--companion", "c.md")
            papers = json.loads((self.folder / "r.txt").read_text())["documents"]
            self.assertEqual([paper["path"] for paper in papers], ["./x.md"])
            self.assertTrue((self.folder / "c.md").exists())

    def test_left_alone_when_nothing_is_checked(self):
        self.put("r.json", "old")
        self.assert_run(USAGE, "check", "-o", "r.json", "--only", "nosuchrule", "x.md", out="")
        self.assertEqual((self.folder / "r.json").read_text(), "old")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["r.json", "x.md"])


class Interrupted(CliTest):
    """A run that waits for standard input with its report begun."""

    def start(self, **options):
        self.put("r.json", "old")
        process = subprocess.Popen([PROGRAM, "check", "-o", "r.json", "-"], cwd=self.folder, stdin=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, **options)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        until = time.monotonic() + 60
        while len(list(self.folder.iterdir())) < 2:
            self.assertLess(time.monotonic(), until)
            time.sleep(0.01)
        return process

    def assert_folder(self, report):
        self.assertEqual([p.name for p in self.folder.iterdir()], ["r.json"])
        self.assertIn(report, (self.folder / "r.json").read_text())

    def test_nothing_is_left_behind(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            process = self.start(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
            process.send_signal(number)
            process.communicate()
            self.assertEqual(process.returncode, -number)
            self.assert_folder("old")

    def test_what_is_ignored_stays_so(self):
        process = self.start(preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        process.send_signal(signal.SIGHUP)
        process.communicate(PLAIN.encode())
        self.assertGreaterEqual(process.returncode, 0)
        self.assert_folder("words")

    def test_limit_on_files(self):
        self.put("x.md", LONG)
        self.assert_run(NOT_CHECKED, "check", "-o", "r", "x.md", out="",
                        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
                        err="r: The report could not be wholly written: File too large.")
        self.assertEqual([p.name for p in self.folder.iterdir()], ["x.md"])


class StandardOutput(CliTest):
    def test_full_disk(self):
        self.put("x.md", LONG)
        with open("/dev/full", "wb") as full:
            self.assert_run(NOT_CHECKED, "check", "x.md", stdout=full,
                            err="standard output: The report could not be wholly written: No space left on device.")

    def test_closed_pipe(self):
        self.put("x.md", LONG)
        reader, writer = os.pipe()
        os.close(reader)
        self.assert_run(NOT_CHECKED, "check", "x.md", stdout=writer,
                        err="standard output: The report could not be wholly written: Broken pipe.")
        os.close(writer)

    def test_quiet(self):
        self.put("plain.md", PLAIN)
        self.assert_run(CLEAN, "check", "--quiet", "--only", "jargon", "plain.md", out="", err=[])
        self.assert_run(NOT_CHECKED, "check", "--quiet", "gone.md",
                        err="gone.md: There is no such file. Check the path.")


class Terminal(CliTest):
    def run_on_terminal(self, *args):
        """What the program writes when stderr is a terminal."""
        try:
            master, slave = pty.openpty()
        except OSError:
            self.skipTest("this machine has no pseudo-terminals")
        process = subprocess.Popen([PROGRAM, "check", *args], stdout=subprocess.DEVNULL, stderr=slave, cwd=self.folder,
                                   stdin=subprocess.PIPE)
        os.close(slave)
        return process, master

    def read_all(self, master):
        text = b""
        while True:
            try:
                more = os.read(master, 4096)
            except OSError:
                more = b""
            if not more:
                os.close(master)
                return text.decode()
            text += more

    def test_no_progress_when_short(self):
        self.put("x.md", PLAIN)
        process, master = self.run_on_terminal("x.md")
        process.communicate(b"")
        self.assertEqual(self.read_all(master), "")

    def test_progress_when_long_and_wiped(self):
        self.put("x.md", PLAIN)
        process, master = self.run_on_terminal("--jobs", "2", "--only", "jargon", "-", "x.md")
        shown = os.read(master, 4096).decode()  # it waits for standard input, and says so
        self.assertIn("Checking 1 of 2: -", shown)
        process.communicate(b"Hello.\n")
        self.assertTrue((shown + self.read_all(master)).endswith("\r\033[K"))
        self.assertEqual(process.returncode, CLEAN)

    def test_progress_shows_names_safely(self):
        self.put("x.md", PLAIN)
        pipe = self.folder / "a\033[31m.md"
        os.mkfifo(pipe)
        process, master = self.run_on_terminal("--jobs", "2", "--only", "jargon", pipe.name, "x.md")
        self.assertIn("Checking 1 of 2: a␛[31m.md", os.read(master, 4096).decode())
        pipe.write_text("Hello.\n")
        process.communicate(b"")
        self.read_all(master)

    def test_no_progress_when_quiet(self):
        process, master = self.run_on_terminal("--quiet", "--jobs", "2", "--only", "jargon", "-")
        try:
            process.wait(timeout=1.5)
        except subprocess.TimeoutExpired:
            pass
        process.communicate(b"Hello.\n")
        self.assertEqual(self.read_all(master), "")


main()
