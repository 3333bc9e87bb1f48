#include "rule/need.h"

/* As in "Regular Expression Matching with a Trigram Index" (Cox 2012) each part of a
 * pattern gives the texts it can match, while they are few, and of a sequence of
 * parts the texts least likely to stand in a block are what it needs. */
#include "base/arena.h"
#include "base/utf8.h"

enum { PRODUCT_MAX = 64, UNION_MAX = 256, LITERAL_BYTES_MAX = 24, DEPTH_MAX = 40 };

/* A match of a part holds one of these; where IS_EXACT it is one of these. With
 * none, nothing is known of it. */
typedef struct Choice {
    ARRAY(Str) items;
    bool is_exact;
} Choice;

typedef struct Parser {
    Str source;
    size_t at;
    unsigned depth;
    bool gave_up;
    Arena arena; /* of the items' texts */
} Parser;

static Choice parse_alternatives(Parser *parser);

static void choice_free(Choice *choice)
{
    array_free(&choice->items);
}

static Choice choice_of(Str text)
{
    Choice choice = {.is_exact = true};
    array_push(&choice.items, text);
    return choice;
}

/* How likely TEXT stands at a given place of an English text, very roughly. */
static double likelihood(Str text)
{
    static const unsigned char per_mille[] = {65, 12, 22, 32, 103, 20, 15, 49, 57, 2,  5, 33, 20,
                                              57, 62, 15, 1,  50,  53, 75, 23, 8,  17, 2, 14, 1};
    double likely = 1;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)ascii_lower(text.data[i]);
        double of_letter = ascii_is_lower(c) ? per_mille[c - 'a'] / 1000.0 : c == ' ' ? 0.18 : 0;
        likely *= of_letter ? of_letter : 0.005;
    }
    return likely;
}

static double choice_likelihood(const Choice *choice)
{
    double likely = 0;
    for (size_t i = 0; i < choice->items.len; i++)
        likely += likelihood(choice->items.items[i]);
    return choice->items.len ? likely : 2; /* what is not known is worse than the empty text */
}

/* Takes CHOICE over and keeps the better of the two in BEST. */
static void offer(Choice *best, Choice choice)
{
    if (choice_likelihood(&choice) < choice_likelihood(best)) {
        Choice worse = *best;
        *best = choice;
        choice = worse;
    }
    choice_free(&choice);
}

static bool fits(const Choice *run, const Choice *next)
{
    if (run->items.len * next->items.len > PRODUCT_MAX)
        return false;
    for (size_t i = 0; i < run->items.len; i++)
        if (run->items.items[i].len > LITERAL_BYTES_MAX)
            return false;
    return true;
}

/* Each text of RUN with each of NEXT behind it. */
static Choice product(Parser *parser, const Choice *run, const Choice *next)
{
    Choice both = {.is_exact = true};
    for (size_t i = 0; i < run->items.len; i++)
        for (size_t k = 0; k < next->items.len; k++) {
            Str a = run->items.items[i], b = next->items.items[k];
            char *text = arena_alloc(&parser->arena, a.len + b.len);
            if (a.len)
                memcpy(text, a.data, a.len);
            if (b.len)
                memcpy(text + a.len, b.data, b.len);
            array_push(&both.items, (Str){text, a.len + b.len});
        }
    return both;
}

static bool has_more(const Parser *parser)
{
    return !parser->gave_up && parser->at < parser->source.len;
}

static char peek(const Parser *parser)
{
    return parser->at < parser->source.len ? parser->source.data[parser->at] : '\0';
}

static bool skip_text(Parser *parser, Str text)
{
    if (!str_starts_with(str_sub(parser->source, parser->at, parser->source.len), text))
        return false;
    parser->at += text.len;
    return true;
}

/* Atoms. */

/* One character as it stands. Beyond ASCII only what has no other case. */
static Choice parse_character(Parser *parser)
{
    uint32_t c;
    size_t start = parser->at;
    parser->at += utf8_decode(parser->source, start, &c);
    if (c >= 0x80 && (utf8_lower(c) != c || utf8_upper(c) != c))
        return (Choice){0};
    return choice_of(str_sub(parser->source, start, parser->at));
}

/* A code point of a class, as it stands or as "\x{1F300}"; 0 for all else. */
static uint32_t class_code_point(Parser *parser)
{
    uint32_t c = 0;
    if (peek(parser) != '\\') {
        parser->at += utf8_decode(parser->source, parser->at, &c);
        return c;
    }
    if (!skip_text(parser, STR("\\x{")))
        return 0;
    for (; has_more(parser) && peek(parser) != '}'; parser->at++) {
        const char *digit = strchr("0123456789abcdef", ascii_lower(peek(parser)));
        if (!digit || c > 0xFFFFF)
            return 0;
        c = c << 4 | (uint32_t)(digit - "0123456789abcdef");
    }
    return skip_text(parser, STR("}")) ? c : 0;
}

