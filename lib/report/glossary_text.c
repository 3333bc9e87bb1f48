#include "report/glossary_text.h"

void glossary_append_meaning(const GlossaryMeaning *meaning, Buf *ret)
{
    buf_append(ret, meaning->long_form);
    if (meaning->long_form.len && meaning->plain.len)
        buf_append(ret, STR(": "));
    buf_append(ret, meaning->plain);
}

void glossary_append_meanings(const GlossaryEntry *entry, Page *page)
{
    Buf text = {0};
    for (size_t i = 0; i < entry->n_meanings; i++) {
        if (!glossary_is_first(entry, i))
            continue;
        buf_append(&text, text.len ? STR("; or ") : STR(""));
        glossary_append_meaning(&entry->meanings[i], &text);
    }
    page_text(page, buf_str(&text));
    buf_free(&text);
}
