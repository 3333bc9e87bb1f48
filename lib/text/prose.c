#include "text/prose.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "text/sentence.h"
#include "text/token.h"

#include <assert.h>

#define OBJECT "\xEF\xBF\xBC" /* U+FFFC stands for what has no words of its own */

/* From byte `start` of the text on, words carry these bits. */
typedef struct FlagRun {
    uint32_t start;
    uint16_t flags;
} FlagRun;

/* Scratch for building one block after another. */
typedef struct Builder {
    Buf text;
    ARRAY(Segment) segments;
    ARRAY(FlagRun) runs;
    WordArray words;
    SentenceArray sentences;
    unsigned n_links, n_emphases, n_quotes; /* open around the present node */
    bool has_abbreviations;
    Vocabulary *vocabulary;
} Builder;

static void builder_free(Builder *builder)
{
    buf_free(&builder->text);
    array_free(&builder->segments);
    array_free(&builder->runs);
    array_free(&builder->words);
    array_free(&builder->sentences);
}

static uint16_t present_flags(const Builder *builder)
{
    unsigned flags = (builder->n_links ? WORD_IN_LINK : 0U) |
                     (builder->n_emphases ? WORD_IN_EMPHASIS : 0U) |
                     (builder->n_quotes ? WORD_IN_QUOTE : 0U);
    return (uint16_t)flags;
}

static void add_piece(Builder *builder, const Node *node, Str text, bool is_verbatim)
{
    if (!text.len || builder->text.len + text.len > UINT32_MAX)
        return;
    uint32_t start = (uint32_t)builder->text.len;
    uint16_t flags = present_flags(builder);
    if (!builder->runs.len || array_last(&builder->runs)->flags != flags)
        array_push(&builder->runs, (FlagRun){start, flags});
    array_push(&builder->segments, (Segment){.text_start = start,
                                             .is_verbatim = is_verbatim,
                                             .precision = node->precision,
                                             .source = node->span,
                                             .node = node});
    buf_append(&builder->text, text);
}

static void enter_inline(Builder *builder, const Node *node, int step)
{
    switch (node->kind) {
    case NODE_LINK:
        builder->n_links += (unsigned)step;
        break;
    case NODE_EMPHASIS:
    case NODE_STRONG:
        builder->n_emphases += (unsigned)step;
        break;
    case NODE_QUOTATION:
        builder->n_quotes += (unsigned)step;
        break;
    case NODE_ABBREVIATION:
        builder->has_abbreviations = true;
        break;
    default:
        break;
    }
}

static void add_leaf(Builder *builder, const Node *node)
{
    switch (node->kind) {
    case NODE_TEXT:
        add_piece(builder, node, node->as.text.literal, node->as.text.is_verbatim);
        break;
    case NODE_SOFT_BREAK:
        add_piece(builder, node, STR(" "), false);
        break;
    case NODE_LINE_BREAK:
        add_piece(builder, node, STR("\n"), false);
        break;
    case NODE_CODE:
    case NODE_IMAGE:
    case NODE_EMBED:
        add_piece(builder, node, STR(OBJECT), false);
        break;
    default:
        break;
    }
}

static void collect_text(Builder *builder, const Node *block)
{
    NodeIter iter = node_iter(block);
    while (node_iter_next(&iter)) {
        if (iter.event == NODE_EXIT) {
            enter_inline(builder, iter.node, -1);
            continue;
        }
        enter_inline(builder, iter.node, 1);
        if (iter.node->is_hidden || iter.node->kind == NODE_IMAGE || iter.node->kind == NODE_EMBED)
            node_iter_skip(&iter);
        if (!iter.node->is_hidden)
            add_leaf(builder, iter.node);
    }
}

static void flag_words(Builder *builder)
{
    size_t w = 0;
    for (size_t i = 0; i < builder->runs.len; i++) {
        bool is_last = i + 1 == builder->runs.len;
        uint32_t run_end = is_last ? UINT32_MAX : builder->runs.items[i + 1].start;
        for (; w < builder->words.len && builder->words.items[w].start < run_end; w++)
            builder->words.items[w].shape |= builder->runs.items[i].flags;
    }
}

/* The items of ARRAY in ARENA. */
#define array_copy(arena, array)                                                                   \
    arena_copy((arena), (array)->items, (array)->len * sizeof *(array)->items)

/* At most so many letters of WORD are capitals. */
static size_t most_capitals(const Word *word)
{
    if (word->shape & WORD_LATER_UPPER)
        return word->len;
    return (word->shape & WORD_FIRST_UPPER) != 0;
}

