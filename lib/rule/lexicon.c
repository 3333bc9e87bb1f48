#include "rule/lexicon.h"

#include "base/array.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "rule/known_words.h"

#include <hunspell.h>
#include <sys/stat.h>
#include <unistd.h>

/* Words longer than this are no dictionary words, and Hunspell's own limit. */
enum { WORD_BYTES_MAX = 99, CACHE_SLOTS_MIN = 1024 };

/* A verdict: the word's hash mixed with its capitals, and the answer in bit 0. */
struct Lexicon {
    Arena arena;
    LexiconFiles files;
    Hunhandle *hunspell;
    KnownWords known;
    bool was_tried, has_known;
    uint64_t *slots;
    size_t n_slots, n_used;
};

static Str keep(Lexicon *lexicon, Str path)
{
    return arena_str(&lexicon->arena, path);
}

Lexicon *lexicon_new(const LexiconFiles *files)
{
    Lexicon *lexicon = mem_calloc(1, sizeof *lexicon);
    Str *extra = arena_new_array(&lexicon->arena, Str, files->n_extra);
    for (size_t i = 0; i < files->n_extra; i++)
        extra[i] = keep(lexicon, files->extra[i]);
    lexicon->files = (LexiconFiles){.aff = keep(lexicon, files->aff),
                                    .dic = keep(lexicon, files->dic),
                                    .extra = extra,
                                    .n_extra = files->n_extra,
                                    .known = files->known};
    return lexicon;
}

/* Hunspell complains on stderr of files it cannot open: never let it try. */
static bool is_readable(Str path)
{
    return path.len && access(path.data, R_OK) == 0;
}

static void load_hunspell(Lexicon *lexicon)
{
    const LexiconFiles *files = &lexicon->files;
    if (!is_readable(files->aff) || !is_readable(files->dic))
        return;
    lexicon->hunspell = Hunspell_create(files->aff.data, files->dic.data);
    for (size_t i = 0; lexicon->hunspell && i < files->n_extra; i++)
        if (is_readable(files->extra[i]))
            (void)Hunspell_add_dic(lexicon->hunspell, files->extra[i].data);
}

/* Which dictionaries these are: by their lengths, as reading them would take long. */
static uint64_t identify(const LexiconFiles *files)
{
    uint64_t hash = HASH_SEED;
    for (size_t i = 0; i < 2 + files->n_extra; i++) {
        Str path = i == 0 ? files->aff : i == 1 ? files->dic : files->extra[i - 2];
        struct stat info = {0};
        if (path.len && stat(path.data, &info) != 0)
            info.st_size = -1;
        hash = (hash ^ (uint64_t)info.st_size) * UINT64_C(0x9E3779B97F4A7C15);
    }
    return hash;
}

static void load(Lexicon *lexicon)
{
    const LexiconFiles *files = &lexicon->files;
    lexicon->was_tried = true;
    lexicon->has_known =
        files->known.len && known_words_open(files->known, identify(files), &lexicon->known);
    if (!lexicon->has_known)
        load_hunspell(lexicon);
}

bool lexicon_is_available(Lexicon *lexicon)
{
    if (!lexicon->was_tried)
        load(lexicon);
    return lexicon->has_known || lexicon->hunspell != NULL;
}

/* WORD as Hunspell wants it: a C string, with ' for U+2019 and no soft hyphens.
 * False when it is too long. */
static bool to_plain(Str word, bool is_lowered, char *ret)
{
    Buf buf = {0};
    for (size_t i = 0; i < word.len;) {
        uint32_t c;
        i += utf8_decode(word, i, &c);
        if (c == 0x2019)
            c = '\'';
        if (c != 0xAD && c != 0)
            utf8_append(&buf, is_lowered ? utf8_lower(c) : c);
    }
    Str text = buf_str(&buf);
    if (str_ends_with(text, STR("'s")) || str_ends_with(text, STR("'S")))
        text.len -= 2;
    bool fits = text.len <= WORD_BYTES_MAX;
    if (fits && text.len)
        memcpy(ret, text.data, text.len);
    ret[fits ? text.len : 0] = '\0';
    buf_free(&buf);
    return fits;
}

static size_t slot_of(const Lexicon *lexicon, uint64_t key)
{
    size_t slot = (size_t)(key >> 1) & (lexicon->n_slots - 1);
    while (lexicon->slots[slot] && (lexicon->slots[slot] | 1) != (key | 1))
        slot = (slot + 1) & (lexicon->n_slots - 1);
    return slot;
}

