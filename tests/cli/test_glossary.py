"""glossary: the sheet in its three forms, by paper, with clashes, and what was not read."""
import csv
import html.parser
import io

from support import *

QUALITY = """# Quality report

The integrated care board (ICB) met. The ICB read the corporate risk register.

The XQZ asked about a pressure ulcer. In order to help, the CPA was used, as the GP said.
"""
FINANCE = """# Finance report

## Money

The ICB met. Its corporate risk register is long. The continuing personal journey (CPJ) is new.
"""


class Cells(html.parser.HTMLParser):
    """What a page is made of."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.texts = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.texts.append(data)

    def named(self, name):
        return [attrs for tag, attrs in self.tags if tag == name]


class Glossary(CliTest):
    def glossary(self, *args, status=CLEAN, err=None):
        self.assert_run(status, "glossary", "--no-config", *args, err=err)
        return self.out

    def rows(self, *args, status=CLEAN):
        """The rows of the CSV form, by the names of its columns."""
        out = self.glossary("-f", "csv", *args, status=status)
        self.assertTrue(out.startswith("\ufeffterm,long,plain,"), out[:40])
        return list(csv.DictReader(io.StringIO(out[1:], newline="")))

    def row(self, term, rows):
        found = [row for row in rows if row["term"] == term]
        self.assertEqual(len(found), 1, f"{term}: {found}")
        return found[0]

    def section(self, name, text):
        """The lines of a section of the Markdown form."""
        self.assertIn(f"\n## {name}\n", text)
        return text.split(f"\n## {name}\n")[1].split("\n## ")[0]

    def put_papers(self):
        self.put("p/1-quality.md", QUALITY)
        self.put("p/2-finance.md", FINANCE)

    def test_name_of_the_sheet(self):
        self.put("x.md", QUALITY)
        for name, start in (("w.csv", "\ufeffterm"), ("W.CSV", "\ufeffterm"), ("w.HTML", "<!DOCTYPE"), ("w.md", "# "),
                            ("w", "# ")):
            self.glossary("x.md", "-o", name, err=[])
            self.assertTrue((self.folder / name).read_text(encoding="utf-8").startswith(start), name)
        for name in ("w.docx", "w.PDF", "w.xlsx"):
            self.glossary("x.md", "-o", name, status=USAGE,
                          err=f"{name}: A sheet of this kind is not written. Name it .html, .csv or .md.")
            self.assertFalse((self.folder / name).exists())

    def test_markdown(self):
        self.put_papers()
        text = self.glossary("p", err=[])
        self.assertTrue(text.startswith("# Words explained\n"), text)
        meant = self.section("What they mean", text)
        self.assertIn("| ICB | integrated care board: the body that plans and pays for local NHS services | "
                      "`1-quality.md`; plain words from our dictionary | "
                      "Line 3, under `Quality report` in `1-quality.md` | 3 |", meant)
        self.assertIn("| corporate risk register | list of the whole organisation's risks | Our dictionary | "
                      "Line 3, under `Quality report` in `1-quality.md` | 2 |", meant)
        self.assertIn("| pressure ulcer | pressure sore; bed sore | Our dictionary |", meant)
        self.assertIn("| CPJ | continuing personal journey | `2-finance.md` | "
                      "Line 5, under `Money` in `2-finance.md` | 1 |", meant)
        self.assertIn("| `XQZ` | Line 5,", self.section("What no one explains", text))
        self.assertNotIn("order to", text)  # a wordy phrase is nothing to look up
        self.assertIn("Left out, because most readers know them: GP.", text)

    def test_several_meanings_are_asked(self):
        self.put_papers()
        text = self.glossary("p/1-quality.md")
        asked = self.section("Which one is meant?", text)
        self.assertIn("| `CPA` | ", asked)
        self.assertIn(". Or ", asked)
        self.assertNotIn("CPA", self.section("What they mean", text))
        rows = [row for row in self.rows("p/1-quality.md") if row["term"] == "CPA"]
        self.assertGreater(len(rows), 1)
        self.assertEqual({row["state"] for row in rows}, {"several meanings"})

    def test_html(self):
        self.put_papers()
        page = Cells(self.glossary("p", "--format", "html"))
        self.assertEqual(page.named("html"), [{"lang": "en-GB"}])
        self.assertEqual(len(page.named("title")), 1)
        self.assertEqual(len(page.named("h1")), 1)
        self.assertTrue(page.named("table"))
        self.assertEqual(len(page.named("caption")), len(page.named("table")))
        self.assertEqual({tuple(th.items()) for th in page.named("th")},
                         {(("scope", "col"),), (("scope", "row"),)})
        self.assertIn("integrated care board: the body that plans and pays for local NHS services", page.texts)

    def test_passes_our_own_check(self):
        self.put_papers()
        self.put("list.csv", "term,long,plain\nXQY,,our team\n")
        self.put("p/3-more.txt", "PSIRF\n\nThe XQY met. The intermediate cat board (ICB) met. The CIL and the CIP grew.\n")
        self.put("p/4.doc", "old")
        for name in ("sheet.md", "sheet.html"):
            for more in ([], ["--by-paper"], ["--glossary", "list.csv"]):
                self.glossary("p", "p/4.doc", "-o", name, *more, status=NOT_CHECKED)
                self.documents(name)
                findings = self.report["documents"][0]["findings"]
                self.assertEqual([f["rule"] for f in findings if f["severity"] != "suggestion"], [], name)

    def test_format_by_name(self):
        self.put("p.md", QUALITY)
        for name, start in (("a.html", b"<!DOCTYPE html>"), ("a.csv", b"\xef\xbb\xbfterm"), ("a.md", b"# Words"),
                            ("a.txt", b"# Words")):
            self.glossary("p.md", "-o", name)
            self.assertTrue((self.folder / name).read_bytes().startswith(start), name)
        self.glossary("p.md", "-f", "csv", "-o", "a.html")
        self.assertTrue((self.folder / "a.html").read_bytes().startswith(b"\xef\xbb\xbfterm"))

    def test_csv(self):
        self.put_papers()
        rows = self.rows("p")
        self.assertEqual(self.row("ICB", rows), {
            "term": "ICB", "long": "integrated care board",
            "plain": "the body that plans and pays for local NHS services",
            "source": "paper; plain words: our dictionary", "source_paper": "p/1-quality.md",
            "source_place": "Line 3", "state": "explained", "uses": "3", "papers": "2", "paper": "p/1-quality.md",
            "heading": "Quality report", "place": "Line 3"})
        self.assertEqual(self.row("XQZ", rows)["state"], "not explained")
        raw = self.glossary("p", "-f", "csv", "-o", "a.csv") or (self.folder / "a.csv").read_bytes()
        self.assertEqual(raw.count(b"\r\n"), raw.count(b"\n"))

    def test_csv_for_spreadsheets(self):
        self.put("list.csv", 'term,long,plain\nRABC,"=HYPERLINK(""http://x"",""y"")","+1, -2"\nRDEF,@home,-5\n')
        self.put("p.md", "# =1+1\n\nThe RABC and the RDEF met.\n")
        rows = self.rows("p.md", "--glossary", "list.csv")
        abc, rdef = self.row("RABC", rows), self.row("RDEF", rows)
        self.assertEqual((abc["long"], abc["plain"]), ('\'=HYPERLINK("http://x","y")', "'+1, -2"))
        self.assertEqual((rdef["long"], rdef["plain"], rdef["heading"]), ("'@home", "'-5", "'=1+1"))

    def test_csv_becomes_a_list(self):
        self.put_papers()
        rows = list(csv.reader(io.StringIO(self.glossary("p", "-f", "csv"), newline="")))
        text = io.StringIO(newline="")
        csv.writer(text).writerows(row[:3] for row in rows)
        self.put("list.csv", text.getvalue())
        again = self.rows("p", "--glossary", "list.csv")
        self.assertEqual(self.row("ICB", again)["source"], "organisation's list")
        self.assertEqual(self.row("ICB", again)["state"], "explained")

    def test_by_paper(self):
        self.put_papers()
        text = self.glossary("p", "--by-paper")
        quality = self.section("Words of paper 1: `Quality report`", text)
        finance = self.section("Words of paper 2: `Finance report`", text)
        self.assertIn("| ICB | integrated care board: ", quality)
        self.assertIn("| Line 3, under `Quality report` | 2 |", quality)
        self.assertIn("`1-quality.md`; plain words from our dictionary | Line 5, under `Money` | 1 |", finance)
        self.assertNotIn("CPJ", quality)
        self.assertIn("XQZ", self.section("What no one explains", text))
        papers = [row["paper"] for row in self.rows("p", "--by-paper")]
        self.assertEqual(papers, sorted(papers))
        self.assertEqual(set(papers), {"p/1-quality.md", "p/2-finance.md"})

    def test_own_list_comes_first(self):
        self.put("list.csv", "term,long,plain\nXQZ,xylophone quiz zone,a music room\ncare navigator,,person who helps\n"
                             "corporate risk register,,our worries\nGP,,your family doctor\n")
        self.put("p.md", QUALITY + "\nThe care navigator came.\n")
        rows = self.rows("p.md", "--glossary", "list.csv")
        for term, long, plain in (("XQZ", "xylophone quiz zone", "a music room"), ("GP", "", "your family doctor"),
                                  ("care navigator", "", "person who helps"),
                                  ("corporate risk register", "", "our worries")):
            row = self.row(term, rows)
            self.assertEqual((row["long"], row["plain"], row["source"], row["state"]),
                             (long, plain, "organisation's list", "explained"))
        self.assertNotIn("What no one explains", self.glossary("p.md", "--glossary", "list.csv"))

    def test_own_list_in_any_language(self):
        self.put("list.csv", "term,long,plain\nbwrdd,,the board\n")
        self.put("p.md", "# Adroddiad\n\n" + "Cyfarfu y bwrdd yn y neuadd ddoe am ddau o'r gloch prynhawn heulog iawn "
                         "gyda phawb yn bresennol ac yn hapus, medd triage.\n\n" * 3)
        terms = [row["term"] for row in self.rows("p.md", "--glossary", "list.csv")]
        self.assertEqual(terms, ["bwrdd"])

    def test_clash_with_own_list(self):
        self.put("list.csv", "term,long,plain\nICB,insect collection box,a box\n")
        self.put("p.md", QUALITY)
        text = self.glossary("p.md", "--glossary", "list.csv")
        clash = self.section("Explained in more than one way", text)
        self.assertIn("| `ICB` | Organisation’s list | insect collection box |", clash)
        self.assertIn("| `ICB` | The paper: Line 3, under `Quality report` | integrated care board |", clash)
        self.assertLess(clash.index("insect"), clash.index("integrated"))
        self.put("list.csv", "term,long,plain\nICB,Integrated Care Boards,local planners\n")
        text = self.glossary("p.md", "--glossary", "list.csv")
        self.assertNotIn("Explained in more than one way", text)
        self.assertIn("| ICB | Integrated Care Boards: local planners | Organisation’s list |", text)

    def test_papers_differ(self):
        self.put("a.md", "# One\n\nThe health visiting group (HVG) met. The HVG left.\n")
        self.put("b.md", "# Two\n\nThe harbour view gardeners (HVG) met. The HVG left.\n")
        self.put("c.md", "# Three\n\nThe HVG met.\n")
        clash = self.section("Explained in more than one way", self.glossary("a.md", "b.md", "c.md"))
        self.assertIn("| `HVG` | Line 3, under `One` in `a.md` | health visiting group |", clash)
        self.assertIn("| `HVG` | Line 3, under `Two` in `b.md` | harbour view gardeners |", clash)
        text = self.glossary("a.md", "b.md", "c.md", "--by-paper")
        self.assertNotIn("harbour", self.section("Words of paper 1: `One`", text))
        self.assertNotIn("visiting", self.section("Words of paper 2: `Two`", text))
        third = self.section("Words of paper 3: `Three`", text)
        self.assertIn("health visiting group. Or harbour view gardeners", third)

    def test_paper_explains_a_word(self):
        self.put("p.md", "# One\n\nA pressure ulcer means a sore from lying still. No one had a pressure ulcer.\n\n"
                         "Antimicrobial stewardship (i.e. giving fewer antibiotics) helped. "
                         "Reablement (see page 3) is new.\n\n"
                         "| Term | Meaning |\n|---|---|\n| Quorum | enough members to decide |\n\nThere was no quorum.\n")
        rows = self.rows("p.md")
        for term, plain in (("pressure ulcer", "a sore from lying still"),
                            ("antimicrobial stewardship", "giving fewer antibiotics"),
                            ("quorum", "enough members to decide")):
            row = self.row(term, rows)
            self.assertEqual((row["plain"], row["source"]), (plain, "paper"))
        self.assertEqual(self.row("reablement", rows)["source"], "our dictionary")

    def test_unreadable(self):
        self.put_papers()
        self.put("p/old.doc", "x")
        text = self.glossary("p/1-quality.md", "p/old.doc", "gone.md", status=NOT_CHECKED,
                             err=["p/old.doc: The old Word format is not read. Save it as .docx and check that.",
                                  "gone.md: There is no such file. Check the path."])
        missing = self.section("Not looked at", text)
        self.assertIn("- `p/old.doc`: The old Word format is not read.", missing)
        self.assertIn("- `gone.md`: There is no such file.", missing)
        self.assertIn("| ICB |", text)
        rows = self.rows("p/1-quality.md", "gone.md", status=NOT_CHECKED)
        self.assertEqual((rows[0]["term"], rows[0]["paper"], rows[0]["state"]), ("", "gone.md", "not looked at"))
        self.assertIn("- 1 file of other kinds in the folders.", self.section("Not looked at", self.glossary("p")))
        self.assertEqual(self.rows("p")[0]["paper"], "1 file of other kinds in the folders")
        text = self.glossary("gone.md", status=NOT_CHECKED)
        self.assertIn("No paper could be read", text)
        self.assertNotIn("What they mean", text)

    def test_order(self):
        self.put("p.md", "# One\n\nThe zebra quota board (zQB) and the A&E team (AET) met. The care-home entry rota (CHER) "
                         "is new. The ICB spoke of a care pathway, carers and a care package.\n")
        terms = [row["term"] for row in self.rows("p.md") if row["state"] == "explained"]
        self.assertEqual(terms, sorted(terms, key=lambda term: term.lower().replace("-", " ")))
        self.assertIn("ICB", terms)

    def test_same_for_any_jobs(self):
        self.put_papers()
        for i in range(6):
            self.put(f"p/more-{i}.md", f"# More {i}\n\nThe ABX{i} and the ICB met. The audit trail board {i} (ATB{i}) left.\n")
        for form in ("markdown", "html", "csv"):
            first = self.glossary("p", "-f", form, "-j", "1")
            self.assertEqual(first, self.glossary("p", "-f", form, "-j", "4"))

    def test_rules_that_are_off_explain_still(self):
        self.put(".plainpaper.yaml", "settings: {jargon.governance: off, acronyms: off}\n")
        self.put("p.md", QUALITY)
        self.assert_run(CLEAN, "glossary", "p.md", "-f", "csv", err=[])
        self.assertIn("corporate risk register,", self.out)
        self.assertIn("ICB,integrated care board,", self.out)
        self.put(".plainpaper.yaml", "settings: {jargon.governance: {glossary: no}}\n")
        self.assert_run(CLEAN, "glossary", "p.md", "-f", "csv", err=[])
        self.assertNotIn("corporate risk register,", self.out)

    def test_papers_bring_in_no_markup(self):
        self.put("p.md", "# A `|` <script>x</script> [b](c)\n\nThe <b>mad</b> hatter\\|club (MHC) and the XQZ met. The MHC left.\n")
        text = self.glossary("p.md")
        for line in text.splitlines():
            if line.startswith("| MHC"):
                self.assertEqual(line.replace("\\|", "").count("|"), 6, line)
        page = Cells(self.glossary("p.md", "-f", "html"))
        self.assertEqual(page.named("script"), [])

    def test_not_short_forms(self):
        self.put("p.md", "# One\n\nE.g. the retrospectives (retros) went well. Retros help. PLEASE READ THIS NOW. "
                         "See page IV, i.e. the end.\n\nIt is MONDAY. Come on MONDAY. The signs 20FF and D7AF are used, and 20FF again.\n\n"
                         "# OHIO visit\n\nOHIO is far. OHIO again.\n")
        self.assertEqual([row["term"] for row in self.rows("p.md")], [])

    def test_names_that_are_short_forms(self):
        self.put("p.md", "We use DORA metrics. Ask a FIDO group. Meet in LONDON today. The MONDAY meeting is late. "
                         "Cllr SMITH asked.\n")
        self.assertEqual([row["term"] for row in self.rows("p.md")], ["DORA", "FIDO"])

    def test_nothing_explained(self):
        self.put("p.md", "The XQZ met.\n")
        text = self.glossary("p.md")
        self.assertIn("\nFor 1 word of 1 paper you need to ask the author.\n", text)
        self.assertNotIn("## What they mean", text)
        self.put("q.md", "The cat sat.\n")
        self.assertTrue(self.glossary("q.md").endswith("\nWe found no word to explain in 1 paper.\n"))

    def test_guess(self):
        self.put("p.md", "Visit the Science Community. The SC met.\n")
        self.assertIn("| `SC` | Perhaps Science Community |", self.section("Which one is meant?", self.glossary("p.md")))

    def test_usage(self):
        self.put("p.md", QUALITY)
        self.assert_one_line(USAGE, "glossary", out="", pattern="Which papers?")
        self.assert_one_line(USAGE, "glossary", "-f", "json", "p.md", out="", pattern="Option --format does not know “json”")
        self.assert_one_line(USAGE, "glossary", "--only", "access", "p.md", out="", pattern="Unknown option --only")
        self.assert_one_line(USAGE, "glossary", "--glossary", "gone.csv", "p.md", out="", pattern=r"gone\.csv: ")

    def test_stdin(self):
        self.run_program("glossary", "-", stdin=QUALITY)
        self.assertIn("| ICB | integrated care board", self.out)


class OwnListInCheck(CliTest):
    """--glossary in check and pack."""

    def findings(self, *args):
        self.run_program("check", "--no-config", "--format", "json", *args)
        return json.loads(self.out)["documents"][0]["findings"]

    def test_suggestions(self):
        self.put("list.csv", "term,long,plain\nICB,insect collection box,\nPLACE,,our club\nrisk register,,our worries\n")
        self.put("p.md", "# Report\n\nThe ICB and the PLACE read the corporate plan and the risk register.\n")
        tried = {f["match"]: f["suggestions"] for f in self.findings("--glossary", "list.csv", "p.md")}
        self.assertEqual(tried["ICB"], ["insect collection box (ICB)"])
        self.assertEqual(tried["PLACE"], [])  # not the dictionary's meaning: the list has its own
        self.assertEqual(tried["risk register"], ["our worries"])

    def test_pack(self):
        self.put("list.csv", "term,long,plain\nICB,insect collection box,a box of beetles\n")
        self.put("p/agenda.md", "# Board agenda\n\nDate: 1 May 2026\n\n1. ICB update (to note)\n2. CPA (to note)\n")
        self.run_program("pack", "--no-config", "--format", "json", "--glossary", "list.csv", "p", "--companion", "c.md")
        words = {word["short"]: word["long"] for word in json.loads(self.out)["pack"]["glossary"]}
        self.assertEqual(words, {"CPA": None, "ICB": "insect collection box"})
        text = (self.folder / "c.md").read_text(encoding="utf-8")
        self.assertIn("- ICB: insect collection box: a box of beetles\n", text)
        self.assertRegex(text, r"- CPA: .*; or .*\. Ask which one is meant\n")


main()
