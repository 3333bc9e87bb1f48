#include "check/acronym.h"

AcronymList acronyms_find(const Document *document, const ProseList *proses, const RuleSet *rules,
                          Lexicon *lexicon, Arena *arena)
{
    (void)document;
    (void)proses;
    (void)rules;
    (void)lexicon;
    (void)arena;
    return (AcronymList){0};
}
