"""What code hosts rely on in a SARIF report: fingerprints that stay."""
from support import *


class Fingerprints(CliTest):
    def fingerprints(self, *args):
        self.run_program(*args, "--format", "sarif", "--all", "--only", "spelling")
        results = json.loads(self.out)["runs"][0]["results"]
        return [result["partialFingerprints"]["plainpaper/v1"] for result in results]

    def test_all_differ_and_stay_when_lines_move(self):
        text = "# Minutes\n\nWe recieve it.\n\nWe recieve it.\n\nWe beleive it.\n"
        self.put("x.md", text)
        before = self.fingerprints("check", "x.md")
        self.assertEqual(len(set(before)), 3, before)
        self.put("x.md", "Hello.\n\n" + text)
        self.assertEqual(self.fingerprints("check", "x.md"), before)
        self.assertEqual(self.fingerprints("pack", "x.md"), before)


main()
