"""pack: the agenda found, papers matched, the report and the companion."""
from support import *

AGENDA = """# Harbour Borough Council agenda

Date: Thursday 25 April 2019

Time: 2pm to 3pm

Papers sent: {sent}

1. Apologies (5 minutes)
2. Winter beds (for decision, Paper A, 35 minutes)
3. Staffing (to note, Paper B, 20 minutes)
"""
BEDS = "# Winter beds\n\nThe council is asked to agree the plan for residents.\n"
STAFF = "# Staffing\n\nNurses are at work.\n"


class Pack(CliTest):
    def write_pack(self, sent="Monday 15 April 2019", **more):
        files = {"p/agenda.md": AGENDA.format(sent=sent), "p/paper-a-beds.md": BEDS,
                 "p/paper-b.html": f"<html lang='en'><title>Staffing</title><h1>Staffing</h1><p>Nurses are at work.</p></html>"}
        files.update({f"p/{name.replace('__', '.')}": text for name, text in more.items()})
        for name, text in files.items():
            self.put(name, text)

    def pack(self, *args, status=None):
        got = self.run_program("pack", "--format", "json", *args)
        self.report = json.loads(self.out)
        if status is not None:
            self.assertEqual(got, status, self.err)
        return self.report["pack"]

    def rules(self, pack):
        return [finding["rule"] for finding in pack["findings"]]

    def test_matched(self):
        self.write_pack()
        pack = self.pack("p")
        self.assertEqual(pack["papers"], 2)
        self.assertEqual([item["paper"] for item in pack["by_item"]],
                         [None, "p/paper-a-beds.md", "p/paper-b.html"])
        self.assertEqual([item["purpose"] for item in pack["by_item"]], [None, "decision", "information"])
        self.assertEqual(pack["items"], 2)
        self.assertEqual(pack["by_item"][1]["ask"], "The council is asked to agree the plan for residents.")
        self.assertEqual(pack["to_note_share"], 0.5)
        self.assertEqual(pack["meeting"]["date"], "2019-04-25")
        self.assertEqual((pack["meeting"]["start"], pack["meeting"]["end"]), ("14:00", "15:00"))
        self.assertEqual((pack["meeting"]["clear_days"], pack["meeting"]["required_clear_days"]), (5, 5))
        for rule in ("agenda.papers-late", "agenda.paper-missing", "overload.paper-not-on-agenda"):
            self.assertNotIn(rule, self.rules(pack))

    def test_late(self):
        self.write_pack(sent="Wednesday 17 April 2019")
        pack = self.pack("p", status=FINDINGS)
        late = [f for f in pack["findings"] if f["rule"] == "agenda.papers-late"]
        self.assertEqual(len(late), 1)
        self.assertEqual(late[0]["path"], "p/agenda.md")
        self.assertEqual(late[0]["severity"], "error")
        self.assertIn("need papers out by Monday 15 April; sent Wednesday 17 April: 2 days late",
                      late[0]["excerpt"])
        self.assertNotIn("agenda.papers-late", self.rules(self.pack("p", "--profile", "council-wales")))

    def test_missing_and_unlisted(self):
        self.write_pack(cars__txt="Car parks\n\nThere are two.\n")
        (self.folder / "p/paper-a-beds.md").unlink()
        pack = self.pack("p")
        self.assertIn("agenda.paper-missing", self.rules(pack))
        self.assertEqual([f["path"] for f in pack["findings"] if f["rule"] == "overload.paper-not-on-agenda"],
                         ["p/cars.txt"])

    def test_agenda_named(self):
        self.put("p/one.md", AGENDA.format(sent="Monday 15 April 2019").replace("agenda", "papers"))
        self.put("p/two.md", BEDS)
        self.assertEqual(self.pack("p/two.md", "--agenda", "p/one.md")["agenda"], "p/one.md")

    def test_no_agenda(self):
        self.put("p/two.md", BEDS)
        pack = self.pack("p")
        self.assertIsNone(pack["agenda"])
        self.assertIn("an agenda", pack["not_found"])
        self.assertIsNone(pack["to_note_share"])
        self.assertIn("--agenda", self.err)

    def test_agenda_that_is_not_there(self):
        self.write_pack()
        self.assert_run(NOT_CHECKED, "pack", "p", "--agenda", "p/gone.md",
                        err="p/gone.md: There is no such file. Check the path.")

    def test_short_to_read(self):
        self.put("p/two.md", BEDS)
        self.run_program("pack", "p")
        self.assertIn("under a minute to read, under a minute with care", self.out)

    def test_text(self):
        self.write_pack(sent="Wednesday 17 April 2019")
        self.run_program("pack", "p")
        self.assertTrue(self.out.startswith("Meeting pack: Harbour Borough Council agenda\n"), self.out)
        self.assertIn("2 Winter beds: for decision, 35 minutes", self.out)
        self.assertIn("What would help readers most:", self.out)

    def test_other_formats_have_all(self):
        self.write_pack(sent="Wednesday 17 April 2019")
        for name in ("github", "sarif"):
            self.run_program("pack", "--format", name, "p")
            self.assertIn("agenda.papers-late", self.out)

    def test_companion(self):
        self.write_pack()
        for name, start in (("c.md", "# Before the meeting"), ("c.html", "<!DOCTYPE html>")):
            self.run_program("pack", "-q", "p", "--companion", name)
            text = (self.folder / name).read_text(encoding="utf-8")
            self.assertTrue(text.startswith(start), text)
            self.assertIn("What is decided", text)
            self.assertIn("agree the plan for residents", text)
            self.assertIn("what else was looked at?", text)
            self.assertNotIn("whom does this touch", text)
        self.assert_run(USAGE, "pack", "p", "--companion", "c.pdf", out="",
                        err="Option --companion wants a file that ends in .md or .html.")

    def test_same_for_any_jobs(self):
        self.write_pack(sent="Wednesday 17 April 2019")
        self.run_program("pack", "--format", "json", "-j", "1", "p")
        first = self.out
        self.run_program("pack", "--format", "json", "-j", "4", "p")
        self.assertEqual(first, self.out)

    def test_profiles(self):
        self.assert_run(CLEAN, "rules", "--profiles", err=[])
        listed = self.out
        self.write_pack()
        for name in ("board", "council-england", "council-wales", "parish", "psp", "easy-read", "large-print"):
            self.assertRegex(listed, rf"(?m)^{name} +\S")
            self.run_program("pack", "p", "--profile", name)
            self.assertNotEqual(self.status, USAGE, self.err)

    def test_needs_papers(self):
        self.assert_one_line(USAGE, "pack", out="", pattern="Which papers?")


main()
