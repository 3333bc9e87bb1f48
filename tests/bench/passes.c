/* Times parts of the check apart: reading the papers and making their words, which are
 * what any check begins with, then matching all term lists and the acronym finder.
 * Prints nanoseconds of processor time for each byte of the papers, the best of some
 * rounds: the first one loads the spelling dictionary. Memory is asked for as the program
 * does.
 *
 * usage: passes RULES_FOLDER DICTIONARIES_FOLDER PAPER... */
#include "base/file_loader.h"
#include "check/acronym.h"
#include "check/word_traits.h"
#include "cli/memory.h"
#include "read/reader.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

typedef struct Paper {
    Str path, text;
    Document *document;
    ProseList proses;
} Paper;

typedef struct Papers {
    Arena arena;
    ARRAY(Paper) items;
    size_t n_bytes;
} Papers;

static double now_ns(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

/* NULL when PAPER cannot be read; document_free. */
static Document *read_paper(const Paper *paper)
{
    DiagnosticSink sink = {0};
    ReadOptions options = {.sink = &sink};
    Document *document = NULL;
    const Reader *reader = reader_for(paper->path, paper->text);
    if (reader && reader->read(paper->path, paper->text, &options, &document) != STATUS_OK)
        document = NULL;
    diagnostic_sink_free(&sink);
    return document;
}

static void add_paper(Papers *papers, Vocabulary *vocabulary, const char *path)
{
    const Loader *loader = file_loader();
    Buf bytes = {0};
    Paper paper = {.path = str_of(path)};
    if (loader->read(loader, paper.path, &bytes) == STATUS_OK) {
        paper.text = arena_str(&papers->arena, buf_str(&bytes));
        paper.document = read_paper(&paper);
        if (paper.document) {
            paper.proses = prose_list_of(paper.document, vocabulary, &papers->arena);
            array_push(&papers->items, paper);
            papers->n_bytes += paper.text.len;
        }
    }
    buf_free(&bytes);
}

static double read_papers(const Papers *papers)
{
    double start = now_ns();
    for (size_t i = 0; i < papers->items.len; i++)
        document_free(read_paper(&papers->items.items[i]));
    return (now_ns() - start) / (double)papers->n_bytes;
}

static double make_words(const Papers *papers, Vocabulary *vocabulary)
{
    double start = now_ns();
    for (size_t i = 0; i < papers->items.len; i++) {
        Arena arena = {0};
        (void)prose_list_of(papers->items.items[i].document, vocabulary, &arena);
        arena_free(&arena);
    }
    return (now_ns() - start) / (double)papers->n_bytes;
}

static void count_match(void *context, const TermMatch *match)
{
    size_t *n = context;
    (void)match;
    ++*n;
}

static double match_lists(const Papers *papers, const RuleSet *rules)
{
    size_t n = 0;
    double start = now_ns();
    for (size_t i = 0; i < papers->items.len; i++)
        for (size_t k = 0; k < papers->items.items[i].proses.len; k++)
            term_trie_match(ruleset_terms(rules), &papers->items.items[i].proses.items[k],
                            count_match, &n);
    return (now_ns() - start) / (double)papers->n_bytes;
}

/* What now_ns itself takes: a microsecond of a virtual machine, much beside a small paper. */
static double clock_cost_ns(void)
{
    double cost = INFINITY;
    for (int i = 0; i < 100; i++) {
        double start = now_ns();
        cost = fmin(cost, now_ns() - start);
    }
    return cost;
}

/* Each paper's words are made anew right before, as in a check: the pass finds them in the
 * processor's cache there too. */
static double find_acronyms(const Papers *papers, const RuleSet *rules, Lexicon *lexicon,
                            Vocabulary *vocabulary)
{
    double total = 0, clock_cost = clock_cost_ns();
    for (size_t i = 0; i < papers->items.len; i++) {
        Arena arena = {0};
        const Document *document = papers->items.items[i].document;
        ProseList proses = prose_list_of(document, vocabulary, &arena);
        double start = now_ns();
        (void)acronyms_find(document, &proses, rules, lexicon, &arena);
        total += now_ns() - start - clock_cost;
        arena_free(&arena);
    }
    return total / (double)papers->n_bytes;
}

int main(int argc, char **argv)
{
    enum { ROUNDS = 5 };
    memory_prepare();
    if (argc < 4)
        return 2;
    Str rule_folder = str_of(argv[1]), dictionary_folder = str_of(argv[2]);
    RuleSources sources = {.loader = file_loader(),
                           .rule_folders = {&rule_folder, 1},
                           .dictionary_folders = {&dictionary_folder, 1}};
    DiagnosticSink sink = {0};
    RuleSet *rules;
    if (ruleset_load(&sources, &sink, &rules) != STATUS_OK)
        return 1;
    Lexicon *lexicon = lexicon_new(&(LexiconFiles){.aff = STR("/usr/share/hunspell/en_GB.aff"),
                                                   .dic = STR("/usr/share/hunspell/en_GB.dic")});
    WordTraits *traits = word_traits_new(rules);
    Vocabulary vocabulary = {.traits_of = word_traits_of, .data = traits};
    Papers papers = {0};
    readers_prepare();
    for (int i = 3; i < argc; i++)
        add_paper(&papers, &vocabulary, argv[i]);
    double reading = INFINITY, words = INFINITY, lists = INFINITY, acronyms = INFINITY;
    for (int i = 0; i < ROUNDS; i++) {
        reading = fmin(reading, read_papers(&papers));
        words = fmin(words, make_words(&papers, &vocabulary));
        lists = fmin(lists, match_lists(&papers, rules));
        acronyms = fmin(acronyms, find_acronyms(&papers, rules, lexicon, &vocabulary));
    }
    printf("ns a byte: reading %.2f, making words %.2f, matching all lists %.2f, finding acronyms "
           "%.2f\n",
           reading, words, lists, acronyms);
    for (size_t i = 0; i < papers.items.len; i++)
        document_free(papers.items.items[i].document);
    array_free(&papers.items);
    arena_free(&papers.arena);
    vocabulary_free(&vocabulary);
    word_traits_free(traits);
    lexicon_free(lexicon);
    ruleset_free(rules);
    diagnostic_sink_free(&sink);
    return 0;
}
