#include "check/difficulty.h"

/* VALUE on the way from PLAIN (0) to HARD (1). */
static double scaled(double value, double plain, double hard)
{
    double share = (value - plain) / (hard - plain);
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

double difficulty_of(const CheckContext *context)
{
    const Readability *readability = context->readability;
    if (!readability->has_scores)
        return 0;
    const TextCounts *prose = &readability->prose;
    double words = (double)prose->words;
    size_t n_unexplained = 0;
    for (size_t i = 0; i < context->acronyms->len; i++) {
        const Acronym *acronym = &context->acronyms->items[i];
        if (!acronym->n_definitions && !acronym->is_known)
            n_unexplained += acronym->n_uses;
    }
    double sentence = scaled(words / (double)prose->sentences, 8, 35);
    double syllables = scaled((double)prose->syllables / words, 1.2, 2.2);
    double polysyllables = scaled((double)prose->polysyllables / words, 0.02, 0.35);
    double acronyms = scaled((double)n_unexplained / words, 0, 0.05);
    return 100.0 * (0.25 * sentence + 0.3 * syllables + 0.3 * polysyllables + 0.15 * acronyms);
}
