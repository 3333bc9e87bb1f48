/* Which sentences speak of people, and which of processes: for people.*. */
#ifndef PLAINPAPER_CHECK_PEOPLE_WORDS_H
#define PLAINPAPER_CHECK_PEOPLE_WORDS_H

#include "text/prose.h"

/* Does one of words [FIRST, END) of PROSE stand for people? One with a trait of PEOPLE
 * does, but not one in the singular in front of another noun ("patient safety"). */
bool words_name_people(const Prose *prose, size_t first, size_t end, uint32_t people);

#endif
