"""The command line: commands, options, help, version."""
from support import *


class Commands(CliTest):
    def test_none(self):
        self.assert_run(USAGE, out="", err="Which command? For example: plainpaper check paper.docx. See plainpaper --help.")

    def test_unknown(self):
        self.assert_run(USAGE, "chekc", "x.md", out="", err="Unknown command “chekc”. Did you mean check?")
        self.assert_run(USAGE, "paper.docx", out="",
                        err="Unknown command “paper.docx”. To check a paper: plainpaper check PATH.")
        self.assert_run(USAGE, "help", out="", err="Unknown command “help”. See plainpaper --help.")
        self.assert_run(USAGE, "--quiet", out="", err="Unknown option --quiet before the command. See plainpaper --help.")

    def test_version(self):
        for args in (["--version"], ["check", "--version"], ["rules", "--version"]):
            self.assert_run(CLEAN, *args, out="plainpaper 0.1.0\n", err=[])

    def test_help(self):
        self.assert_run(CLEAN, "--help", err=[])
        for word in ("check", "pack", "glossary", "rules", "init", "--version"):
            self.assertIn(word, self.out)
        self.assert_run(CLEAN, "-h", out=self.out)

    def test_help_of_command(self):
        self.assert_run(CLEAN, "check", "--help", err=[])
        for word in ("--format", "--fail-on", "--stdin-path", "Exit status"):
            self.assertIn(word, self.out)
        self.assertFalse([line for line in self.out.splitlines() if len(line) > 80])
        self.assert_run(CLEAN, "init", "-h", err=[])
        self.assertNotIn("--format", self.out)

    def test_help_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            self.assert_run(NOT_CHECKED, "--help", stdout=full, err="Standard output cannot be written.")


class Options(CliTest):
    def test_unknown(self):
        self.assert_run(USAGE, "check", "--fial-on", "never", "x.md", out="",
                        err="Unknown option --fial-on. Did you mean --fail-on?")
        self.assert_run(USAGE, "check", "--zzzzzz", "x.md", out="",
                        err="Unknown option --zzzzzz. See plainpaper check --help.")
        self.assert_run(USAGE, "check", "-z", "x.md", out="", err="Unknown option -z. See plainpaper check --help.")
        self.assert_one_line(USAGE, "init", "--format", "json", out="", pattern="Unknown option --format")

    def test_value_missing(self):
        self.assert_run(USAGE, "check", "x.md", "--format", out="", err="Option --format needs a value: --format NAME.")

    def test_nothing_is_taken_for_a_value(self):
        """A variable that is not set must not turn an option into its default."""
        for args, wanted in ((["--only", ""], "--only ID,FAMILY…"), (["--skip="], "--skip ID,FAMILY…"),
                             (["-o", ""], "--output FILE"), (["--jobs", ""], "--jobs N"),
                             (["--config="], "--config FILE"), (["-f", ""], "--format NAME")):
            name = wanted.split()[0]
            self.assert_run(USAGE, "check", *args, "x.md", out="", err=f"Option {name} needs a value: {wanted}.")
        for args in (["check", ""], ["check", "x.md", "", "y.md"], ["rules", ""], ["check", "--", ""]):
            self.assert_run(USAGE, *args, out="",
                            err="One argument is empty. Leave it out, or write what was to stand there.")

    def test_value_not_wanted(self):
        self.assert_run(USAGE, "check", "--quiet=yes", "x.md", out="", err="Option --quiet takes no value.")

    def test_value_wrong(self):
        self.assert_run(USAGE, "check", "--fail-on", "errors", "x.md", out="",
                        err="Option --fail-on does not know “errors”; choose from: error warning suggestion never.")
        self.assert_run(USAGE, "check", "--format", "xml", "x.md", out="",
                        err="Option --format does not know “xml”; choose from: text json sarif github.")
        for jobs in ("0", "-1", "two", "257", "99999999999999999999"):
            self.assert_run(USAGE, "check", "--jobs", jobs, self.put("x.md", PLAIN), out="",
                            err=f"Option --jobs wants a number from 1 to 256, not “{jobs}”.")

    def test_forms_of_values(self):
        self.put("x.md", LONG)
        for args in (["--format=github"], ["--format", "github"], ["-f", "github"], ["-fgithub"], ["-qfgithub"],
                     ["--format=json", "--format=github"]):
            self.assert_run(FINDINGS, "check", *args, "x.md", err=[])
            self.assertIn("::warning file=x.md", self.out)

    def test_end_of_options(self):
        self.put("--quiet.md", LONG)
        self.assert_run(FINDINGS, "check", "--format", "github", "--", "--quiet.md", err=[])
        self.assertIn("file=--quiet.md", self.out)

    def test_no_paths(self):
        self.assert_run(USAGE, "check", out="",
                        err="Which papers? For example: plainpaper check paper.docx, or - for standard input.")


