"""What the tests of the program share: a folder of their own, and a way to run it."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
PAPERS = ROOT / "tests" / "papers"
AGENDA = PAPERS / "board-agenda.docx"

CLEAN, FINDINGS, USAGE, NOT_CHECKED = 0, 1, 2, 3

PLAIN = "# Minutes\n\nThe board met. It was cold.\n"
LONG = "# Report\n\n" + " ".join(["of the word"] * 10) + ".\n"  # one sentence too long: a warning


class CliTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def put(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run_program(self, *args, stdin="", env=None, program=PROGRAM, **options):
        environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "PLAINPAPER_DATA")}
        environment.update(env or {})
        options.setdefault("cwd", self.folder)
        options.setdefault("stdout", subprocess.PIPE)
        done = subprocess.run(
            [str(a) for a in (program, *args)], input=stdin if isinstance(stdin, bytes) else stdin.encode(),
            stderr=subprocess.PIPE, env=environment, timeout=120, check=False, **options)
        self.status, self.err = done.returncode, done.stderr.decode("utf-8", "replace")
        self.out = (done.stdout or b"").decode("utf-8", "replace")
        for sign in ("ERROR: AddressSanitizer", "runtime error", "LeakSanitizer"):
            self.assertNotIn(sign, self.err)
        return self.status

    def assert_run(self, status, *args, err=None, out=None, **options):
        """Runs it; ERR is all it may say on stderr, without `plainpaper: ` and line end."""
        got = self.run_program(*args, **options)
        said = f"{args}\nstdout: {self.out}\nstderr: {self.err}"
        self.assertEqual(got, status, said)
        if err is not None:
            lines = [err] if isinstance(err, str) else err
            self.assertEqual(self.err, "".join(f"plainpaper: {line}\n" for line in lines), said)
        if out is not None:
            self.assertEqual(self.out, out, said)

    def assert_one_line(self, status, *args, pattern, **options):
        """Runs it; it says one line on stderr, matching PATTERN, and nothing else."""
        self.assert_run(status, *args, **options)
        self.assertRegex(self.err, rf"\Aplainpaper: {pattern}.*\n\Z")
        self.assertEqual(self.err.count("\n"), 1, self.err)

    def documents(self, *args, status=None, **options):
        """(path, format) of each document of the JSON report, kept in self.report."""
        got = self.run_program("check", "--format", "json", *args, **options)
        if status is not None:
            self.assertEqual(got, status, self.err)
        self.report = json.loads(self.out)
        return [(d["path"], d["format"]) for d in self.report["documents"]]


def main():
    unittest.main(module="__main__", argv=[sys.argv[0], *sys.argv[3:]])
