#!/usr/bin/env python3
"""All C is laid out as .clang-format says. Lay out what is not by: clang-format -i FILE

usage: format.py SOURCE_ROOT [CLANG_FORMAT]

Versions of clang-format differ, so only that of Debian 12 is asked; without it the test
is skipped.
"""
import pathlib
import subprocess
import sys

SKIPPED = 77

root, *program = sys.argv[1:]
version = subprocess.run([*program, "--version"], capture_output=True, text=True, check=True).stdout if program else ""
if " version 14." not in version:
    print("skipped: there is no clang-format 14")
    sys.exit(SKIPPED)
files = [path for folder in ("cli", "lib", "tests") for path in (pathlib.Path(root) / folder).rglob("*.[ch]")]
sys.exit(subprocess.run([*program, "--dry-run", "-Werror", "-ferror-limit=20", *files], check=False).returncode)
