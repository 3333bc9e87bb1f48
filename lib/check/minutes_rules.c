/* Rules about minutes: stories, who speaks. */
#include "check/checks.h"
#include "check/minutes.h"
#include "check/word_set.h"

bool is_minutes(const CheckContext *context)
{
    enum { HEAD_BLOCKS = 6 };
    if (context->agenda)
        return false;
    if (find_words(context->document->title, STR("minutes")) < context->document->title.len)
        return true;
    for (size_t i = 0; i < context->proses.len && i < HEAD_BLOCKS; i++) {
        const Prose *prose = &context->proses.items[i];
        bool is_title = prose->block->kind == NODE_HEADING || prose->n_words <= 12;
        size_t at = is_title ? find_words(prose->text, STR("minutes")) : prose->text.len;
        bool is_counted = at > 1 && ascii_is_digit((unsigned char)prose->text.data[at - 2]);
        if (at < prose->text.len && !is_counted)
            return true;
    }
    return false;
}

static bool says_what_follows(Str text)
{
    static const char *const words[] = {"action", "actions",  "agreed",
                                        "will",   "resolved", "to be done"};
    return has_any_words(text, words, sizeof words / sizeof words[0]);
}

void story_no_action_on_document(CheckContext *context, const Rule *rule)
{
    const ProseList *proses = &context->proses;
    if (!is_minutes(context))
        return;
    for (size_t i = 0; i < proses->len; i++) {
        const Prose *prose = &proses->items[i];
        if (prose->block->kind != NODE_HEADING ||
            find_words(prose->text, STR("story")) == prose->text.len)
            continue;
        bool is_followed = false;
        for (size_t k = i + 1; k < proses->len && proses->items[k].block->kind != NODE_HEADING; k++)
            is_followed |= says_what_follows(proses->items[k].text);
        if (!is_followed)
            finding_emit(context, rule,
                         &(FindingDraft){.place = {.prose = prose, .span = {0, prose->text.len}}});
    }
}

/* "The Chair said …": the role that opens a recorded turn; empty for none. Roles
 * only, never names. */
static Str speaker_of(const Prose *prose, const Sentence *sentence)
{
    static const char *const verbs[] = {"said",    "asked", "reported", "explained", "added",
                                        "replied", "noted", "thanked",  "responded", "commented"};
    enum { ROLE_WORDS_MAX = 6 };
    Str text = span_of(sentence->span, prose->text);
    if (!starts_with_words(text, STR("the")))
        return (Str){0};
    for (size_t w = sentence->first_word + 1;
         w < sentence->end_word && w <= sentence->first_word + ROLE_WORDS_MAX; w++)
        for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
            if (str_eq_nocase(word_text(prose, &prose->words[w]), str_of(verbs[i])))
                return w > sentence->first_word + 1
                           ? span_of(words_span(prose, sentence->first_word + 1, w - 1),
                                     prose->text)
                           : (Str){0};
    return (Str){0};
}

void minutes_speaker_balance_on_document(CheckContext *context, const Rule *rule)
{
    enum { ROLES_MAX = 32, TURNS_MIN = 6 };
    struct {
        Str role;
        size_t n;
    } roles[ROLES_MAX];
    size_t n_roles = 0, n_turns = 0, top = 0;
    for (size_t i = 0; is_minutes(context) && i < context->proses.len; i++) {
        const Prose *prose = &context->proses.items[i];
        for (size_t k = 0; k < prose->n_sentences; k++) {
            Str role = speaker_of(prose, &prose->sentences[k]);
            size_t at = 0;
            while (at < n_roles && !str_eq_nocase(roles[at].role, role))
                at++;
            if (!role.len || at == ROLES_MAX)
                continue;
            if (at == n_roles) {
                roles[n_roles].role = role;
                roles[n_roles++].n = 0;
            }
            roles[at].n++;
            n_turns++;
            top = roles[at].n > roles[top].n ? at : top;
        }
    }
    double max = rule_option_number(rule, STR("max-share"), 0.5);
    if (n_turns < TURNS_MIN || (double)roles[top].n <= max * (double)n_turns)
        return;
    finding_emit(context, rule,
                 &(FindingDraft){.args = STR_LIST(roles[top].role,
                                                  arena_number(context->arena, roles[top].n),
                                                  arena_number(context->arena, n_turns))});
}
