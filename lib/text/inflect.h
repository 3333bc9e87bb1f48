/* Inflection of English words: from a base form to its other forms, and a
 * suggestion put into the form of the word it replaces. */
#ifndef PLAINPAPER_TEXT_INFLECT_H
#define PLAINPAPER_TEXT_INFLECT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/span.h"

typedef enum PartOfSpeech {
    PART_FIXED = 0, /* no forms besides itself */
    PART_NOUN,      /* plural, possessive */
    PART_VERB,      /* -s, -ing, -ed (past and participle) */
    PART_ADJECTIVE, /* itself only */
    PART_ADVERB,    /* itself only */
    PART_OF_SPEECH_COUNT
} PartOfSpeech;

typedef enum Inflection {
    FORM_BASE = 0,
    FORM_PLURAL,
    FORM_POSSESSIVE,
    FORM_PLURAL_POSSESSIVE,
    FORM_THIRD_PERSON, /* uses */
    FORM_PAST,         /* used, went */
    FORM_PARTICIPLE,   /* used, gone */
    FORM_ING,          /* using */
    INFLECTION_COUNT
} Inflection;

/* Appends FORM of the base word WORD (one word, small letters) to BUF, with
 * British spelling (travelled, practised) and irregular words known. */
void inflect_word(Str word, Inflection form, Buf *buf);

/* The word of PHRASE that takes its forms: of a verb phrase the first ("take
 * forward", "sign-off", but "ring-fence"), of a noun phrase the last before a
 * preposition ("package of care") or a clause ("person who waits"). Empty for parts that have no
 * forms. */
Span inflect_head(Str phrase, PartOfSpeech part);

/* As inflect_word for a phrase: its head is put into FORM. */
void inflect_phrase(Str phrase, PartOfSpeech part, Inflection form, Buf *buf);

/* Calls EACH with every form of the one word WORD as PART other than itself, but
 * for possessives: -ise and -ize both for verbs in -ise and nouns in -isation. A
 * past that is also the participle is given once, as FORM_PAST. The text lives
 * for the call. */
void inflect_each(Str word, PartOfSpeech part,
                  void (*each)(void *context, Str form_text, Inflection form), void *context);

/* A base word made ready to ask of many words whether they are forms of it. */
typedef struct BaseWord {
    Str word;         /* borrowed; in small letters, with straight apostrophes */
    Str irregular[3]; /* past, participle, plural where they are irregular */
} BaseWord;

BaseWord inflect_base(Str word);

/* Is WORD (small letters, straight apostrophes) BASE or one of its forms as a
 * noun or a verb, possessives included? */
bool inflect_is_form(Str word, const BaseWord *base);

/* The base forms that WORD may be a form of as PART, likeliest first, into RET
 * (room for MAX, texts in ARENA); how many. */
size_t inflect_bases(Str word, PartOfSpeech part, Str *ret, size_t max, Arena *arena);

/* True when TEXT begins with a vowel sound, so that it takes "an": by letters,
 * with "hour", "university", "NHS", "MP" and their like known. */
bool inflect_takes_an(Str text);

/* Appends SUGGESTION to BUF with the capitals of ORIGINAL: all capitals, a
 * first capital, or as it is. */
void inflect_match_case(Str suggestion, Str original, Buf *buf);

#endif
