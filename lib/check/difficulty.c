#include "check/difficulty.h"

#include "check/word_traits.h"

/* What stands in the running text of a paper. */
typedef struct Load {
    size_t n_words, n_rare, n_short_forms, n_figures, n_brackets;
} Load;

/* VALUE on the way from PLAIN (0) to HARD (1). */
static double scaled(double value, double plain, double hard)
{
    double share = (value - plain) / (hard - plain);
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

static bool is_short_form(const Word *word)
{
    return word->len > 1 && (word->shape & WORD_ALL_UPPER);
}

static void weigh(const Prose *prose, Load *load)
{
    for (size_t i = 0; i < prose->n_words; i++) {
        const Word *word = &prose->words[i];
        load->n_words++;
        if (!(word->shape & WORD_HAS_LETTER))
            load->n_figures++;
        else if (!prose->is_shouted && is_short_form(word))
            load->n_short_forms++;
        else if (!(word->traits & TRAIT_FAMILIAR))
            load->n_rare++;
    }
    for (size_t i = 0; i < prose->text.len; i++)
        load->n_brackets += prose->text.data[i] == '(';
}

double difficulty_of(const CheckContext *context)
{
    const Readability *readability = context->readability;
    Load load = {0};
    for (size_t i = 0; i < context->proses.len; i++)
        if (!context->proses.items[i].block->part &&
            is_running_text(context->proses.items[i].block))
            weigh(&context->proses.items[i], &load);
    if (!readability->has_scores || !load.n_words)
        return 0;
    const TextCounts *prose = &readability->prose;
    double words = (double)load.n_words;
    double share = 0.35 * scaled((double)load.n_rare / words, 0.02, 0.30) +
                   0.20 * scaled((double)prose->polysyllables / (double)prose->words, 0.02, 0.40) +
                   0.15 * scaled((double)prose->words / (double)prose->sentences, 8, 40) +
                   0.10 * scaled((double)load.n_short_forms / words, 0, 0.10) +
                   0.10 * scaled((double)load.n_figures / words, 0, 0.20) +
                   0.10 * scaled((double)load.n_brackets / words, 0, 0.06);
    return 100.0 * share;
}
