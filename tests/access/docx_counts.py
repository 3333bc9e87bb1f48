#!/usr/bin/env python3
"""Counts three faults in a folder of Word files without plainpaper, and compares.

usage: docx_counts.py PLAINPAPER FOLDER

The faults are pictures without alternative text, tables without header row and
headings that skip a level. This counts them from the XML with Python's standard
library alone, as ECMA-376 and the texts of the rules have it, runs `PLAINPAPER check`
on the same files, and prints for each fault in how many files both counts are the
same, what was met in all and why it does not count, and each file where they differ.
Exit 1 when counts differ, 2 when nothing could be compared.

What counts, where a reader of the XML might think otherwise:
  pictures  one a w:drawing, w:pict or w:object: a group of pictures has one text.
            Charts, diagrams and embedded objects are pictures, drawn shapes and text
            boxes are not. The text is descr or title of wp:docPr or pic:cNvPr, alt or
            title of a VML shape. Not counted: pictures marked decorative; those in
            headers and footers, which screen readers leave out; rules drawn by Word
            (o:hr); form controls, which have a name of their own.
  tables    a header row is a w:tr with w:tblHeader, stated in the row or by the table
            style for the first row, if only such rows stand above it (17.4.50).
            Not counted, for they show no data in columns: tables of one row or one
            column; those with another table inside; those with half their cells empty
            or mostly long text; labels with their values; blocks for signing. Nor are
            forms, cards and letterheads: the first row of several cells must be one
            that could name columns (no cell but the corner empty, no "To: …", nothing
            long), and most rows below must fill several columns.
  headings  by w:outlineLvl or the names "heading 1" to "heading 9" and "Title" in the
            chain of styles. Empty ones, and those in headers, footers, notes and
            comments, stand in no order. A text box comes after the paragraph that
            holds it.
  all       one branch of mc:AlternateContent; not what is deleted, hidden or the
            instruction of a field; notes only when the text refers to them.
Files that either side cannot read are listed and not compared.
"""
import collections
import json
import os
import posixpath
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
import zlib

PICTURES, TABLES, HEADINGS = "pictures without text", "tables without header", "skipped headings"
RULES = {
    "access.img-alt-missing": PICTURES,
    "access.object-alt-missing": PICTURES,
    "access.table-no-header": TABLES,
    "access.heading-skip": HEADINGS,
}
EXTENSIONS = (".docx", ".docm", ".dotx")
PART_BYTES_MAX = 256 << 20
FILES_A_RUN = 100
UNREADABLE = (ValueError, OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error)

OFFICE, STRICT = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
NAMESPACES = {
    "w": (OFFICE + "wordprocessingml/2006/main", STRICT + "wordprocessingml/main"),
    "r": (OFFICE + "officeDocument/2006/relationships", STRICT + "officeDocument/relationships"),
    "wp": (OFFICE + "drawingml/2006/wordprocessingDrawing", STRICT + "drawingml/wordprocessingDrawing"),
    "a": (OFFICE + "drawingml/2006/main", STRICT + "drawingml/main"),
    "pic": (OFFICE + "drawingml/2006/picture", STRICT + "drawingml/picture"),
    "c": (OFFICE + "drawingml/2006/chart", STRICT + "drawingml/chart"),
    "dgm": (OFFICE + "drawingml/2006/diagram", STRICT + "drawingml/diagram"),
    "m": (OFFICE + "officeDocument/2006/math", STRICT + "officeDocument/math"),
    "cx": ("http://schemas.microsoft.com/office/drawing/2014/chartex",),
    "adec": ("http://schemas.microsoft.com/office/drawing/2017/decorative",),
    "mc": (OFFICE + "markup-compatibility/2006",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "o": ("urn:schemas-microsoft-com:office:office",),
}
PREFIXES = {uri: prefix for prefix, uris in NAMESPACES.items() for uri in uris}
# What newer Words write into mc:Choice; what none of them can show has a Fallback.
UNDERSTOOD = re.compile("wps|wpg|wpc|wp14|w14|w15|a14|c14|cx[0-9]*")


def short(name):
    """"{uri}p" as "w:p"; names of other namespaces as they are."""
    uri, _, local = name[1:].rpartition("}") if name.startswith("{") else ("", "", name)
    prefix = PREFIXES.get(uri)
    return f"{prefix}:{local}" if prefix else local if not uri else name


def attribute(element, *names):
    """The first of NAMES ("w:val", "descr") that ELEMENT has, without blanks around it."""
    for name, value in element.attrib.items() if element is not None else ():
        if short(name) in names and value.strip():
            return value.strip()
    return ""


def is_on(element):
    return element is not None and attribute(element, "w:val") not in ("0", "false", "off")


def child(element, *path):
    for name in path:
        element = next((e for e in element if short(e.tag) == name), None) if element is not None else None
    return element


def branch(alternatives):
    """The one of mc:AlternateContent that is shown."""
    for one in alternatives:
        needs = one.get("Requires", "").split()
        if short(one.tag) == "mc:Fallback" or all(UNDERSTOOD.fullmatch(prefix) for prefix in needs):
            return one
    return []


class Package:
    """The parts of one file. Raises ValueError, zipfile.BadZipFile or OSError."""

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = {n.lstrip("/").lower(): n for n in self.zip.namelist()}

    def xml(self, name):
        entry = self.names.get(name.lower())
        if entry is None:
            return None
        if self.zip.getinfo(entry).file_size > PART_BYTES_MAX:
            raise ValueError(f"{name} is too large")
        data = self.zip.read(entry)
        try:
            return ET.fromstring(data)
        except ET.ParseError as error:
            raise ValueError(f"{name}: {error}") from None

    def relations(self, part):
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        found = {}
        for relation in root if root is not None else ():
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, target.replace("\\", "/"))).lstrip("/")
            found[relation.get("Id")] = (relation.get("Type", "").rpartition("/")[2], target)
        return found


