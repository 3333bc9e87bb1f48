"""One paper in three formats: the same findings, the same figures, the same acronyms.

usage: parity.py PROGRAM FOLDER
"""
import json
import pathlib
import subprocess
import sys

FORMATS = ("md", "html", "xml")


def check(program, path):
    run = subprocess.run([program, "check", "--no-config", "--format", "json", str(path)], capture_output=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{path}: status {run.returncode}: {run.stderr.decode()}")
    paper = json.loads(run.stdout)["documents"][0]
    return {
        "title": paper["title"],
        "language": paper["language"],
        "statistics": {k: v for k, v in paper["statistics"].items() if k != "pages"},
        "acronyms": [(a["short"], a["long"], a["uses"]) for a in paper["acronyms"]],
        "findings": [(f["rule"], f["severity"], f["match"], f["suggestions"], f["heading"], f["paragraph"])
                     for f in sorted(paper["findings"], key=lambda f: (f["paragraph"] or 0, f["rule"], f["match"] or ""))],
    }


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    failed = 0
    for paper in sorted(folder.glob("*.md")):
        seen = {form: check(program, paper.with_suffix("." + form)) for form in FORMATS}
        if not seen["md"]["findings"]:
            failed += 1
            print(f"{paper.name}: nothing found, so nothing is compared")
        for form in FORMATS[1:]:
            for what, expected in seen["md"].items():
                if seen[form][what] != expected:
                    failed += 1
                    print(f"{paper.stem}.{form}: {what} differ\n  md:   {expected}\n  {form}: {seen[form][what]}")
    sys.exit(failed != 0)


main()
