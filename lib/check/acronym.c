#include "check/acronym.h"

#include "base/hash.h"
#include "check/acronym_places.h"
#include "check/acronym_shapes.h"

/* What is gathered of one short form. */
typedef struct Draft {
    Str folded;
    Str shown; /* as the paper writes it */
    ARRAY(AcronymUse) uses;
    ARRAY(AcronymDefinition) definitions;
} Draft;

typedef struct Gathering {
    Arena *arena;
    ARRAY(Draft) drafts;
    size_t *slots; /* index of a draft + 1; 0 is free */
    size_t n_slots;
} Gathering;

static void grow_slots(Gathering *gathering)
{
    mem_free(gathering->slots);
    gathering->n_slots = gathering->n_slots ? gathering->n_slots * 2 : 64;
    gathering->slots = mem_calloc(gathering->n_slots, sizeof *gathering->slots);
    for (size_t i = 0; i < gathering->drafts.len; i++) {
        size_t slot = (size_t)hash_bytes(gathering->drafts.items[i].folded) & (gathering->n_slots - 1);
        while (gathering->slots[slot])
            slot = (slot + 1) & (gathering->n_slots - 1);
        gathering->slots[slot] = i + 1;
    }
}

/* The draft of FOLDED, made when there is none yet. */
static Draft *draft_of(Gathering *gathering, Str folded, bool makes)
{
    if (gathering->drafts.len * 2 >= gathering->n_slots)
        grow_slots(gathering);
    size_t slot = (size_t)hash_bytes(folded) & (gathering->n_slots - 1);
    for (; gathering->slots[slot]; slot = (slot + 1) & (gathering->n_slots - 1)) {
        Draft *draft = &gathering->drafts.items[gathering->slots[slot] - 1];
        if (str_eq(draft->folded, folded))
            return draft;
    }
    if (!makes)
        return NULL;
    array_push(&gathering->drafts, (Draft){ .folded = folded });
    gathering->slots[slot] = gathering->drafts.len;
    return array_last(&gathering->drafts);
}

/* TEXT with white space folded. */
static Str tidy_long_form(Str text, Arena *arena)
{
    char *copy = arena_alloc(arena, text.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool is_space = ascii_is_space((unsigned char)text.data[i]);
        if (!is_space)
            copy[n++] = text.data[i];
        else if (n && copy[n - 1] != ' ')
            copy[n++] = ' ';
    }
    return str_trim((Str){ copy, n });
}

static void add_definition(Gathering *gathering, const Explanation *found)
{
    Str text = span_of(found->short_span, found->prose->text);
    Draft *draft = draft_of(gathering, short_form_fold(text), true);
    if (!draft->definitions.len)
        draft->shown = text;
    array_push(&draft->definitions,
               (AcronymDefinition){ .prose = found->prose,
                                    .short_span = found->short_span,
                                    .long_span = found->long_span,
                                    .long_form = tidy_long_form(
                                        span_of(found->long_span, found->prose->text),
                                        gathering->arena),
                                    .reliability = found->reliability });
}

static void add_uses(Gathering *gathering, const Prose *prose)
{
    for (size_t w = 0; w < prose->n_words; w++) {
        const Word *word = &prose->words[w];
        if (!(word->shape & (WORD_FIRST_UPPER | WORD_LATER_UPPER)))
            continue;
        ShortForm form;
        if (!short_form_at(prose, w, &form))
            continue;
        Draft *draft = draft_of(gathering, form.folded, true);
        if (!draft->shown.len)
            draft->shown = form.text;
        array_push(&draft->uses, (AcronymUse){ prose, form.span, false });
    }
}

AcronymList acronyms_find(const Document *document, const ProseList *proses, const RuleSet *rules,
                          Lexicon *lexicon, Arena *arena)
{
    (void)document;
    (void)rules;
    (void)lexicon;
    Gathering gathering = { .arena = arena };
    ExplanationList found = { 0 };
    for (size_t i = 0; i < proses->len; i++)
        explanations_in_brackets(&proses->items[i], &found);
    for (size_t i = 0; i < found.len; i++)
        add_definition(&gathering, &found.items[i]);
    for (size_t i = 0; i < proses->len; i++)
        add_uses(&gathering, &proses->items[i]);
    Acronym *items = arena_new_array(arena, Acronym, gathering.drafts.len);
    for (size_t i = 0; i < gathering.drafts.len; i++) {
        Draft *d = &gathering.drafts.items[i];
        AcronymUse *u = arena_new_array(arena, AcronymUse, d->uses.len);
        if (d->uses.len) memcpy(u, d->uses.items, d->uses.len * sizeof *u);
        AcronymDefinition *e = arena_new_array(arena, AcronymDefinition, d->definitions.len);
        if (d->definitions.len) memcpy(e, d->definitions.items, d->definitions.len * sizeof *e);
        items[i] = (Acronym){ .short_form = d->shown, .uses = u, .n_uses = d->uses.len, .definitions = e, .n_definitions = d->definitions.len };
        array_free(&d->uses); array_free(&d->definitions);
    }
    AcronymList list = { items, gathering.drafts.len };
    array_free(&gathering.drafts); mem_free(gathering.slots); array_free(&found);
    return list;
}