class Styles:
    """What the named styles say: of headings, of bold and hidden text, of header rows."""

    def __init__(self, root):
        self.by_id, self.defaults = {}, {}
        for style in root if root is not None else ():
            if short(style.tag) == "w:style":
                self.by_id[attribute(style, "w:styleId")] = style
                if attribute(style, "w:default") in ("1", "true", "on"):
                    self.defaults[attribute(style, "w:type")] = style
        self.run_defaults = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr") if root is not None else None

    def chain(self, style_id, kind):
        style, chain = self.by_id.get(style_id), []
        if style is None or attribute(style, "w:type") not in (kind, ""):
            style = self.defaults.get(kind)
        while style is not None and style not in chain:
            chain.append(style)
            style = self.by_id.get(attribute(child(style, "w:basedOn"), "w:val"))
        return chain

    @staticmethod
    def name(style):
        return attribute(child(style, "w:name"), "w:val").lower()

    def level(self, paragraph_props):
        """1 to 9, or 0 for no heading."""
        chain = self.chain(attribute(child(paragraph_props, "w:pStyle"), "w:val"), "paragraph")
        if any(self.name(style) == "title" for style in chain):
            return 1
        stated = [(child(paragraph_props, "w:outlineLvl"), "")]
        stated += [(child(style, "w:pPr", "w:outlineLvl"), self.name(style)) for style in chain]
        for outline, name in stated:
            if outline is not None:
                level = int(attribute(outline, "w:val") or 9)
                return level + 1 if level < 9 else 0
            if re.fullmatch("heading [1-9]", name):
                return int(name[-1])
        return 0

    def is_toggled(self, toggle, run_props, paragraph_props, table_looks):
        """Is w:b or w:vanish on, through all levels (17.7.3)?"""
        direct = child(run_props, toggle)
        if direct is not None:
            return is_on(direct)
        on = is_on(child(self.run_defaults, toggle))
        flips = [next((is_on(child(look, toggle)) for look in table_looks if child(look, toggle) is not None), False)]
        for props, name, kind in ((paragraph_props, "w:pStyle", "paragraph"), (run_props, "w:rStyle", "character")):
            style_id = attribute(child(props, name), "w:val")
            chain = self.chain(style_id, kind) if kind == "paragraph" or style_id else []
            stated = (child(style, "w:rPr", toggle) for style in chain)
            flips.append(next((is_on(one) for one in stated if one is not None), False))
        return on or sum(flips) % 2 == 1

    def table_looks(self, table_props, place):
        """Of the parts of the table's style that hold at PLACE, most telling first."""
        parts = []
        for style in self.chain(attribute(child(table_props, "w:tblStyle"), "w:val"), "table"):
            conditional = {attribute(e, "w:type"): e for e in style if short(e.tag) == "w:tblStylePr"}
            parts.append([conditional[p] for p in place if p in conditional] + [style])
        return [part for style_parts in parts for part in style_parts]