/* Pictures, which have no capitals: those from FIRST to LAST begin with these bytes. */
static Str shared_bytes(uint32_t first, uint32_t last, Arena *arena)
{
    Buf a = {0}, b = {0};
    utf8_append(&a, first);
    utf8_append(&b, last);
    size_t n = 0;
    while (n < a.len && n < b.len && a.data[n] == b.data[n])
        n++;
    Str shared = arena_str(arena, str_sub(buf_str(&a), 0, n));
    buf_free(&a);
    buf_free(&b);
    return shared;
}

/* A class of signs and runs of pictures ("[\x{1F300}-\x{1FAFF}✔]"), given without its
 * brackets: the bytes that each begins with. Nothing for any other class. */
static Choice parse_picture_class(Str source, Arena *arena)
{
    enum { SIGN_MIN = 0x2190, PICTURE_MIN = 0x1F000 };
    Choice choice = {.is_exact = false};
    Parser inner = {.source = source};
    bool is_known = true;
    while (is_known && has_more(&inner)) {
        uint32_t first = class_code_point(&inner), last = first;
        if (skip_text(&inner, STR("-")))
            last = class_code_point(&inner);
        bool has_case = utf8_lower(first) != first || utf8_upper(first) != first;
        is_known = last >= first && first >= (last > first ? PICTURE_MIN : SIGN_MIN) && !has_case;
        if (is_known)
            array_push(&choice.items, shared_bytes(first, last, arena));
    }
    if (!is_known)
        choice_free(&choice);
    return choice;
}

static Choice parse_escape(Parser *parser)
{
    if (str_starts_with(str_sub(parser->source, parser->at, parser->source.len), STR("\\x{"))) {
        size_t start = parser->at;
        parser->gave_up |= !class_code_point(parser);
        return parse_picture_class(str_sub(parser->source, start, parser->at), &parser->arena);
    }
    char c = ++parser->at < parser->source.len ? parser->source.data[parser->at] : '\0';
    if (c && strchr("bBAzZG", c)) {
        parser->at++;
        return choice_of((Str){0});
    }
    if (c >= '1' && c <= '9') { /* what a group matched, or a character by its number */
        while (ascii_is_digit((unsigned char)peek(parser)))
            parser->at++;
        return (Choice){0};
    }
    if (c && strchr("dDwWsShHvVNRXtnrfae", c)) {
        parser->at++;
        return (Choice){0};
    }
    if (!c || ascii_is_alpha((unsigned char)c) || ascii_is_digit((unsigned char)c)) {
        parser->gave_up = true;
        return (Choice){0};
    }
    return parse_character(parser);
}

/* A class of a few plain characters is a choice of these. */
static Choice parse_class(Parser *parser)
{
    size_t start = ++parser->at;
    bool is_plain = peek(parser) != '^';
    parser->at += !is_plain;
    parser->at += peek(parser) == ']';
    while (has_more(parser) && peek(parser) != ']') {
        if (peek(parser) == '\\') {
            is_plain = false;
            parser->at++;
        }
        parser->gave_up |= peek(parser) == '[';
        is_plain = is_plain && !(peek(parser) == '-' && parser->at > start &&
                                 parser->at + 1 < parser->source.len &&
                                 parser->source.data[parser->at + 1] != ']');
        parser->at++;
    }
    size_t end = parser->at++;
    Choice choice = {.is_exact = true};
    Parser inner = {.source = str_sub(parser->source, 0, end), .at = start};
    while (is_plain && inner.at < end && choice.items.len < PRODUCT_MAX) {
        Choice one = parse_character(&inner);
        is_plain = one.items.len == 1;
        if (is_plain)
            array_push(&choice.items, one.items.items[0]);
        choice_free(&one);
    }
    if (is_plain && inner.at == end)
        return choice;
    choice_free(&choice);
    return parse_picture_class(str_sub(parser->source, start, end), &parser->arena);
}

/* The opening of a group, behind its bracket; *ret_is_around for one that only looks
 * around. False when it is of a sort we leave alone. */
static bool parse_group_start(Parser *parser, bool *ret_is_around)
{
    *ret_is_around = false;
    if (peek(parser) == '*')
        return false;
    if (!skip_text(parser, STR("?")) || skip_text(parser, STR(":")))
        return true;
    if (skip_text(parser, STR("=")) || skip_text(parser, STR("!")) ||
        skip_text(parser, STR("<=")) || skip_text(parser, STR("<!"))) {
        *ret_is_around = true;
        return true;
    }
    while (peek(parser) && strchr("ims-", peek(parser)))
        parser->at++;
    return skip_text(parser, STR(":")) || peek(parser) == ')';
}

static Choice parse_group(Parser *parser)
{
    bool is_around;
    parser->at++;
    if (!parse_group_start(parser, &is_around) || ++parser->depth > DEPTH_MAX) {
        parser->gave_up = true;
        return (Choice){0};
    }
    Choice choice = parse_alternatives(parser);
    parser->depth--;
    if (!skip_text(parser, STR(")")))
        parser->gave_up = true;
    if (!is_around)
        return choice;
    choice_free(&choice);
    return choice_of((Str){0});
}

