#include "cli/warm_lexicon.h"

static void *load(void *lexicon)
{
    (void)lexicon_is_available(lexicon);
    return NULL;
}

void warm_lexicon_start(WarmLexicon *warm, const LexiconFiles *files)
{
    warm->lexicon = lexicon_new(files);
    /* Without a thread it loads when it is first asked. */
    warm->is_loading = pthread_create(&warm->thread, NULL, load, warm->lexicon) == 0;
}

Lexicon *warm_lexicon_take(WarmLexicon *warm)
{
    if (warm->is_loading)
        (void)pthread_join(warm->thread, NULL);
    Lexicon *lexicon = warm->lexicon;
    *warm = (WarmLexicon){ 0 };
    return lexicon;
}

void warm_lexicon_end(WarmLexicon *warm)
{
    lexicon_free(warm_lexicon_take(warm));
}
