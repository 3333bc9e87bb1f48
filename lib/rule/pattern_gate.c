#include "rule/pattern_gate.h"

#include "base/memory.h"

/* In a state: a set of patterns belongs to it. */
#define HAS_SET (UINT32_C(1) << 31)

enum { NO_SET = 0 };

/* A node of the tree of needed texts, as it is built. */
typedef struct Node {
    uint32_t first_child, next; /* 0: none */
    uint32_t fallback;
    uint32_t set; /* of `sets`: patterns whose need ends here; NO_SET: none */
    uint8_t class_of;
} Node;

typedef struct Builder {
    PatternGate *gate;
    ARRAY(Node) nodes;
} Builder;

struct PatternGate {
    uint8_t classes[256]; /* bytes that no need has are class 0 */
    size_t n_classes;
    uint32_t *next;       /* by state (already times n_classes) and class; with HAS_SET */
    uint32_t *set_of;     /* by state / n_classes */
    ARRAY(uint64_t) sets; /* `set_len` parts each; the first is for texts with no need in them */
    size_t set_len;
};

/* Letters with a case in ASCII that are not ASCII: long s, and the sign for kelvin. A
 * text with one is past our folding. */
static const char *const odd_letters[] = {"\xC5\xBF", "\xE2\x84\xAA"};

static unsigned char fold(unsigned char c)
{
    return (unsigned char)ascii_lower((char)c);
}

static uint64_t *set_at(PatternGate *gate, size_t set)
{
    return gate->sets.items + set * gate->set_len;
}

static size_t new_set(PatternGate *gate)
{
    size_t set = gate->sets.len / gate->set_len;
    for (size_t i = 0; i < gate->set_len; i++)
        array_push(&gate->sets, 0);
    return set;
}

static uint32_t child_for(Builder *builder, uint32_t parent, uint8_t class_of)
{
    for (uint32_t at = builder->nodes.items[parent].first_child; at;
         at = builder->nodes.items[at].next)
        if (builder->nodes.items[at].class_of == class_of)
            return at;
    uint32_t made = (uint32_t)builder->nodes.len;
    Node node = {.next = builder->nodes.items[parent].first_child, .class_of = class_of};
    array_push(&builder->nodes, node);
    builder->nodes.items[parent].first_child = made;
    return made;
}

/* TEXT is something PATTERN needs: its end gets PATTERN into its set. */
static void add_text(Builder *builder, Str text, size_t pattern)
{
    PatternGate *gate = builder->gate;
    uint32_t at = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = fold((unsigned char)text.data[i]);
        if (!gate->classes[c])
            gate->classes[c] = (uint8_t)++gate->n_classes;
        at = child_for(builder, at, gate->classes[c]);
    }
    if (at && builder->nodes.items[at].set == NO_SET) {
        uint32_t set = (uint32_t)new_set(gate);
        builder->nodes.items[at].set = set;
    }
    set_at(gate, builder->nodes.items[at].set)[pattern / 64] |= UINT64_C(1) << (pattern % 64);
}

static void add_pattern(Builder *builder, const Pattern *pattern, size_t number)
{
    const Need *need = pattern_need(pattern);
    if (!need->texts.len)
        add_text(builder, (Str){0}, number);
    for (size_t i = 0; i < need->texts.len; i++)
        add_text(builder, span_of(need->texts.items[i], buf_str(&need->bytes)), number);
    for (size_t i = 0; i < sizeof odd_letters / sizeof odd_letters[0]; i++)
        add_text(builder, str_of(odd_letters[i]), number);
}

/* What is found where NODE ends is also what is found where its fallback does. */
static void join_sets(Builder *builder, Node *node)
{
    PatternGate *gate = builder->gate;
    uint32_t other = builder->nodes.items[node->fallback].set;
    if (other == NO_SET)
        return;
    if (node->set == NO_SET) {
        node->set = other;
        return;
    }
    for (size_t i = 0; i < gate->set_len; i++)
        set_at(gate, node->set)[i] |= set_at(gate, other)[i];
}

/* Fills the table of states, those nearer the root first. */
static void fill_table(Builder *builder)
{
    PatternGate *gate = builder->gate;
    size_t n = builder->nodes.len, n_classes = gate->n_classes;
    gate->next = mem_calloc(n * n_classes, sizeof *gate->next);
    gate->set_of = mem_calloc(n, sizeof *gate->set_of);
    uint32_t *queue = mem_calloc(n, sizeof *queue);
    size_t n_queued = 1;
    for (size_t done = 0; done < n_queued; done++) {
        Node *node = &builder->nodes.items[queue[done]];
        uint32_t *row = gate->next + queue[done] * n_classes;
        if (queue[done]) {
            join_sets(builder, node);
            memcpy(row, gate->next + node->fallback * n_classes, n_classes * sizeof *row);
        }
        gate->set_of[queue[done]] = node->set;
        for (uint32_t at = node->first_child; at; at = builder->nodes.items[at].next) {
            Node *child = &builder->nodes.items[at];
            child->fallback = row[child->class_of] / (uint32_t)n_classes;
            row[child->class_of] = at * (uint32_t)n_classes;
            queue[n_queued++] = at;
        }
    }
    mem_free(queue);
    for (size_t i = 0; i < n * n_classes; i++)
        if (gate->set_of[gate->next[i] / n_classes] != NO_SET)
            gate->next[i] |= HAS_SET;
}

PatternGate *pattern_gate_new(Pattern *const *patterns, const bool *asked, size_t n)
{
    PatternGate *gate = mem_calloc(1, sizeof *gate);
    gate->set_len = n / 64 + 1;
    (void)new_set(gate); /* NO_SET, which is where empty needs go */
    Builder builder = {.gate = gate};
    array_push(&builder.nodes, (Node){0});
    for (size_t i = 0; i < n; i++) {
        pattern_set_number(patterns[i], i);
        if (asked[i])
            add_pattern(&builder, patterns[i], i);
    }
    gate->n_classes++;
    fill_table(&builder);
    for (unsigned c = 'A'; c <= 'Z'; c++)
        gate->classes[c] = gate->classes[fold((unsigned char)c)];
    array_free(&builder.nodes);
    return gate;
}

void pattern_gate_free(PatternGate *gate)
{
    if (!gate)
        return;
    mem_free(gate->next);
    mem_free(gate->set_of);
    array_free(&gate->sets);
    mem_free(gate);
}

size_t pattern_gate_set_len(const PatternGate *gate)
{
    return gate->set_len;
}

void pattern_gate_open(const PatternGate *gate, Str text, uint64_t *ret_set)
{
    size_t set_len = gate->set_len, n_classes = gate->n_classes;
    memcpy(ret_set, gate->sets.items, set_len * sizeof *ret_set);
    uint32_t state = 0;
    for (size_t i = 0; i < text.len; i++) {
        state = gate->next[(state & ~HAS_SET) + gate->classes[(unsigned char)text.data[i]]];
        if (!(state & HAS_SET))
            continue;
        size_t set = gate->set_of[(state & ~HAS_SET) / n_classes];
        const uint64_t *found = gate->sets.items + set * set_len;
        for (size_t k = 0; k < set_len; k++)
            ret_set[k] |= found[k];
    }
}
