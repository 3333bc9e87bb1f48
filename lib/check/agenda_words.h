/* Words of agendas: item numbers, standing items, people, papers, and how they are told. */
#ifndef PLAINPAPER_CHECK_AGENDA_WORDS_H
#define PLAINPAPER_CHECK_AGENDA_WORDS_H

#include "check/agenda.h"
#include "check/word_set.h"

/* Length of the item number TEXT opens with ("1.", "4.2", "24/101", "Item 3:"), with
 * the blanks behind it, and the number itself; 0 when it opens with none. */
size_t item_number(Str text, Str *ret_number);

/* Where the sentence of LINE that begins at START ends: behind its full stop, or at the end
 * of LINE. "Cllr. Ford" and "p.m." are not the end of one. */
size_t sentence_end(Str line, size_t start);

bool is_standing_title(Str title);
bool is_break_title(Str title);

/* Does TEXT speak of patients, carers, families, residents or the public being heard? */
bool is_patient_voice(Str text);

/* "verbal", "to follow", "tabled" and the like in TEXT; empty when none is there. */
Str late_words_in(Str text);

/* "Paper A", "Enc 3", "Appendix 2" at the start of TEXT, or a file name in it. */
bool is_paper_reference(Str text);

/* "Chair", "Dr Jo Bloggs", "Director of Finance", "Jo Bloggs, Treasurer". */
bool is_person(Str text);

/* A heading over what is no longer the agenda: "Notes", "Public participation". */
bool is_notes_heading(Str text);

/* "Agenda", "Draft agenda for 3 May"; not "Agenda item 4", "Agenda for change". */
bool is_agenda_heading(Str text);

#endif
