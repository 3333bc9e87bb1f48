#!/usr/bin/env python3
"""The output shown in README.md is what the program prints.

usage: readme.py SOURCE_ROOT PROGRAM [--update]

A comment `<!-- output of: ARGUMENTS -->` stands before each block it is about. Of a
long output the block has the beginning and the end, with a line of `…` between.
"""
import os
import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"(<!-- output of: ([^\n]+) -->\n```text\n)(.*?)(```\n)", re.S)
HEAD, TAIL = 42, 6


def shown(program, root, arguments):
    environment = {k: v for k, v in os.environ.items() if k != "PLAINPAPER_DATA"}
    out = subprocess.run([program, *arguments.split()], cwd=root, capture_output=True, text=True,
                         env=environment, check=False).stdout
    lines = out.splitlines(True)
    if len(lines) > HEAD + TAIL + 1:
        head = lines[:HEAD]
        while head[-1].strip():
            head.pop()  # up to the end of a finding's paragraph
        tail = lines[-TAIL:]
        while tail[0].strip():
            tail.pop(0)
        lines = [*head, "…\n", *tail]
    return "".join(lines)


def main():
    root, program = pathlib.Path(sys.argv[1]), str(pathlib.Path(sys.argv[2]).resolve())
    path = root / "README.md"
    text = path.read_text(encoding="utf-8")
    new = BLOCK.sub(lambda m: m[1] + shown(program, root, m[2]) + m[4], text)
    if not BLOCK.search(text):
        print("README.md shows no output")
        return 1
    if new == text:
        return 0
    if sys.argv[3:] == ["--update"]:
        path.write_text(new, encoding="utf-8")
        return 0
    print(f"README.md shows other output than the program prints; run:\n"
          f"  tests/meta/readme.py {root} {program} --update")
    return 1


sys.exit(main())
