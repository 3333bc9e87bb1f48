#!/usr/bin/env python3
"""Every header compiles by itself. usage: headers.py SOURCE_ROOT COMPILER [FLAG...]"""
import pathlib
import subprocess
import sys


def main():
    root, compiler = pathlib.Path(sys.argv[1]), sys.argv[2:]
    flags = ["-std=c17", "-D_POSIX_C_SOURCE=200809L", "-Wall", "-Wextra", "-Werror",
             f"-I{root}", f"-I{root}/lib", "-fsyntax-only", "-x", "c", "-"]
    bad = 0
    headers = sorted([*(root / "lib").rglob("*.h"), *(root / "cli").rglob("*.h")])
    for header in headers:
        done = subprocess.run([*compiler, *flags], input=f'#include "{header}"\n', text=True, capture_output=True)
        if done.returncode:
            bad += 1
            print(f"{header.relative_to(root)} does not compile by itself:\n{done.stderr}")
    print(f"{len(headers)} headers, {bad} bad")
    return 1 if bad or not headers else 0


sys.exit(main())