static Choice parse_atom(Parser *parser)
{
    switch (peek(parser)) {
    case '\\':
        return parse_escape(parser);
    case '[':
        return parse_class(parser);
    case '(':
        return parse_group(parser);
    case '^':
    case '$':
        parser->at++;
        return choice_of((Str){0});
    case '.':
        parser->at++;
        return (Choice){0};
    case '{':
        parser->gave_up = true;
        return (Choice){0};
    default:
        return parse_character(parser);
    }
}

/* How often an atom stands: once, once or not at all, not at all or often, often. */
typedef enum Times { TIMES_ONE, TIMES_OPTIONAL, TIMES_ANY, TIMES_SOME } Times;

/* "{2}", "{2,}", "{2,5}", "{,5}"; any other bracket we leave alone. */
static Times parse_counted(Parser *parser)
{
    size_t end = str_find(parser->source, STR("}"), parser->at);
    Times times = TIMES_ANY;
    for (size_t i = parser->at + 1; i < end; i++) {
        char c = parser->source.data[i];
        if (c >= '1' && c <= '9' && i == parser->at + 1)
            times = TIMES_SOME;
        parser->gave_up |= !ascii_is_digit((unsigned char)c) && c != ',';
    }
    parser->gave_up |= end == parser->source.len;
    parser->at = end + 1;
    return times;
}

static Times parse_times(Parser *parser)
{
    Times times = TIMES_ONE;
    if (skip_text(parser, STR("?")))
        times = TIMES_OPTIONAL;
    else if (skip_text(parser, STR("*")))
        times = TIMES_ANY;
    else if (skip_text(parser, STR("+")))
        times = TIMES_SOME;
    else if (peek(parser) == '{')
        times = parse_counted(parser);
    if (times != TIMES_ONE && !skip_text(parser, STR("?")))
        (void)skip_text(parser, STR("+"));
    return times;
}

/* A sequence while it is read: the texts of its present run of known parts, and the
 * best choice of those that were passed. */
typedef struct Sequence {
    Choice run, best;
    bool is_exact;
} Sequence;

/* Ends the run; NEXT begins the new one. */
static void start_run(Sequence *sequence, Choice next)
{
    offer(&sequence->best, sequence->run);
    sequence->run = next;
    sequence->is_exact = false;
}

/* Takes ATOM over. */
static void add_atom(Parser *parser, Sequence *sequence, Choice atom, Times times)
{
    if (atom.is_exact && times == TIMES_OPTIONAL)
        array_push(&atom.items, (Str){0});
    if (times == TIMES_ANY || (times == TIMES_OPTIONAL && !atom.is_exact))
        choice_free(&atom);
    if (!atom.items.len || !atom.is_exact) {
        start_run(sequence, choice_of((Str){0}));
        offer(&sequence->best, atom);
    } else if (!fits(&sequence->run, &atom)) {
        start_run(sequence, atom);
    } else {
        Choice longer = product(parser, &sequence->run, &atom);
        choice_free(&sequence->run);
        choice_free(&atom);
        sequence->run = longer;
    }
    if (times == TIMES_SOME)
        start_run(sequence, choice_of((Str){0}));
}

static Choice parse_sequence(Parser *parser)
{
    Sequence sequence = {.run = choice_of((Str){0}), .is_exact = true};
    while (has_more(parser) && peek(parser) != '|' && peek(parser) != ')') {
        Choice atom = parse_atom(parser);
        add_atom(parser, &sequence, atom, parse_times(parser));
    }
    if (sequence.is_exact) {
        choice_free(&sequence.best);
        return sequence.run;
    }
    offer(&sequence.best, sequence.run);
    sequence.best.is_exact = false;
    return sequence.best;
}

/* All of them together; nothing is known when nothing is known of one. */
static Choice parse_alternatives(Parser *parser)
{
    Choice all = parse_sequence(parser);
    bool is_known = all.items.len > 0;
    while (skip_text(parser, STR("|"))) {
        Choice more = parse_sequence(parser);
        is_known = is_known && more.items.len && all.items.len + more.items.len <= UNION_MAX;
        for (size_t i = 0; is_known && i < more.items.len; i++)
            array_push(&all.items, more.items.items[i]);
        all.is_exact = all.is_exact && more.is_exact;
        choice_free(&more);
    }
    if (!is_known)
        choice_free(&all);
    all.is_exact = all.is_exact && is_known;
    return all;
}

static void add_text(Need *need, Str text)
{
    size_t start = need->bytes.len;
    for (size_t i = 0; i < text.len; i++)
        buf_append_char(&need->bytes, ascii_lower(text.data[i]));
    array_push(&need->texts, (Span){start, need->bytes.len});
}

void need_init(Need *need, Str pattern)
{
    Parser parser = {.source = pattern};
    Choice choice = parse_alternatives(&parser);
    bool is_known = !parser.gave_up && parser.at == pattern.len;
    *need = (Need){0};
    for (size_t i = 0; is_known && i < choice.items.len; i++)
        add_text(need, choice.items.items[i]);
    choice_free(&choice);
    arena_free(&parser.arena);
}

void need_free(Need *need)
{
    buf_free(&need->bytes);
    array_free(&need->texts);
}
