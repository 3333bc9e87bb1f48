#!/usr/bin/env python3
"""The man page knows every command, option, configuration key and environment variable.

usage: manual.py SOURCE_ROOT
"""
import pathlib
import re
import sys


def known(cli):
    """(what it is, how the man page must write it)"""
    for name in re.findall(r'^COMMAND\(\w+, "([^"]+)"', (cli / "commands.def").read_text(), re.M):
        yield f"command {name}", f"plainpaper {name}"
    for letter, name in re.findall(r"^OPTION\(\w+, (?:0|'(.)'), \"([^\"]+)\"", (cli / "options.def").read_text(), re.M):
        yield f"option --{name}", f"--{name}"
        if letter:
            yield f"option -{letter}", f"-{letter},"
    for name in re.findall(r'^    \{ "([a-z-]+)", read_\w+ \}', (cli / "config.c").read_text(), re.M):
        yield f"configuration key {name}", name
    for source in sorted(cli.glob("*.c")):
        for name in re.findall(r'getenv\("(\w+)"\)', source.read_text()):
            yield f"environment variable {name}", name


def main():
    cli = pathlib.Path(sys.argv[1]) / "cli"
    page = (cli / "plainpaper.1").read_text(encoding="utf-8")
    page = re.sub(r"\\f.", "", page).replace("\\-", "-")
    page = re.sub(r'^\.[A-Z]+ ', "", page, flags=re.M)
    page = re.sub(r' ", " ', ", ", page).replace('"', "")
    wanted = list(known(cli))
    missing = [what for what, text in wanted if not re.search(r"(?<![\w-])" + re.escape(text) + r"(?![\w-])", page)]
    for what in missing:
        print(f"cli/plainpaper.1 does not tell of {what}")
    print(f"{len(wanted)} things looked for, {len(missing)} missing")
    return 1 if missing or len(wanted) < 20 else 0


sys.exit(main())
