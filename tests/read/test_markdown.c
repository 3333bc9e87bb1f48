/* Markdown that nobody would write: random mixtures of its marks, and inputs made
 * to be slow or deep. The golden tests beside this one have what people write. */
#include "promises.h"

#include "read/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

typedef struct Reading {
    Buf bytes;
    DiagnosticSink sink;
    Document *document;
} Reading;

static void read_bytes(Reading *reading)
{
    ReadOptions options = {.sink = &reading->sink};
    assert_int_equal(reader_markdown.read(STR("random.md"), buf_str(&reading->bytes), &options,
                                          &reading->document),
                     STATUS_OK);
}

static void reading_free(Reading *reading)
{
    document_free(reading->document);
    diagnostic_sink_free(&reading->sink);
    buf_free(&reading->bytes);
}

static const Str marks[] = {
    {"word ", 5},
    {"a", 1},
    {"é", 2},
    {"£5 ", 4},
    {"\n", 1},
    {"\n", 1},
    {"\n\n", 2},
    {"\n  ", 3},
    {"\n    ", 5},
    {"> ", 2},
    {"\n> ", 3},
    {"\n>> ", 4},
    {"- ", 2},
    {"\n- ", 3},
    {"\n1. ", 4},
    {"\n  - ", 5},
    {"*", 1},
    {"**", 2},
    {"_", 1},
    {"~", 1},
    {"~~", 2},
    {"`", 1},
    {"``", 2},
    {"[", 1},
    {"]", 1},
    {"![", 2},
    {"](u)", 4},
    {"[r]", 3},
    {"\n[r]: /u\n", 9},
    {"[^n]", 4},
    {"\n[^n]: ", 7},
    {"\\", 1},
    {"\\*", 2},
    {"\\|", 2},
    {"\\\\", 2},
    {"&amp;", 5},
    {"&#39;", 5},
    {"&copy;", 6},
    {"&bogus;", 7},
    {"&", 1},
    {"&ngE;", 5},
    {"<", 1},
    {"<b>", 3},
    {"</b>", 4},
    {"<i>", 3},
    {"</i>", 4},
    {"<!-- c -->", 10},
    {"<br>", 4},
    {"<code>", 6},
    {"</code>", 7},
    {"<http://a.b>", 12},
    {"http://x.y/z ", 13},
    {"www.a.bc ", 9},
    {"m@n.op ", 7},
    {"|", 1},
    {"| ", 2},
    {"\n|---|---|\n", 11},
    {"\n|-|\n", 5},
    {"\n---\n", 5},
    {"\n===\n", 5},
    {"\n## ", 4},
    {" ##\n", 4},
    {"\t", 1},
    {"  \n", 3},
    {"\\\n", 2},
    {"\n```\n", 5},
    {"\r\n", 2},
    {"\r", 1},
    {"\0", 1},
    {"\"", 1},
};

/* Knuth's MMIX generator: the same papers on every machine. */
static uint32_t next_random(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33);
}

static void append_random_paper(Buf *bytes, uint64_t seed)
{
    uint64_t state = seed * 7919 + 12345;
    for (uint32_t n = 3 + next_random(&state) % 40; n > 0; n--)
        buf_append(bytes, marks[next_random(&state) % (sizeof marks / sizeof marks[0])]);
}

/* Adds the bytes of text below DOCUMENT's root to *n_bytes, and of those the ones
 * whose exact place is not known to *n_lost. */
static void count_text(const Document *document, size_t *n_bytes, size_t *n_lost)
{
    NodeIter iter = node_iter(document->root);
    while (node_iter_next(&iter)) {
        if (iter.event != NODE_ENTER || iter.node->kind != NODE_TEXT)
            continue;
        *n_bytes += iter.node->as.text.literal.len;
        if (iter.node->precision != PRECISION_EXACT)
            *n_lost += iter.node->as.text.literal.len;
    }
}

static void test_random_papers(void **state)
{
    (void)state;
    size_t n_bytes = 0, n_lost = 0;
    for (uint64_t seed = 0; seed < 4000; seed++) {
        Reading reading = {0};
        Buf broken = {0};
        append_random_paper(&reading.bytes, seed);
        read_bytes(&reading);
        promises_check(reading.document, &broken);
        if (broken.len)
            fail_msg("seed %u: %.*s", (unsigned)seed, STR_ARG(buf_str(&broken)));
        count_text(reading.document, &n_bytes, &n_lost);
        buf_free(&broken);
        reading_free(&reading);
    }
    assert_true(n_bytes > 50000);
    assert_true(n_lost * 1000 < n_bytes);
}

static const struct {
    const char *name;
    Str before, repeated, after;
    size_t n;
    bool is_limited; /* tables are read as text, and we say so */
} hostile[] = {
    {"quotes", {"", 0}, {">", 1}, {" x", 2}, 200000, false},
    {"brackets", {"", 0}, {"[", 1}, {"a](b)", 5}, 200000, false},
    {"pictures", {"", 0}, {"![", 2}, {"a](b)", 5}, 100000, false},
    {"list items", {"", 0}, {"- ", 2}, {"x", 1}, 100000, false},
    {"emphasis", {"", 0}, {"*a **b ", 7}, {"", 0}, 30000, false},
    {"bold tags", {"", 0}, {"<b><i>", 6}, {"x</b>", 5}, 50000, false},
    {"struck out", {"", 0}, {"~~a", 3}, {"", 0}, 100000, false},
    {"link tails", {"", 0}, {"[a](b \"", 7}, {"", 0}, 20000, false},
    {"web addresses", {"", 0}, {"http://a)", 9}, {"", 0}, 50000, false},
    {"mail addresses", {"", 0}, {"a@", 2}, {"", 0}, 100000, false},
    {"entities", {"", 0}, {"&copy;", 6}, {"", 0}, 50000, false},
    {"definitions", {"", 0}, {"[a]: <\n", 7}, {"[", 1}, 20000, false},
    {"table cells", {"|", 1}, {"a|", 2}, {"\n|-|\n", 5}, 100000, true},
    {"lines of dashes", {"", 0}, {"a\n|-|-|\n", 8}, {"", 0}, 5000, true},
    {"lines before dashes", {"", 0}, {"a\n", 2}, {"|-|\n", 4}, 20000, true},
    {"rows of a table", {"| a | b |\n|---|---|\n", 20}, {"| c | d |\n", 10}, {"", 0}, 5000, false},
};

static void test_hostile_papers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        Reading reading = {0};
        Buf broken = {0};
        buf_append(&reading.bytes, hostile[i].before);
        for (size_t n = 0; n < hostile[i].n; n++)
            buf_append(&reading.bytes, hostile[i].repeated);
        buf_append(&reading.bytes, hostile[i].after);
        read_bytes(&reading);
        promises_check(reading.document, &broken);
        bool is_limited =
            reading.sink.items.len && reading.sink.items.items[0].code == DIAG_LIMIT_REACHED;
        if (broken.len || is_limited != hostile[i].is_limited)
            fail_msg("%s: %zu diagnostics; %.*s", hostile[i].name, reading.sink.items.len,
                     STR_ARG(str_sub(buf_str(&broken), 0, 200)));
        buf_free(&broken);
        reading_free(&reading);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_papers),
        cmocka_unit_test(test_hostile_papers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