def look_flags(table_props):
    look = child(table_props, "w:tblLook")
    bits = int(attribute(look, "w:val") or "0", 16) if re.fullmatch("[0-9A-Fa-f]*", attribute(look, "w:val")) else 0
    row, column = attribute(look, "w:firstRow"), attribute(look, "w:firstColumn")
    first_row = row not in ("0", "false", "off") if row else bool(bits & 0x20)
    first_column = column not in ("0", "false", "off") if column else bool(bits & 0x80)
    return first_row, first_column


Cell = collections.namedtuple("Cell", "text first_line is_blank is_bold n_words has_blocks is_box width")


class Table:
    def __init__(self, props):
        self.props = props
        self.first_row, self.first_column = look_flags(props)
        self.rows, self.n_header_rows, self.holds_table = [], 0, False
        self.column, self.merged_down = 0, set()  # grid columns where a cell goes on below
        self.looks = []  # parts of its style that hold in the present cell

    def goes_on(self, props):
        """Is the cell with PROPS part of the one above? Word shows nothing of it."""
        merge = child(props, "w:vMerge")
        if merge is not None and attribute(merge, "w:val") != "restart" and self.column in self.merged_down:
            return True
        self.merged_down.discard(self.column)
        if merge is not None and attribute(merge, "w:val") == "restart":
            self.merged_down.add(self.column)
        return False

    def what(self):
        """With a header row, without one, or why columns need no names here."""
        if any(not cell.is_blank for row in self.rows[:self.n_header_rows] for cell in row):
            return "with header"
        cells = [cell for row in self.rows for cell in row]
        n_columns = max((sum(cell.width for cell in row) for row in self.rows), default=0)
        n_long = sum(cell.n_words > 25 for cell in cells)
        if len(self.rows) < 2 or n_columns < 2:
            return "one row or column"
        if self.holds_table:
            return "holds a table"
        if 2 * sum(cell.is_blank for cell in cells) >= len(cells):
            return "half empty"
        if 2 * n_long > len(cells) or (any(cell.has_blocks for cell in cells) and 4 * n_long > len(cells)):
            return "mostly prose"
        if re.search(r"(?<![A-Za-z])sign(ed|ature)", "\n".join(cell.text for cell in cells), re.I):
            return "for signing"
        if self.is_labelled(n_columns):
            return "labels and values"
        return "data without header" if self.has_names() else "form or letterhead"

    def has_names(self):
        """Does a row that could name columns stand above rows that fill several?"""
        filled = [sum(not cell.is_blank for cell in row) for row in self.rows]
        top = next((i for i, row in enumerate(self.rows) if len(row) > 1 and filled[i]), None)
        if top is None:
            return False
        for i, cell in enumerate(self.rows[top]):
            is_label = re.search(r":(?![0-9])", cell.first_line)
            has_sign = re.search(r"[^\s_.-]", cell.text)
            is_name = has_sign and not is_label and not cell.is_box and cell.n_words <= 15
            if not is_name and not (i == 0 and cell.is_blank):
                return False
        data = [n > 1 for n in filled[top + 1:]]
        return any(data) and 2 * sum(data) >= len(data)

    def is_labelled(self, n_columns):
        """A label of a few words before its value in each row?"""
        n_marked = 0
        for row in self.rows:
            first = row[0] if row else None
            if all(cell.text == "" for cell in row) or len(row) == 1:
                n_marked += 1
                continue
            if not first.text or first.text[0].isdigit() or first.n_words > 6:
                return False
            n_marked += first.text.endswith(":") or first.is_bold
        if n_marked == len(self.rows) and n_columns <= 4:
            return True
        return n_columns == 2 and not self.names_columns()

    def names_columns(self):
        """Is the first row bold above plain, or words above figures?"""
        first, others = self.rows[0], [row[-1] for row in self.rows[1:] if row]
        are_figures = len(others) == len(self.rows) - 1 and all(re.search("[0-9]", cell.text) for cell in others)
        above_figures = are_figures and first and not re.search("[0-9]", first[-1].text)
        above_plain = all(cell.is_bold for cell in first) and not any(cell.is_bold for cell in others)
        return bool(above_figures or above_plain)


