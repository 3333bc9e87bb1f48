#!/usr/bin/env python3
"""Who may include whom, and what the core may not call.

usage: layers.py SOURCE_ROOT LIBRARY [OBJDUMP]

1 A file of lib/ includes only its own layer and those below it.
2 A foreign library's header is included only in its room.
3 The built LIBRARY (an archive) calls nothing that prints, ends the program, reads the
  environment, sets the locale or starts a thread, and opens files only in its loader.
4 It keeps no state that can change: nothing in .data or .bss.
"""
import pathlib
import re
import subprocess
import sys

LAYERS = ["base", "document", "read", "text", "rule", "check", "report"]

ROOMS = {  # header: where it may be included, as patterns of paths below the root
    r"cmark-gfm.*|node\.h|table\.h": [r"lib/read/markdown\w*\.[ch]"],
    r"libxml/.*|zip\.h": [r"lib/read/\w+\.[ch]"],
    r"pcre2\.h": [r"lib/rule/pattern\.c"],
    r"hunspell.*": [r"lib/rule/lexicon\.c"],
    r"yaml\.h": [r"lib/rule/\w+\.c"],
    r"jansson\.h": [r"lib/report/\w+\.[ch]"],
    r"csv\.h": [r"lib/rule/dictionary\w*\.c"],
    r"utf8proc\.h": [r"lib/base/utf8\.c"],
    r"ut(hash|array|list|string)\.h": [r"lib/.*\.[ch]"],
    r"pthread\.h": [r"cli/run_jobs\.c", r"cli/warm_lexicon\.[ch]"],
}

FORBIDDEN = re.compile(
    r"(__)?(v|f|vf|d|vd)?printf(_chk)?|puts|putchar|fputs|fputc|putc|perror|fwrite|std(out|err)"
    r"|_?exit|_Exit|(secure_)?getenv|setenv|putenv|setlocale|uselocale|pthread_create|thrd_create"
    r"|system|popen|execv.*|fork|strtok|localeconv|srand|rand|time|localtime(_r)?")
FILE_CALLS = re.compile(r"f?open(at|dir)?(64)?|creat(64)?")
MAY_OPEN = {"base_file_loader.c.o"}


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
        if found:
            yield number, found[1] == "<", found[2]


def layer_faults(root):
    for path in sorted((root / "lib").rglob("*.[ch]")):
        place = path.relative_to(root)
        layer = place.parts[1] if len(place.parts) > 2 else "report"
        if layer not in LAYERS:
            yield f"{place}: folder {layer} is no layer"
            continue
        for number, is_system, header in includes(path):
            other = header.split("/")[0]
            if is_system and other not in LAYERS:
                continue
            if other == "cli" or other in LAYERS and LAYERS.index(other) > LAYERS.index(layer):
                yield f"{place}:{number}: layer {layer} may not include {header}"


def room_faults(root):
    for folder in ("lib", "cli"):
        for path in sorted((root / folder).rglob("*.[ch]")):
            place = str(path.relative_to(root))
            for number, is_system, header in includes(path):
                if not is_system:
                    continue
                for pattern, rooms in ROOMS.items():
                    if re.fullmatch(pattern, header) and not any(re.fullmatch(r, place) for r in rooms):
                        yield f"{place}:{number}: {header} belongs in {' or '.join(rooms)}"


def objects(library, objdump):
    """(object, symbol, section) of all symbols of the archive."""
    text = subprocess.run([objdump, "-t", str(library)], check=True, capture_output=True, text=True).stdout
    name = ""
    for line in text.splitlines():
        header = re.match(r"(\S+):\s+file format", line)
        if header:
            name = header[1]
        row = re.match(r"[0-9a-f]{8,} .{7} (\S+)\s+[0-9a-f]+\s+(?:\.hidden )?(\S+)$", line)
        if row:
            yield name, row[2], row[1]


def symbol_faults(library, objdump):
    is_instrumented = False
    rows = list(objects(library, objdump))
    for _, symbol, _ in rows:
        is_instrumented |= symbol.startswith(("__asan_", "__ubsan_"))
    if not rows:
        yield f"{library}: no symbols could be read"
    for name, symbol, section in rows:
        if section == "*UND*" and FORBIDDEN.fullmatch(symbol):
            yield f"{name} calls {symbol}"
        if section == "*UND*" and FILE_CALLS.fullmatch(symbol) and name not in MAY_OPEN:
            yield f"{name} opens files by {symbol}; the caller's Loader does that"
        if not is_instrumented and symbol != section and re.match(r"\.(t?data|t?bss)(?!\.rel\.ro)", section):
            yield f"{name} keeps state in {symbol} ({section})"


def main():
    root, library = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    objdump = sys.argv[3] if len(sys.argv) > 3 else "objdump"
    faults = [*layer_faults(root), *room_faults(root), *symbol_faults(library, objdump)]
    print("\n".join(faults))
    return 1 if faults else 0


sys.exit(main())
