#!/usr/bin/env python3
"""docx_counts.py agrees with plainpaper on the project's own Word files, and says
so when a program counts otherwise.

usage: test_docx_counts.py PLAINPAPER ROOT
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

PROGRAM, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
SCRIPT = ROOT / "tests" / "access" / "docx_counts.py"
FIXTURES = [ROOT / "tests" / "access" / "faults.docx", *sorted((ROOT / "tests" / "read" / "docx").glob("*.docx"))]
SILENT = '#!/bin/sh\n"%s" "$@" --skip access >"$0.out"\ncat "$0.out"\n' % PROGRAM


def zip_fixtures(folder):
    for fixture in FIXTURES:
        with zipfile.ZipFile(folder / fixture.name, "w") as package:
            for path in sorted(p for p in fixture.rglob("*") if p.is_file()):
                package.write(path, path.relative_to(fixture))


class DocxCounts(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name) / "papers"
        self.folder.mkdir()

    def run_script(self, program):
        run = subprocess.run([sys.executable, SCRIPT, program, self.folder], capture_output=True, text=True, timeout=120)
        self.assertEqual(run.stderr, "")
        counts = re.findall(r"(\d+) of (\d+) files agree; (\d+) here, (\d+) by plainpaper", run.stdout)
        return run.returncode, [tuple(map(int, row)) for row in counts], run.stdout

    def test_agrees(self):
        zip_fixtures(self.folder)
        status, counts, out = self.run_script(PROGRAM)
        self.assertEqual(status, 0, out)
        for n_agree, n_files, ours, theirs in counts:
            self.assertEqual((n_agree, ours), (n_files, theirs))

    def test_counts(self):
        zip_fixtures(self.folder)
        for path in self.folder.iterdir():
            if path.name != "faults.docx":
                path.unlink()
        _, counts, out = self.run_script(PROGRAM)
        self.assertEqual(counts, [(1, 1, 2, 2), (1, 1, 3, 3), (1, 1, 2, 2)], out)

    def test_tells_what_differs(self):
        zip_fixtures(self.folder)
        program = self.folder.parent / "silent"
        program.write_text(SILENT)
        program.chmod(0o755)
        status, counts, out = self.run_script(program)
        self.assertEqual(status, 1)
        self.assertIn("pictures.docx", out)
        self.assertEqual([theirs for *_, theirs in counts], [0, 0, 0])

    def test_nothing_to_compare(self):
        (self.folder / "broken.docx").write_bytes(b"no package")
        status, _, out = self.run_script(PROGRAM)
        self.assertEqual(status, 2)
        self.assertIn("not read by either", out)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