class Text:
    """What a paragraph or cell shows."""

    def __init__(self):
        self.pieces, self.n_things, self.bold = [], 0, []
        self.first_line, self.n_paragraphs = None, 0  # of several paragraphs; those with something in them

    def add(self, piece, is_bold=False):
        self.pieces.append(piece)
        if piece.strip():
            self.bold.append(is_bold)

    def __str__(self):
        return " ".join("".join(self.pieces).split())


SKIPPED = {
    "w:del", "w:moveFrom", "w:delText", "w:delInstrText", "w:instrText", "w:rt", "w:fldData", "w:pPr", "w:rPr",
    "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr", "w:sdtEndPr", "w:sectPr", "m:rPr", "m:ctrlPr",
}
SHOWN_AS = {"w:tab": " ", "w:ptab": " ", "w:br": " ", "w:cr": " ", "w:noBreakHyphen": "-", "w:sym": "\N{BULLET}"}
PICTURE_PARTS = {"pic:pic", "a:pic", "c:chart", "cx:chart", "dgm:relIds"}


class Story:
    """One part's text from its beginning to its end."""

    def __init__(self, styles):
        self.styles = styles
        self.pictures, self.tables, self.headings = collections.Counter(), [], []
        self.notes = {"w:footnoteReference": set(), "w:endnoteReference": set()}
        self.open_tables, self.texts = [], [Text()]
        self.fields = []  # per open field: is its result being shown?
        self.paragraph_props, self.joined, self.is_bold = None, None, False

    def is_shown(self):
        return all(self.fields)

    def walk(self, element):
        name = short(element.tag)
        if name in SKIPPED:
            return
        handler = getattr(self, "on_" + name.replace(":", "_"), None)
        if handler:
            handler(element)
        elif name in SHOWN_AS and self.is_shown():
            self.add(SHOWN_AS[name])
        else:
            self.walk_children(element)

    def walk_children(self, element):
        for inner in element:
            self.walk(inner)

    def add(self, piece):
        self.texts[-1].add(piece, self.is_bold)

    def on_mc_AlternateContent(self, element):
        self.walk_children(branch(element))

    # Paragraphs and runs

    def on_w_p(self, element):
        outer = self.paragraph_props
        self.paragraph_props = child(element, "w:pPr")
        text, self.joined = self.joined or Text(), None
        place = len(self.headings)
        self.headings.append(None)
        self.texts.append(text)
        self.walk_children(element)
        self.texts.pop()
        mark = child(self.paragraph_props, "w:rPr")
        if child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None:
            self.joined = text
        else:
            self.headings[place] = (self.styles.level(self.paragraph_props), str(text), text.n_things)
            if self.texts[-1].first_line is None:
                self.texts[-1].first_line = str(text)
            self.texts[-1].n_paragraphs += bool(str(text) or text.n_things)
            self.texts[-1].add(" " + "".join(text.pieces) + " ")
            self.texts[-1].bold[-1:] = text.bold if str(text) else []
            self.texts[-1].n_things += text.n_things
        self.paragraph_props = outer

    def on_w_r(self, element):
        props = child(element, "w:rPr")
        looks = [child(look, "w:rPr") for look in self.open_tables[-1].looks] if self.open_tables else []
        if self.styles.is_toggled("w:vanish", props, self.paragraph_props, looks):
            for inner in element:  # the signs of a field count though they are hidden
                if short(inner.tag) == "w:fldChar":
                    self.on_w_fldChar(inner)
            return
        self.is_bold = self.styles.is_toggled("w:b", props, self.paragraph_props, looks)
        self.walk_children(element)
        self.is_bold = False

    def on_w_t(self, element):
        if self.is_shown():
            self.add(element.text or "")

    on_m_t = on_w_t

    def on_w_fldChar(self, element):
        kind = attribute(element, "w:fldCharType")
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def on_w_footnoteReference(self, element):
        if self.is_shown():
            self.notes[short(element.tag)].add(attribute(element, "w:id"))

    on_w_endnoteReference = on_w_footnoteReference

    # Pictures

    def on_w_drawing(self, element):
        if not self.is_shown():
            return
        parts = list(self.own_parts(element))
        names = {short(part.tag) for part in parts}
        is_vml = any(short(p.tag) == "v:imagedata" and attribute(p, "r:id", "r:pict", "src") for p in parts)
        if names & PICTURE_PARTS or is_vml or short(element.tag) == "w:object":
            self.texts[-1].n_things += 1
            self.pictures[self.telling(parts, names)] += 1
        for box in (e for e in self.shown(element) if short(e.tag) == "w:txbxContent"):
            self.box(box)

    on_w_pict = on_w_object = on_w_drawing

    @staticmethod
    def telling(parts, names):
        """What a listener has of a picture."""
        if names & {"w:control"}:
            return "form control"
        if any(attribute(part, "o:hr") in ("t", "true", "1") for part in parts):
            return "rule"
        for part in parts:
            name = short(part.tag)
            if name == "adec:decorative" and attribute(part, "val") not in ("0", "false"):
                return "decorative"
            if name in ("wp:docPr", "pic:cNvPr") and attribute(part, "descr", "title"):
                return "with text"
            if name.startswith("v:") and name != "v:imagedata" and attribute(part, "alt", "title"):
                return "with text"
        return "without text"

    def shown(self, element):
        """ELEMENT's descendants, of alternatives one, text boxes not entered."""
        for inner in element:
            if short(inner.tag) == "mc:AlternateContent":
                yield from self.shown(branch(inner))
                continue
            yield inner
            if short(inner.tag) != "w:txbxContent":
                yield from self.shown(inner)

    def own_parts(self, element):
        return (e for e in self.shown(element) if short(e.tag) != "w:txbxContent")

    def box(self, element):
        kept = self.texts, self.open_tables, self.fields, self.joined
        self.texts, self.open_tables, self.fields, self.joined = [Text()], [], [], None
        self.walk_children(element)
        self.texts, self.open_tables, self.fields, self.joined = kept

    # Tables

    def on_w_tbl(self, element):
        if self.open_tables:
            self.open_tables[-1].holds_table = True
        table = Table(child(element, "w:tblPr"))
        self.tables.append(table)
        self.open_tables.append(table)
        self.walk_children(element)
        self.open_tables.pop()

    def on_w_tr(self, element):
        props = child(element, "w:trPr")
        if not self.open_tables or child(props, "w:del") is not None:
            return
        table = self.open_tables[-1]
        is_first = not table.rows
        place = ["firstRow"] if is_first and table.first_row else []
        stated = [child(props, "w:tblHeader")]
        stated += [child(look, "w:trPr", "w:tblHeader") for look in self.styles.table_looks(table.props, place)]
        is_header = next((is_on(one) for one in stated if one is not None), False)
        if is_header and table.n_header_rows == len(table.rows):
            table.n_header_rows += 1
        table.rows.append([])
        table.column = 0
        self.walk_children(element)

    def on_w_tc(self, element):
        table = self.open_tables[-1] if self.open_tables else None
        if table is None or not table.rows:
            return
        props = child(element, "w:tcPr")
        place = ["firstRow"] if len(table.rows) == 1 and table.first_row else []
        place += ["firstCol"] if table.column == 0 and table.first_column else []
        width = int(attribute(child(props, "w:gridSpan"), "w:val") or 1)
        goes_on = table.goes_on(props)
        table.column += width
        if goes_on:
            return
        outer, table.looks = table.looks, self.styles.table_looks(table.props, place)
        text = Text()
        self.texts.append(text)
        self.walk_children(element)
        self.texts.pop()
        table.looks = outer
        blocks = [e for e in element if short(e.tag) in ("w:p", "w:tbl", "w:sdt")]
        shown, first_line = str(text), text.first_line or ""
        levels = [self.styles.level(child(e, "w:pPr")) for e in blocks if short(e.tag) == "w:p"]
        is_box = 1 in levels or text.n_paragraphs > 2  # a letterhead or a title
        table.rows[-1].append(Cell(
            shown, first_line, not shown and not text.n_things, bool(text.bold) and all(text.bold), len(shown.split()),
            len(blocks) > 1 or any(levels) or any(short(e.tag) == "w:tbl" for e in blocks), is_box, width))


