"""Configuration, profiles, own rules and glossaries; where the data lies."""
import shutil

from support import *

CHECK = ("check", "x.md")


class Config(CliTest):
    def setUp(self):
        super().setUp()
        self.put("x.md", LONG)

    def config(self, text, name=".plainpaper.yaml"):
        return self.put(name, text)

    def test_found_in_folders_above(self):
        self.config("only: [reading.sentence-long]\nfail-on: never\n")
        self.put("a/b/x.md", LONG)
        self.assert_run(CLEAN, *CHECK, cwd=self.folder / "a" / "b", err=[])
        self.put("a/.plainpaper.yaml", "fail-on: warning\n")
        self.assert_run(FINDINGS, *CHECK, cwd=self.folder / "a" / "b", err=[])

    def test_named_or_none(self):
        self.config("fail-on: never\n")
        self.config("fail-on: warning\nonly: reading.sentence-long\n", "other.yaml")
        self.assert_run(CLEAN, *CHECK, err=[])
        self.assert_run(FINDINGS, *CHECK, "--config", "other.yaml", err=[])
        self.assert_run(FINDINGS, *CHECK, "--no-config", err=[])
        self.assert_run(USAGE, *CHECK, "--config", "gone.yaml", out="",
                        err="gone.yaml: This configuration cannot be read. Check the path.")

    def test_options_win(self):
        self.config("only: jargon\nfail-on: never\njobs: 1\n")
        self.assert_run(FINDINGS, *CHECK, "--only", "reading.sentence-long", "--fail-on", "warning", err=[])

    def test_skip(self):
        self.config("only: reading.sentence-long\nskip: [reading.sentence-long]\n")
        self.assert_run(CLEAN, *CHECK, err=[])

    def test_settings(self):
        for setting, status, out in (
                ("off", CLEAN, None), ("error", FINDINGS, "::error"), ("suggestion", CLEAN, "::notice"),
                ("{max: 40, advise: 40}", CLEAN, None), ("{max: 40, advise: 40, severity: error}", CLEAN, None),
                ("{severity: off}", CLEAN, None)):
            self.config(f"only: [reading]\nskip: reading.reading-age\nsettings:\n  reading.sentence-long: {setting}\n")
            self.assert_run(status, *CHECK, "--format", "github", err=[])
            if out:
                self.assertIn(out, self.out)

    def test_family_setting(self):
        self.config("settings: {reading: off}\n")
        self.documents("x.md")
        self.assertFalse([f for f in self.report["documents"][0]["findings"] if f["rule"].startswith("reading.")])

    def test_words(self):
        self.put("y.md", "# Minutes\n\nThe Brackenfordshire orginally met.\n")
        self.assert_run(FINDINGS, "check", "--only", "spelling", "y.md")
        self.config("words: [Brackenfordshire, orginally]\n")
        self.assert_run(CLEAN, "check", "--only", "spelling", "y.md", err=[])

    def test_known_acronyms(self):
        self.put("y.md", "# Minutes\n\nThe XQZB met.\n")
        self.assert_run(FINDINGS, "check", "--only", "acronyms.undefined", "y.md")
        self.config("known-acronyms: [XQZB]\n")
        self.assert_run(CLEAN, "check", "--only", "acronyms.undefined", "y.md", err=[])

    def test_empty(self):
        for text in ("", "# nothing\n", "only:\nsettings:\n"):
            self.config(text)
            self.assert_run(FINDINGS, *CHECK, err=[])

    def test_wrong(self):
        for text, place, problem in (
                ("fail-on: error\nfial-on: never\n", "2:1", "The key “fial-on” is not known. Did you mean “fail-on”?"),
                ("zzzzzzzz: 1\n", "1:1", "The key “zzzzzzzz” is not known."),
                ("fail-on: errors\n", "1:10", "The key fail-on is error, warning, suggestion or never."),
                ("jobs: many\n", "1:7", "The key jobs is a number from 1 to 256."),
                ("only: {a: b}\n", "1:7", "A list is wanted here, such as"),
                ("settings: [a]\n", "1:11", "The key settings wants lines such as"),
                ("settings:\n  jargon: offf\n", "2:11", "A rule’s severity is off, on,"),
                ("settings:\n  jargn: off\n", "2", ".*jargon"),
                ("settings:\n  reading.sentence-long: {mox: 3}\n", "2", ".*max"),
                ("settings:\n  reading.sentence-long: {max: three}\n", "2", ""),
                ("skip:\n  - jargn\n", r"\d", ".*jargon"),
                ("profile: nowhere\n", "1:10", "There is no profile “nowhere”."),
                ("only: [a\n", r"\d", ""),
                ("- a\n", "1:1", "A configuration has lines such as"),
                ("fail-on: error\nfail-on: never\n", "2", "")):
            self.config(text)
            self.assert_one_line(USAGE, *CHECK, out="", pattern=rf"\S*\.plainpaper\.yaml:{place}[\d:]*: {problem}")

    def test_every_fault_is_told(self):
        self.config("fial-on: never\njobs: 0\nskipp: []\n")
        self.assert_run(USAGE, *CHECK, out="")
        self.assertEqual(self.err.count("\n"), 3, self.err)


