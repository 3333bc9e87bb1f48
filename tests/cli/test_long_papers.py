"""Papers of one thing over and over: none takes much longer than its length asks for."""
import resource

from support import *

MB = 1 << 20
SECONDS = 20  # of the processor; under the sanitizers too

PAPERS = {
    "terms.txt": ("", "The board will utilise the thing. ", 8 * MB),
    "sentence.txt": ("", "We will utilise and leverage it ", MB),
    "backslashes.md": ("", "\\", 4 * MB),
    "brackets.md": ("", "[", MB),
    "stars.md": ("", "*a ", MB),
    "quotes.txt": ("", "“a ”b ", MB),
    "short_forms.md": ("", "The ICB and (NHS) XQZ. ", MB),
    "links.md": ("", "[here](http://a) ", MB),
    "items.md": ("", "- item that we utilise\n", MB),
    "rows.md": ("|a|b|\n|-|-|\n", "|utilise|ICB|\n", MB // 2),
    "people.md": ("# Minutes\n\nPresent: ", "Mr J Smith (JS), ", MB),
    "present.md": ("Present: ", "Tom Bell\n", MB),
    "actions.md": ("# Minutes\n\nAction: write ", "(", 4 * MB),
    "cells.html": ("<html lang=en><title>t</title><table>", "<tr><td>We utilise it.", MB),
    "pictures.html": ("<html lang=en><title>t</title>", "<img src=a>", MB),
}


class LongPapers(CliTest):
    def test_each_in_time(self):
        for name, (start, again, size) in PAPERS.items():
            self.put(name, start + again * (size // len(again.encode())))
            self.run_program("check", "--no-config", "-f", "json", "-o", "out.json", name,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)))
            self.assertIn(self.status, (CLEAN, FINDINGS, NOT_CHECKED), f"{name}: {self.err}")


main()
