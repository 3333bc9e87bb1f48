/* Hunspell takes longer to load than all rules together. So it loads in a thread of
 * its own while rules and papers are read. */
#ifndef PLAINPAPER_CLI_WARM_LEXICON_H
#define PLAINPAPER_CLI_WARM_LEXICON_H

#include "rule/lexicon.h"

#include <pthread.h>

typedef struct WarmLexicon {
    Lexicon *lexicon; /* NULL when none was started, or it was taken */
    pthread_t thread;
    bool is_loading;
} WarmLexicon;

/* Begins to load FILES (borrowed). */
void warm_lexicon_start(WarmLexicon *warm, const LexiconFiles *files);

/* The loaded lexicon, waited for where need be; the caller owns it. NULL the second
 * time, and when none was started. For one thread at a time. */
Lexicon *warm_lexicon_take(WarmLexicon *warm);

/* Waits for what was not taken, and frees it. */
void warm_lexicon_end(WarmLexicon *warm);

#endif