class OwnRules(CliTest):
    RULE = "extends: existence\nmessage: \"Write “bird” for “%s”.\"\nlevel: warning\ntokens: [hoopoe]\n"

    def setUp(self):
        super().setUp()
        self.put("x.md", "# Minutes\n\nA hoopoe came.\n")

    def test_added(self):
        self.put("house/birds/names.yaml", self.RULE)
        self.assert_run(FINDINGS, "check", "--rules", "house", "--only", "birds.names", "x.md", err=[])
        self.assert_run(CLEAN, "rules", "--rules", "house", "birds", err=[])
        self.assertIn("birds.names", self.out)

    def test_from_configuration(self):
        self.put("above/house/birds/names.yaml", self.RULE)
        self.put("above/.plainpaper.yaml", "rules: house\nonly: birds\n")
        self.put("above/below/x.md", "A hoopoe came.\n")
        self.assert_run(FINDINGS, "check", "x.md", cwd=self.folder / "above" / "below", err=[])

    def test_wrong(self):
        for rule, place, problem in (
                (self.RULE + "tokkens: [a]\n", "5", ".*tokens"),
                (self.RULE.replace("existence", "existance"), "1", ".*existence"),
                (self.RULE.replace("[hoopoe]", "['(hoo']"), "4", ""),
                (self.RULE.replace("warning", "warnin"), "3", ".*warning"),
                ("extends: [existence\n", r"\d", "")):
            self.put("house/birds/names.yaml", rule)
            self.assert_one_line(USAGE, "check", "--rules", "house", "x.md", out="",
                                 pattern=rf"house/birds/names\.yaml:{place}[\d:]*: {problem}")

    def test_folder_missing(self):
        self.assert_one_line(USAGE, "check", "--rules", "nowhere", "x.md", out="", pattern="nowhere")


class Profiles(CliTest):
    def setUp(self):
        super().setUp()
        self.put("x.md", LONG)
        self.put("house/profiles/easy.yaml", "only: reading.sentence-long\nsettings: {reading.sentence-long: {max: 60, advise: 60}}\n")
        self.put("house/birds/names.yaml", OwnRules.RULE)

    def test_named_by_option_or_file(self):
        self.assert_run(CLEAN, "check", "--rules", "house", "--profile", "easy", "--fail-on", "suggestion", "x.md", err=[])
        self.put(".plainpaper.yaml", "rules: house\nprofile: easy\nfail-on: suggestion\n")
        self.assert_run(CLEAN, *CHECK, err=[])

    def test_the_file_goes_over_its_profile(self):
        self.put(".plainpaper.yaml", "rules: house\nprofile: easy\nsettings: {reading.sentence-long: {max: 20}}\n")
        self.assert_run(FINDINGS, *CHECK, err=[])

    def test_unknown(self):
        for name in ("eassy", "../profiles/easy"):
            self.assert_run(USAGE, *CHECK, "--rules", "house", "--profile", name, out="",
                            err=f"There is no profile “{name}”. To list them: plainpaper rules --profiles")

    def test_wrong(self):
        self.put("house/profiles/easy.yaml", "olny: reading\n")
        self.assert_one_line(USAGE, *CHECK, "--rules", "house", "--profile", "easy", out="",
                             pattern=r"house/profiles/easy\.yaml:1:1: The key “olny” is not known\. Did you mean “only”")


class Glossary(CliTest):
    def test_explains_acronyms(self):
        self.put("x.md", "# Minutes\n\nThe XQZB met.\n")
        self.put("words.csv", "term,long,plain\nXQZB,xenial quizzing board,the quiz team\n")
        self.assert_run(FINDINGS, "check", "--only", "acronyms.undefined", "--format", "json",
                        "--glossary", "words.csv", "x.md", err=[])
        self.assertIn("xenial quizzing board", self.out)

    def test_wrong(self):
        self.put("x.md", PLAIN)
        for text, place, problem in (
                ("term,lnog\nA,b\n", "1", ".*long"), ("term,long\nA,b,c\n", "2", ""),
                ("term,long\nA,\"b\n", r"\d", ""), ("", r"\d", "")):
            self.put("words.csv", text)
            self.assert_one_line(USAGE, "check", "--glossary", "words.csv", "x.md", out="",
                                 pattern=rf"words\.csv:{place}[\d:]*: {problem}")
        self.assert_one_line(USAGE, "check", "--glossary", "gone.csv", "x.md", out="", pattern=r"gone\.csv: ")


class Data(CliTest):
    def test_named_by_the_environment(self):
        self.put("x.md", LONG)
        self.assert_run(USAGE, *CHECK, out="", env={"PLAINPAPER_DATA": "/nowhere"},
                        err="PLAINPAPER_DATA is /nowhere, but no rules and dictionaries are there. Unset it.")
        data = self.folder / "data"
        shutil.copytree(ROOT / "dictionaries", data / "dictionaries")
        (data / "rules" / "reading").mkdir(parents=True)
        shutil.copy(ROOT / "rules/reading/sentence-long.yaml", data / "rules/reading")
        self.assert_run(CLEAN, "rules", env={"PLAINPAPER_DATA": str(data)}, err=[])
        self.assertEqual(len(self.out.splitlines()), 1, self.out)

    def test_installed_program_finds_it_wherever_it_was_moved(self):
        self.put("x.md", LONG)
        (self.folder / "any/bin").mkdir(parents=True)
        shutil.copy(PROGRAM, self.folder / "any/bin/plainpaper")
        for name in ("rules", "dictionaries"):
            shutil.copytree(ROOT / name, self.folder / "any/share/plainpaper" / name)
        (self.folder / "any/share/plainpaper/rules/reading/sentence-long.yaml").unlink()
        self.assert_run(CLEAN, "rules", program=self.folder / "any/bin/plainpaper", err=[])
        self.assertNotIn("reading.sentence-long", self.out)
        self.assertIn("reading.", self.out)


main()