static void grow(Lexicon *lexicon)
{
    uint64_t *old = lexicon->slots;
    size_t n_old = lexicon->n_slots;
    lexicon->n_slots = n_old ? 2 * n_old : CACHE_SLOTS_MIN;
    lexicon->slots = mem_calloc(lexicon->n_slots, sizeof *lexicon->slots);
    for (size_t i = 0; i < n_old; i++)
        if (old[i])
            lexicon->slots[slot_of(lexicon, old[i])] = old[i];
    mem_free(old);
}

static bool is_spelt_right(Lexicon *lexicon, const char *plain)
{
    if (!lexicon->has_known)
        return Hunspell_spell(lexicon->hunspell, plain) != 0;
    return known_words_has(&lexicon->known, str_of(plain));
}

static bool ask(Lexicon *lexicon, Str word, bool is_lowered)
{
    char plain[WORD_BYTES_MAX + 1];
    if (!to_plain(word, is_lowered, plain))
        return true;
    return !plain[0] || is_spelt_right(lexicon, plain);
}

/* Capitals matter to the verdict ("english"), so they go into the key. */
static uint64_t cache_key(Str word, uint64_t hash, bool is_lowered)
{
    uint64_t capitals = is_lowered ? 0x9E37 : 1;
    for (size_t i = 0; !is_lowered && i < word.len; i++)
        capitals = capitals * 3 + ascii_is_upper((unsigned char)word.data[i]);
    uint64_t key = (hash ^ (capitals * UINT64_C(0x9E3779B97F4A7C15))) | 2;
    return key & ~(uint64_t)1;
}

static bool known(Lexicon *lexicon, Str word, uint64_t hash, bool is_lowered)
{
    if (!lexicon_is_available(lexicon))
        return true;
    if (2 * (lexicon->n_used + 1) > lexicon->n_slots)
        grow(lexicon);
    uint64_t key = cache_key(word, hash, is_lowered);
    size_t slot = slot_of(lexicon, key);
    if (!lexicon->slots[slot]) {
        lexicon->slots[slot] = key | ask(lexicon, word, is_lowered);
        lexicon->n_used++;
    }
    return lexicon->slots[slot] & 1;
}

bool lexicon_knows(Lexicon *lexicon, Str word, uint64_t hash)
{
    return known(lexicon, word, hash, false);
}

bool lexicon_knows_lower(Lexicon *lexicon, Str word)
{
    return known(lexicon, word, word_hash(word), true);
}

void lexicon_free(Lexicon *lexicon)
{
    if (!lexicon)
        return;
    if (lexicon->hunspell)
        Hunspell_destroy(lexicon->hunspell);
    mem_free(lexicon->slots);
    arena_free(&lexicon->arena);
    mem_free(lexicon);
}

typedef ARRAY(uint64_t) HashArray;

/* Adds the hash of TEXT where Hunspell takes it. */
static void note_known(Lexicon *lexicon, Str text, HashArray *hashes)
{
    char plain[WORD_BYTES_MAX + 1];
    if (to_plain(text, false, plain) && plain[0] && Hunspell_spell(lexicon->hunspell, plain))
        array_push(hashes, known_words_hash(str_of(plain)));
}

/* "GHz" may be "GHZ" too, which cannot be told from the letters of the second. */
static void note_shouted(Lexicon *lexicon, Str text, HashArray *hashes)
{
    Buf shouted = {0};
    bool has_later_capital = false;
    for (size_t i = 0; i < text.len;) {
        uint32_t c;
        has_later_capital |= i > 0 && ascii_is_upper((unsigned char)text.data[i]);
        i += utf8_decode(text, i, &c);
        utf8_append(&shouted, utf8_upper(c));
    }
    if (has_later_capital)
        note_known(lexicon, buf_str(&shouted), hashes);
    buf_free(&shouted);
}

bool lexicon_write_known(const LexiconFiles *files, Str candidates, Buf *ret)
{
    Lexicon *lexicon = lexicon_new(files);
    HashArray hashes = {0};
    load_hunspell(lexicon);
    bool is_loaded = lexicon->hunspell != NULL;
    for (size_t start = 0; is_loaded && start < candidates.len;) {
        size_t end = str_find(candidates, STR("\n"), start);
        Str candidate = str_trim(str_sub(candidates, start, end));
        note_known(lexicon, candidate, &hashes);
        note_shouted(lexicon, candidate, &hashes);
        start = end + 1;
    }
    if (is_loaded)
        known_words_write(hashes.items, hashes.len, identify(files), ret);
    array_free(&hashes);
    lexicon_free(lexicon);
    return is_loaded;
}
