#!/usr/bin/env python3
"""Make the Word papers of this folder from their parts in src/, or check that they match.

usage: zip_papers.py [--check]

src/NAME/ holds the parts of NAME.docx. The same parts give the same bytes, so the
papers can be made again at any time. With --check nothing is written, and the exit
status is 1 when a paper does not hold just its parts.
"""
import io
import pathlib
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
FIRST = "[Content_Types].xml"  # where readers look for it


def parts_of(folder):
    files = sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())
    files.sort(key=lambda name: name != FIRST)
    return {name: (folder / name).read_bytes() for name in files}


def zipped(parts):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as paper:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            paper.writestr(info, content)
    return packed.getvalue()


def holds(paper, parts):
    if not paper.exists():
        return False
    with zipfile.ZipFile(paper) as packed:
        return {name: packed.read(name) for name in packed.namelist()} == parts


def main():
    is_check = sys.argv[1:] == ["--check"]
    stale = 0
    for folder in sorted((HERE / "src").iterdir()):
        paper, parts = HERE / f"{folder.name}.docx", parts_of(folder)
        if holds(paper, parts):
            continue
        stale += 1
        if is_check:
            print(f"{paper.name} does not hold the parts in src/{folder.name}: run zip_papers.py")
        else:
            paper.write_bytes(zipped(parts))
            print(f"made {paper.name}")
    return 1 if is_check and stale else 0


sys.exit(main())
