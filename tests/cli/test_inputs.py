"""Files, folders, standard input; what cannot be read; many papers at once."""
import re
import shutil
import zipfile

from support import *


class Files(CliTest):
    def test_every_format(self):
        names = ("board-agenda.docx", "quality-report.md", "planning-minutes.html", "visiting-policy.txt")
        found = self.documents(*[PAPERS / name for name in names], status=FINDINGS)
        self.assertEqual([f for _, f in found], ["docx", "markdown", "html", "text"])
        self.assertEqual(self.err, "")
        self.assertTrue(all(d["findings"] for d in self.report["documents"]))

    def test_order_is_as_named_and_repeats_count_once(self):
        for name in ("b.md", "a.md"):
            self.put(name, PLAIN)
        self.assertEqual([p for p, _ in self.documents("b.md", "a.md", "b.md")], ["b.md", "a.md"])

    def test_a_bad_file_does_not_stop_the_others(self):
        self.put("a.md", PLAIN)
        self.put("broken.docx", b"PK\3\4 not a zip at all")
        self.put("notes.xyz", "x")
        self.put("z.md", LONG)
        self.documents("--only", "reading.sentence-long", "a.md", "missing.md", "broken.docx", "notes.xyz", "z.md",
                       status=NOT_CHECKED)
        self.assertEqual([d["path"] for d in self.report["documents"] if d["findings"]], ["z.md"])
        self.assertEqual(self.report["summary"]["not_checked"], 3)
        self.assertEqual([line.split(": ")[1] for line in self.err.splitlines()], ["missing.md", "broken.docx", "notes.xyz"])

    def test_missing(self):
        self.assert_run(NOT_CHECKED, "check", "no/such.docx", err="no/such.docx: There is no such file. Check the path.")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_not_permitted(self):
        self.put("x.md", PLAIN).chmod(0)
        self.assert_run(NOT_CHECKED, "check", "x.md", err="x.md: You may not read this file. Check its permissions.")

    def test_unknown_extension(self):
        for name, problem in (
                ("x.xyz", "This kind of file is not read. Give Word, Markdown, HTML or plain text."),
                ("Makefile", "This kind of file is not read. Give Word, Markdown, HTML or plain text."),
                ("x.doc", "The old Word format is not read. Save it as .docx and check that."),
                ("x.PDF", "PDF is not read. Check the document it was made from.")):
            self.put(name, PLAIN)
            self.assert_run(NOT_CHECKED, "check", name, err=f"{name}: {problem}")

    def test_input_format_overrides(self):
        self.put("notes", LONG)
        self.assertEqual(self.documents("--input-format", "markdown", "notes"), [("notes", "markdown")])
        self.put("page.md", "<p>Hello</p>")
        self.assertEqual(self.documents("--input-format", "html", "page.md"), [("page.md", "html")])

    def test_damaged_word(self):
        whole = AGENDA.read_bytes()
        for cut in (0, 1, 100, len(whole) // 2, len(whole) - 1):
            self.put("cut.docx", whole[:cut])
            self.assert_one_line(NOT_CHECKED, "check", "cut.docx", pattern=r"cut\.docx: ")

    def test_encrypted_word(self):
        self.put("secret.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1536) +
                 "EncryptedPackage".encode("utf-16-le") + bytes(600))
        self.assert_one_line(NOT_CHECKED, "check", "secret.docx", pattern=r"secret\.docx: .*password")

    def test_word_without_its_main_part(self):
        with zipfile.ZipFile(self.folder / "x.docx", "w") as paper:
            paper.writestr("[Content_Types].xml", "<Types/>")
        self.assert_one_line(NOT_CHECKED, "check", "x.docx", pattern=r"x\.docx: ")

    def test_name_that_would_break_the_line(self):
        for name, shown in ((b"a\n\033b.md", "a\\x0A\\x1Bb.md"), ("é\u009b.md".encode(), "é\\xC2\\x9B.md"),
                            (b"caf\xe9.md", "caf\\xE9.md"), ("\u202eb\ufffd.md".encode(), "\\xE2\\x80\\xAEb\ufffd.md")):
            self.assert_run(NOT_CHECKED, "check", os.fsdecode(name),
                            err=f"{shown}: There is no such file. Check the path.")

    def test_other_files_under_the_name_of_a_text(self):
        paper = AGENDA.read_bytes()
        for name in ("x.md", "x.txt", "x.html"):
            self.put(name, paper)
            self.assert_run(NOT_CHECKED, "check", name,
                            err=f"{name}: This is a Word or zip file under another name. Give it its own ending.")
        self.put("x.md", "%PDF-1.4\n")
        self.assert_one_line(NOT_CHECKED, "check", "x.md", pattern=r"x\.md: This is a PDF under another name\.")

    def test_utf16_without_a_mark(self):
        self.put("x.md", LONG.encode("utf-16-le"))
        self.assert_run(FINDINGS, "check", "--only", "reading.sentence-long", "x.md",
                        err="x.md: This file is not in UTF-8. It was read as UTF-16. Save it as UTF-8.")


class Folders(CliTest):
    def test_walk(self):
        for name in ("b/x.md", "a/2.txt", "a/10.html", "a.md", "B.md", ".git/x.md", "b/.hidden.md", "b/~$x.docx",
                     "CVS/x.md", "b/picture.png", "b/data.csv"):
            self.put(name, PLAIN)
        found = [p for p, _ in self.documents(".")]
        self.assertEqual(found, ["./B.md", "./a/10.html", "./a/2.txt", "./a.md", "./b/x.md"])
        self.assertEqual(self.err, "")

    def test_code_hosts_get_plain_paths(self):
        """GitHub knows a file by its path from the top, and by no other."""
        self.put("a/x.md", LONG)
        for path in (".", "./a//x.md", "a/./x.md"):
            self.run_program("check", "-f", "github", path)
            self.assertIn("::warning file=a/x.md,line=", self.out)
            self.run_program("check", "-f", "sarif", path)
            self.assertEqual(set(re.findall(r'"uri": "([^"]*)"', self.out)), {"a/x.md"})

    def test_walk_tells_how_many_it_passes_over(self):
        self.put("x.md", PLAIN)
        self.put("picture.png", "")
        self.put("budget.xlsx", "")
        self.assert_run(CLEAN, "check", "--only", "reading", ".", err=[])
        self.assertRegex(self.out, r"\b2 (other )?files?\b")

    def test_loops_of_links(self):
        self.put("a/x.md", PLAIN)
        (self.folder / "a" / "up").symlink_to("..")
        (self.folder / "a" / "self").symlink_to(".")
        self.assertEqual(self.documents("a", status=CLEAN), [("a/x.md", "markdown")])

    def test_link_named_directly_is_walked(self):
        self.put("a/x.md", PLAIN)
        (self.folder / "link").symlink_to("a")
        self.assertEqual(self.documents("link"), [("link/x.md", "markdown")])

    def test_pipe_in_a_folder_is_not_waited_for(self):
        self.put("a/x.md", PLAIN)
        os.mkfifo(self.folder / "a" / "pipe.md")
        self.assertEqual(self.documents("a"), [("a/x.md", "markdown")])

    def test_empty(self):
        (self.folder / "empty").mkdir()
        self.assert_run(NOT_CHECKED, "check", "empty",
                        err="empty: No paper is in this folder. Word, Markdown, HTML and text are read.")

    def test_unzipped_word(self):
        shutil.copytree(PAPERS / "src" / "board-agenda", self.folder / "papers" / "agenda")
        self.assertEqual(self.documents("papers"), [("papers/agenda", "docx")])
        unzipped = self.report["documents"][0]
        self.documents(AGENDA)
        for part in ("findings", "statistics", "title"):
            self.assertEqual(unzipped[part], self.report["documents"][0][part], part)

    def test_xml_in_a_walk(self):
        self.put("other.xml", "<feed/>")
        self.put("document.xml", (PAPERS / "src/board-agenda/word/document.xml").read_bytes())
        self.assertEqual(self.documents("."), [("./document.xml", "docx")])


class StandardInput(CliTest):
    def test_markdown_is_the_default(self):
        self.assertEqual(self.documents("-", stdin=LONG, status=FINDINGS), [("-", "markdown")])

    def test_word_is_known_without_a_name(self):
        self.assertEqual(self.documents("-", stdin=AGENDA.read_bytes()), [("-", "docx")])

    def test_path_gives_name_and_format(self):
        self.assertEqual(self.documents("--stdin-path", "web/page.html", "-", stdin="<p>Hello</p>"),
                         [("web/page.html", "html")])
        self.assertEqual(self.documents("--stdin-path", "a.docx", "-", stdin=AGENDA.read_bytes()), [("a.docx", "docx")])

    def test_format_overrides(self):
        self.assertEqual(self.documents("--input-format", "text", "-", stdin="Hello"), [("-", "text")])
        self.assertEqual(self.documents("--input-format", "text", "--stdin-path", "a.md", "-", stdin="Hello"),
                         [("a.md", "text")])

    def test_unknown_name(self):
        self.assert_run(NOT_CHECKED, "check", "--stdin-path", "x.xyz", "-", stdin="x",
                        err="x.xyz: This kind of file is not read. Give Word, Markdown, HTML or plain text.")

    def test_empty(self):
        self.documents("-", stdin="")
        self.assertEqual(self.report["summary"]["not_checked"], 0)


class Jobs(CliTest):
    def test_same_bytes_whatever_the_number(self):
        texts = [PLAIN, LONG, (PAPERS / "quality-report.md").read_text()]
        for i in range(30):
            self.put(f"papers/{i:02}.md", texts[i % 3])
        self.put("papers/07.docx", b"damaged")
        shutil.copy(AGENDA, self.folder / "papers" / "20.docx")
        for form, numbers in (("json", (1, 4, 9)), ("text", (1, 4))):
            seen = set()
            for jobs in numbers:
                self.assert_run(NOT_CHECKED, "check", "--format", form, "--jobs", jobs, "papers")
                seen.add((self.out, self.err))
            self.assertEqual(len(seen), 1, form)
            self.assertGreater(len(self.out), 1000)


main()