/* Nine tenths of at least eight letters are capitals. */
static bool is_shouted(const Prose *prose)
{
    size_t n_most = 0, n_upper = 0, n_lower = 0;
    for (size_t i = 0; i < prose->n_words; i++)
        n_most += most_capitals(&prose->words[i]);
    if (n_most < 8)
        return false;
    for (size_t i = 0; i < prose->n_words; i++) {
        Str text = word_text(prose, &prose->words[i]);
        for (size_t k = 0; k < text.len; k++) {
            n_upper += ascii_is_upper((unsigned char)text.data[k]);
            n_lower += ascii_is_lower((unsigned char)text.data[k]);
        }
    }
    return n_upper >= 8 && n_upper >= 9 * n_lower;
}

/* Words and sentences of the text in BUILDER; the finished prose is in ARENA. */
static Prose builder_finish(Builder *builder, const Node *block, Arena *arena)
{
    Prose prose = {.block = block, .text = arena_str(arena, buf_str(&builder->text))};
    builder->words.len = 0;
    prose.has_brackets = tokenise(prose.text, &builder->words);
    flag_words(builder);
    vocabulary_tell(builder->vocabulary, prose.text, builder->words.items, builder->words.len);
    builder->sentences.len = 0;
    split_sentences(prose.text, builder->words.items, builder->words.len, &builder->sentences);
    prose.words = array_copy(arena, &builder->words);
    prose.n_words = builder->words.len;
    prose.sentences = array_copy(arena, &builder->sentences);
    prose.n_sentences = builder->sentences.len;
    prose.map = (SourceMap){
        .segments = array_copy(arena, &builder->segments),
        .n_segments = builder->segments.len,
        .text_len = prose.text.len,
    };
    prose.is_shouted = is_shouted(&prose);
    prose.has_abbreviations = builder->has_abbreviations;
    return prose;
}

static Prose build(Builder *builder, const Node *block, Arena *arena)
{
    buf_clear(&builder->text);
    builder->segments.len = builder->runs.len = 0;
    builder->n_links = builder->n_emphases = builder->n_quotes = 0;
    builder->has_abbreviations = false;
    collect_text(builder, block);
    return builder_finish(builder, block, arena);
}

ProseList prose_list_of(const Document *document, Vocabulary *vocabulary, Arena *arena)
{
    Builder builder = {.vocabulary = vocabulary};
    ARRAY(Prose) proses = {0};
    NodeIter iter = node_iter(document->root);
    while (node_iter_next(&iter)) {
        if (iter.event != NODE_ENTER)
            continue;
        bool is_block = node_is_text_block(iter.node);
        if (iter.node->is_hidden || is_block)
            node_iter_skip(&iter);
        if (is_block && !iter.node->is_hidden && iter.node->kind != NODE_CODE_BLOCK)
            array_push(&proses, build(&builder, iter.node, arena));
    }
    ProseList list = {array_copy(arena, &proses), proses.len};
    array_free(&proses);
    builder_free(&builder);
    return list;
}

/* The list is in reading order, and so are the numbers that readers give; blocks
 * without content stand between, and have none. */
const Prose *prose_of(const ProseList *list, const Node *block)
{
    size_t low = 0, high = list->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2, at = middle;
        while (at < high && !list->items[at].block->paragraph && list->items[at].block != block)
            at++;
        if (at < high && list->items[at].block == block)
            return &list->items[at];
        if (at < high && list->items[at].block->paragraph < block->paragraph)
            low = at + 1;
        else
            high = middle;
    }
    return NULL;
}

Prose prose_of_text(Str text, Arena *arena)
{
    Node *block = node_new(arena, NODE_PARAGRAPH);
    Node *leaf = node_new(arena, NODE_TEXT);
    leaf->as.text.literal = text;
    leaf->as.text.is_verbatim = true;
    leaf->span = block->span = (Span){0, text.len};
    node_append_child(block, leaf);
    Builder builder = {0};
    Prose prose = build(&builder, block, arena);
    builder_free(&builder);
    return prose;
}

const Sentence *prose_sentence_at(const Prose *prose, size_t word_index)
{
    for (size_t i = 0; i < prose->n_sentences; i++)
        if (word_index < prose->sentences[i].end_word)
            return &prose->sentences[i];
    return prose->n_sentences ? &prose->sentences[prose->n_sentences - 1] : NULL;
}

size_t prose_word_from(const Prose *prose, size_t offset)
{
    const Word *words = prose->words;
    size_t first = 0, n = prose->n_words;
    while (n > 1) { /* no branch depends on a word: processors would guess it wrong */
        size_t half = n / 2;
        first += words[first + half - 1].start < offset ? half : 0;
        n -= half;
    }
    return first + (n && words[first].start < offset);
}