class Paper:
    """The counts of one file, and by measure what was met and why it counts or not."""

    def __init__(self, path):
        package = Package(path)
        main = next((t for kind, t in package.relations("").values() if kind == "officeDocument"), None)
        root = package.xml(main) if main else None
        if root is None or short(root.tag) != "w:document":
            raise ValueError("no Word text")
        self.package, self.relations = package, package.relations(main)
        self.styles = Styles(self.part("styles"))
        body = Story(self.styles)
        body.walk(root)
        stories = [body, self.notes("footnotes", body.notes["w:footnoteReference"]),
                   self.notes("endnotes", body.notes["w:endnoteReference"]), self.notes("comments", None)]
        pictures = sum((story.pictures for story in stories), collections.Counter())
        pictures["in header or footer"] = sum(
            sum(self.notes(kind, None, target).pictures.values()) for kind, target in self.relations.values()
            if kind in ("header", "footer"))
        tables = [table for story in stories for table in story.tables]
        self.headings = [heading for heading in body.headings if heading and heading[0] and any(heading[1:])]
        skips = [after[0] > before[0] + 1 for before, after in zip(self.headings, self.headings[1:])]
        self.met = {
            PICTURES: pictures,
            TABLES: collections.Counter(table.what() for table in tables),
            HEADINGS: collections.Counter("skips a level" if skip else "follows" for skip in skips),
        }
        self.counts = {PICTURES: pictures["without text"], TABLES: self.met[TABLES]["data without header"],
                       HEADINGS: sum(skips)}

    def part(self, kind):
        target = next((target for type_, target in self.relations.values() if type_ == kind), None)
        return self.package.xml(target) if target else None

    def notes(self, kind, wanted, target=None):
        """What one part holds; only the notes that WANTED names, unless it is None."""
        story, root = Story(self.styles), self.package.xml(target) if target else self.part(kind)
        for note in root if root is not None else ():
            if wanted is None or (attribute(note, "w:id") in wanted and attribute(note, "w:type") in ("", "normal")):
                story.walk_children(note)
        return story


