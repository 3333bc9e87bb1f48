#include "rule/guards.h"

#include "base/memory.h"
#include "text/inflect.h"
#include "text/token.h"

enum { SLOTS_MIN = 256 };

typedef struct FormContext {
    Guards *guards;
    uint32_t word;
} FormContext;

static size_t first_slot(const Guards *guards, uint64_t hash)
{
    return (size_t)(hash ^ (hash >> 29)) & (guards->n_slots - 1);
}

static void put_slot(Guards *guards, uint32_t form)
{
    size_t slot = first_slot(guards, guards->forms.items[form].hash);
    while (guards->slots[slot])
        slot = (slot + 1) & (guards->n_slots - 1);
    guards->slots[slot] = form + 1;
}

static void grow(Guards *guards)
{
    mem_free(guards->slots);
    guards->n_slots = guards->n_slots ? guards->n_slots * 2 : SLOTS_MIN;
    guards->slots = mem_calloc(guards->n_slots, sizeof *guards->slots);
    for (size_t i = 0; i < guards->forms.len; i++)
        put_slot(guards, (uint32_t)i);
}

/* The next form with HASH at or after *SLOT; NULL when there are no more. */
static const GuardForm *next_form(const Guards *guards, uint64_t hash, size_t *slot)
{
    while (guards->slots[*slot]) {
        const GuardForm *form = &guards->forms.items[guards->slots[*slot] - 1];
        *slot = (*slot + 1) & (guards->n_slots - 1);
        if (form->hash == hash)
            return form;
    }
    return NULL;
}

static bool is_form_of(const Guards *guards, uint64_t hash, uint32_t word)
{
    size_t slot = first_slot(guards, hash);
    for (const GuardForm *form; (form = next_form(guards, hash, &slot)) != NULL;)
        if (form->word == word)
            return true;
    return false;
}

static void add_form(Guards *guards, uint64_t hash, uint32_t word)
{
    if ((guards->forms.len + 1) * 2 > guards->n_slots)
        grow(guards);
    if (is_form_of(guards, hash, word))
        return;
    array_push(&guards->forms, (GuardForm){hash, word});
    put_slot(guards, (uint32_t)guards->forms.len - 1);
}

static void add_inflected(void *context, Str form_text, Inflection form)
{
    const FormContext *of = context;
    (void)form;
    add_form(of->guards, word_hash(form_text), of->word);
}

/* The number of the guard word TEXT, whose forms are added when it is new. */
static uint32_t number_of(Guards *guards, Str text, uint64_t hash)
{
    if (guards->n_slots) {
        size_t slot = first_slot(guards, hash);
        for (const GuardForm *form; (form = next_form(guards, hash, &slot)) != NULL;)
            if (guards->known.items[form->word] == hash)
                return form->word;
    }
    uint32_t word = (uint32_t)guards->known.len;
    array_push(&guards->known, hash);
    add_form(guards, hash, word);
    Buf lower = {0};
    for (size_t i = 0; i < text.len; i++)
        buf_append_char(&lower, ascii_lower(text.data[i]));
    FormContext context = {guards, word};
    inflect_each(buf_str(&lower), PART_NOUN, add_inflected, &context);
    inflect_each(buf_str(&lower), PART_VERB, add_inflected, &context);
    buf_free(&lower);
    return word;
}

static void add_phrase(Guards *guards, Str phrase, WordArray *words)
{
    words->len = 0;
    tokenise(phrase, words);
    if (!words->len)
        return;
    uint32_t first = (uint32_t)guards->words.len;
    for (size_t i = 0; i < words->len; i++) {
        Word word = words->items[i];
        Str text = str_sub(phrase, word.start, (size_t)word.start + word.len);
        array_push(&guards->words, number_of(guards, text, word.hash));
    }
    array_push(&guards->phrases, (GuardRange){first, (uint32_t)words->len});
}

uint32_t guards_add(Guards *guards, StrList phrases)
{
    uint32_t first = (uint32_t)guards->phrases.len;
    WordArray words = {0};
    for (size_t i = 0; i < phrases.len; i++)
        add_phrase(guards, phrases.items[i], &words);
    array_free(&words);
    uint32_t n = (uint32_t)guards->phrases.len - first;
    if (!n)
        return 0;
    array_push(&guards->sets, (GuardRange){first, n});
    return (uint32_t)guards->sets.len;
}

/* Does PHRASE stand at word AT, whose first word is known to fit? */
static bool stands_at(const Guards *guards, GuardRange phrase, const Prose *prose, size_t at,
                      size_t end)
{
    if (phrase.n > end - at)
        return false;
    for (uint32_t i = 1; i < phrase.n; i++)
        if (!is_form_of(guards, prose->words[at + i].hash, guards->words.items[phrase.first + i]))
            return false;
    return true;
}

static bool word_holds(const Guards *guards, GuardRange set, uint32_t word, const Prose *prose,
                       size_t at, size_t end)
{
    for (uint32_t i = 0; i < set.n; i++) {
        GuardRange phrase = guards->phrases.items[set.first + i];
        if (guards->words.items[phrase.first] == word && stands_at(guards, phrase, prose, at, end))
            return true;
    }
    return false;
}

bool guards_hold(const Guards *guards, uint32_t set, const Prose *prose, size_t first, size_t end)
{
    if (!set)
        return false;
    GuardRange range = guards->sets.items[set - 1];
    for (size_t i = first; i < end; i++) {
        uint64_t hash = prose->words[i].hash;
        size_t slot = first_slot(guards, hash);
        for (const GuardForm *form; (form = next_form(guards, hash, &slot)) != NULL;)
            if (word_holds(guards, range, form->word, prose, i, end))
                return true;
    }
    return false;
}

void guards_free(Guards *guards)
{
    array_free(&guards->forms);
    array_free(&guards->known);
    array_free(&guards->words);
    array_free(&guards->phrases);
    array_free(&guards->sets);
    mem_free(guards->slots);
    *guards = (Guards){0};
}
