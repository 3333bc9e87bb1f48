/* access.doc-lang-invalid, part-lang-invalid, lang-part-unmarked: is what a paper
 * says of its languages true? */
#include "check/access.h"
#include "check/checks.h"

#include <stdlib.h>

typedef struct Languages {
    const char *start, *thirds;
    bool is_code;
} Languages;

static const Languages languages[] = {
#define LANGUAGES(start, thirds, is_code) {start, thirds, is_code},
#include "check/languages.def"
#undef LANGUAGES
};

static int compare_starts(const void *key, const void *item)
{
    return memcmp(key, ((const Languages *)item)->start, 2);
}

/* Is PRIMARY, the first part of a tag, one that BCP 47 registers? */
static bool is_registered(Str primary)
{
    char letters[3];
    if (primary.len < 2 || primary.len > sizeof letters)
        return false;
    for (size_t i = 0; i < primary.len; i++)
        letters[i] = ascii_lower(primary.data[i]);
    const Languages *found = bsearch(letters, languages, sizeof languages / sizeof languages[0],
                                     sizeof languages[0], compare_starts);
    if (!found)
        return false;
    return primary.len == 2 ? found->is_code : strchr(found->thirds, letters[2]) != NULL;
}

static bool is_valid(Str tag)
{
    return is_registered(str_sub(tag, 0, str_find(tag, STR("-"), 0)));
}

/* Args: the tag. */
void doc_lang_invalid_on_document(CheckContext *context, const Rule *rule)
{
    Str tag = context->document->language;
    if (!str_is_blank(tag) && !is_valid(tag))
        access_emit(context, rule, NULL, STR_LIST(access_short(tag, context->arena)));
}

static bool has_something_heard(const Node *node)
{
    if (access_has_text(node))
        return true;
    Buf name = {0};
    node_append_name(node, &name);
    bool has_name = !str_is_blank(buf_str(&name));
    buf_free(&name);
    return has_name;
}

/* Args: the tag. What shows and says nothing has no language. */
void part_lang_invalid_on_node(CheckContext *context, const Rule *rule, const Node *node)
{
    if (!node->language.len || is_valid(node->language) || !has_something_heard(node))
        return;
    Str tag = access_short(node->language, context->arena);
    finding_emit(context, rule,
                 &(FindingDraft){.place = {.node = node},
                                 .args = STR_LIST(tag),
                                 .fold_key = tag.len ? tag : STR("blank")});
}

/* Words of SENTENCE that are in WORDS. */
static size_t count_words(const Prose *prose, const Sentence *sentence, StrList words)
{
    size_t n = 0;
    for (size_t i = sentence->first_word; i < sentence->end_word; i++)
        n += access_list_has(words, word_text(prose, &prose->words[i]));
    return n;
}

/* Is the language of the text at word INDEX, or of what holds it, marked? */
static bool is_marked(const Prose *prose, size_t index)
{
    const Segment *segment = source_map_segment(&prose->map, prose->words[index].start);
    for (const Node *at = segment ? segment->node : prose->block; at; at = at->parent)
        if (at->language.len)
            return true;
    return false;
}

static bool has_code_or_address(const Prose *prose, const Sentence *sentence)
{
    Str text = span_of(sentence->span, prose->text);
    for (size_t i = 0; i < text.len; i++)
        if (strchr("<>{}=\\", text.data[i]))
            return true;
    for (size_t i = sentence->first_word; i < sentence->end_word; i++)
        if (prose->words[i].shape & (WORD_IN_CODE | WORD_IN_ADDRESS))
            return true;
    return false;
}

/* Which of the rule's languages SENTENCE is in: at least a third of its words are
 * commonest words of that language, and hardly any are of English. */
static Str language_of(const Rule *rule, const Prose *prose, const Sentence *sentence)
{
    size_t n = sentence->end_word - sentence->first_word;
    StrList languages_known = rule_option_list(rule, STR("languages"));
    if (10 * count_words(prose, sentence, rule_option_list(rule, STR("en"))) > n)
        return (Str){0};
    for (size_t i = 0; i < languages_known.len; i++) {
        StrList words = rule_option_list(rule, languages_known.items[i]);
        if (3 * count_words(prose, sentence, words) >= n)
            return languages_known.items[i];
    }
    return (Str){0};
}

/* Args: the words, the tag they need. Options: `words`, the least in a
 * sentence; `languages`, tags, each again an option with its commonest words; `en`,
 * those of English. */
void lang_part_unmarked_on_prose(CheckContext *context, const Rule *rule, const Prose *prose)
{
    size_t least = (size_t)rule_option_number(rule, STR("words"), 8);
    bool is_english = str_eq_nocase(str_sub(context->document->language, 0, 2), STR("en"));
    if (prose->n_words < least || !is_english)
        return;
    for (size_t i = 0; i < prose->n_sentences; i++) {
        const Sentence *sentence = &prose->sentences[i];
        if (sentence->end_word - sentence->first_word < least ||
            has_code_or_address(prose, sentence) || is_marked(prose, sentence->first_word))
            continue;
        Str language = language_of(rule, prose, sentence);
        if (!language.len)
            continue;
        Str words = access_short(span_of(sentence->span, prose->text), context->arena);
        finding_emit(context, rule,
                     &(FindingDraft){.place = {.prose = prose, .span = sentence->span},
                                     .args = STR_LIST(words, language),
                                     .fold_key = language});
    }
}