class Selecting(CliTest):
    def test_fail_on(self):
        self.put("x.md", LONG)
        for level, status in (("never", CLEAN), ("error", CLEAN), ("warning", FINDINGS), ("suggestion", FINDINGS)):
            self.assert_run(status, "check", "--only", "reading.sentence-long", "--fail-on", level, "x.md", err=[])
            self.assertIn("x.md", self.out)

    def test_only_and_skip(self):
        self.put("x.md", LONG)
        self.assert_run(FINDINGS, "check", "--only", "reading.sentence-long", "x.md")
        self.assert_run(CLEAN, "check", "--only", "reading.paragraph-long", "x.md")
        self.assert_run(CLEAN, "check", "--only", "reading", "--skip", "reading", "x.md")
        self.assert_run(FINDINGS, "check", "--only=jargon,reading.sentence-long", "x.md")

    def test_unknown_rule(self):
        self.put("x.md", LONG)
        for option in ("--only", "--skip"):
            self.assert_one_line(USAGE, "check", option, "reading.sentence-lnog", "x.md", out="",
                                 pattern=".*reading.sentence-long")

    def test_no_spelling(self):
        self.put("x.md", "# Minutes\n\nWe recieve it.\n")
        self.assert_run(FINDINGS, "check", "--only", "spelling", "x.md")
        self.assert_run(CLEAN, "check", "--only", "spelling", "--no-spelling", "x.md")

    def test_repeats_are_folded(self):
        self.put("x.md", "# Minutes\n\nWe recieve it.\n\nWe recieve it.\n")
        counts = []
        for more in ([], ["--all"]):
            self.documents("--only", "spelling", *more, "x.md")
            counts.append(len(self.report["documents"][0]["findings"]))
        self.assertEqual(counts, [1, 2])

    def test_colour(self):
        self.put("x.md", LONG)
        self.run_program("check", "x.md")
        self.assertNotIn("\033", self.out)
        self.run_program("check", "--color", "always", "x.md", env={"NO_COLOR": "1"})
        self.assertIn("\033", self.out)
        self.run_program("check", "--color", "never", "x.md")
        self.assertNotIn("\033", self.out)


class Rules(CliTest):
    def test_list(self):
        self.assert_run(CLEAN, "rules", err=[])
        lines = self.out.splitlines()
        self.assertEqual(lines, sorted(lines))
        self.assertTrue([line for line in lines if line.startswith("reading.sentence-long ") and " warning " in line])
        self.assertNotIn("%s", self.out)

    def test_family(self):
        self.assert_run(CLEAN, "rules", "reading", err=[])
        points = [line for line in self.out.splitlines() if not line.startswith("    ")]
        self.assertTrue(all(line.startswith("[ ] reading.") for line in points), self.out)

    def test_checklist(self):
        """Each point of accessibility names its WCAG criterion, its level, and who asks for it."""
        self.assert_run(CLEAN, "rules", "access", err=[])
        for point in ("\n" + self.out).split("\n[ ] ")[1:]:
            text = " ".join(point.split())
            self.assertRegex(text, r"WCAG 2\.2 \d\.\d+\.\d+ [^;]+ \(A{1,3}\)", point)
            self.assertRegex(text, r"GOV\.UK|NHS|British Dyslexia|UK Health|Public Sector Bodies", point)

    def test_one(self):
        self.assert_run(CLEAN, "rules", "reading.sentence-long", err=[])
        for part in ("Why", "Found in", "Not found in", "Options", "max: 25", "Sources"):
            self.assertIn(part, self.out)

    def test_present_values(self):
        self.put(".plainpaper.yaml", "settings: {reading.sentence-long: {severity: error, max: 33}}\n")
        self.assert_run(CLEAN, "rules", "reading.sentence-long", err=[])
        self.assertIn("max: 33", self.out)
        self.assertIn("(error)", self.out)

    def test_unknown(self):
        self.assert_run(USAGE, "rules", "reading.sentence-lonk", out="",
                        err="There is no rule or family “reading.sentence-lonk”. Did you mean “reading.sentence-long”?")
        self.assert_run(USAGE, "rules", "a", "b", out="", err="The command rules takes one rule or family, or none to list all.")


class Init(CliTest):
    def test_writes_what_check_reads(self):
        self.assert_run(CLEAN, "init")
        written = (self.folder / ".plainpaper.yaml").read_text()
        self.put("x.md", PLAIN)
        self.assert_run(CLEAN, "check", "x.md", err=[])
        switched_on = "".join(line[1:] if line.startswith("#") and not line.startswith("# ") else line
                              for line in written.splitlines(True))
        self.assertIn("\nsettings:\n  jargon: off\n", switched_on.replace("#  ", "  "))
        for line in ("glossary: glossary.csv", "rules: [house-rules]"):
            switched_on = switched_on.replace(line, "")
        self.put(".plainpaper.yaml", switched_on)
        self.assert_run(CLEAN, "check", "x.md", err=[])

    def test_never_overwrites(self):
        self.put(".plainpaper.yaml", "fail-on: error\n")
        self.assert_run(USAGE, "init", out="", err=".plainpaper.yaml is here already and was left as it is.")
        self.assertEqual((self.folder / ".plainpaper.yaml").read_text(), "fail-on: error\n")

    def test_takes_no_path(self):
        self.assert_one_line(USAGE, "init", "x", out="", pattern="The command init takes no path")
        self.assertEqual(list(self.folder.iterdir()), [])


main()
