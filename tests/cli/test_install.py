"""`meson install`: everything is in place, and the installed program and library work.

usage: test_install.py PROGRAM SOURCE_ROOT BUILD_ROOT PREFIX EXAMPLE_C COMPILER [FLAG...]
"""
import sys

BUILD, PREFIX, EXAMPLE, *COMPILER = sys.argv[3:]
del sys.argv[3:]

from support import *  # noqa: E402


class Install(CliTest):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.holder.cleanup)
        subprocess.run(["meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", cls.holder.name],
                       check=True, capture_output=True, cwd=BUILD)
        cls.root = pathlib.Path(cls.holder.name)
        cls.prefix = cls.root / PREFIX.lstrip("/")

    def test_everything_is_in_place(self):
        for name in ("bin/plainpaper", "include/plainpaper.h", "share/man/man1/plainpaper.1",
                     "share/plainpaper/rules/reading/sentence-long.yaml", "share/plainpaper/dictionaries/acronyms.csv"):
            self.assertTrue((self.prefix / name).is_file(), name)
        for name in ("libplainpaper.a", "plainpaper.pc"):
            self.assertEqual(len(list(self.prefix.rglob(name))), 1, name)
        installed = {str(p.relative_to(self.prefix / "share/plainpaper"))
                     for p in (self.prefix / "share/plainpaper").rglob("*") if p.is_file()}
        wanted = {str(p.relative_to(ROOT)) for name in ("rules", "dictionaries")
                  for p in (ROOT / name).rglob("*") if p.is_file()}
        made = {"dictionaries/known-words.bin"}
        self.assertEqual(installed, wanted - {"dictionaries/meson.build"} | made)

    def test_the_program_finds_its_own_data(self):
        program = self.prefix / "bin" / "plainpaper"
        self.assert_run(CLEAN, "rules", program=program, err=[])
        self.assertIn("reading.sentence-long", self.out)
        rule = self.prefix / "share/plainpaper/rules/reading/sentence-long.yaml"
        text = rule.read_text()
        self.addCleanup(rule.write_text, text)
        rule.unlink()
        self.assert_run(CLEAN, "rules", program=program, err=[])
        self.assertNotIn("reading.sentence-long", self.out)

    def test_a_program_can_be_built_on_the_library(self):
        config = next(self.prefix.rglob("plainpaper.pc")).parent
        environment = {**os.environ, "PKG_CONFIG_PATH": str(config), "PKG_CONFIG_SYSROOT_DIR": str(self.root)}
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "plainpaper"], env=environment, check=True,
                               capture_output=True, text=True).stdout.split()
        # The sysroot stands before the system's own headers too; those are where they were.
        flags = [f.replace(f"-I{self.root}/usr/include", "-I/usr/include") for f in flags]
        subprocess.run([*COMPILER, EXAMPLE, "-o", self.folder / "example", *flags], check=True)
        self.assert_run(CLEAN, self.prefix / "share/plainpaper", program=self.folder / "example", err=[])
        self.assertIn("utilise", self.out)


main()