def told_by_program(program, paths):
    """By path, what plainpaper reports of the three faults, for the files that it reads."""
    told = {}
    for start in range(0, len(paths), FILES_A_RUN):
        command = [program, "check", "--no-config", "--all", "--format", "json", "--only", ",".join(RULES)]
        run = subprocess.run(command + paths[start:start + FILES_A_RUN], capture_output=True, timeout=600, check=False)
        told.update((document["path"], document["findings"]) for document in json.loads(run.stdout)["documents"]
                    if document["statistics"]["words"] is not None)
    return told


class Comparison:
    def __init__(self):
        self.n_files, self.n_agree = 0, collections.Counter()
        self.ours, self.theirs = collections.Counter(), collections.Counter()
        self.met = collections.defaultdict(collections.Counter)
        self.differing, self.unread = [], []

    def add(self, path, paper, findings):
        self.n_files += 1
        for measure, ours in paper.counts.items():
            told = [finding for finding in findings if RULES[finding["rule"]] == measure]
            self.ours[measure] += ours
            self.theirs[measure] += len(told)
            self.met[measure].update(paper.met[measure])
            self.n_agree[measure] += ours == len(told)
            if ours != len(told):
                self.differing.append(f"{measure}: {path}: {ours} here, {len(told)} by plainpaper; here: "
                                      + ", ".join(f"{n} {what}" for what, n in paper.met[measure].items()))
                self.differing += [f"    {finding['part']}, paragraph {finding['paragraph']}: {finding['message']}"
                                   for finding in told]

    def print(self):
        for measure in (PICTURES, TABLES, HEADINGS):
            print(f"{measure}: {self.n_agree[measure]} of {self.n_files} files agree; "
                  f"{self.ours[measure]} here, {self.theirs[measure]} by plainpaper")
            print("    of all: " + ", ".join(f"{n} {what}" for what, n in self.met[measure].most_common()))
        for line in self.differing + self.unread:
            print(line)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.split("\n\n")[1])
    sys.setrecursionlimit(20000)  # as deep as elements may nest
    program, folder = sys.argv[1:]
    paths = sorted(os.path.join(root, name) for root, _, names in os.walk(folder) for name in names
                   if name.lower().endswith(EXTENSIONS))
    told = told_by_program(program, paths)
    comparison = Comparison()
    for path in paths:
        try:
            paper = Paper(path)
        except UNREADABLE as error:
            by_whom = "read by plainpaper, not here" if path in told else "not read by either"
            comparison.unread.append(f"{path}: {by_whom}: {error}")
            continue
        if path in told:
            comparison.add(path, paper, told[path])
        else:
            comparison.unread.append(f"{path}: read here, not by plainpaper")
    comparison.print()
    if not comparison.n_files:
        return 2
    return 1 if comparison.differing else 0


if __name__ == "__main__":
    sys.exit(main())
