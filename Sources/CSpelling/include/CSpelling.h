#ifndef CASELOAD_CSPELLING_H
#define CASELOAD_CSPELLING_H

#include <stdbool.h>

// The spell checker's library (hunspell), looked for when the program runs and not before: it is no
// part of the program, which works without it.

typedef struct sp_dictionary sp_dictionary;

enum sp_problem { sp_none, sp_no_library, sp_odd_library, sp_no_dictionary };

// Loads the library of that name and a dictionary of two files; NULL with the problem where that
// can't be done. What the library would print goes nowhere.
sp_dictionary *sp_open(const char *library, const char *affixes, const char *words, int *problem);
void sp_close(sp_dictionary *dictionary);

// Whether a word, in UTF-8, is known. One that the dictionary can't even write isn't.
bool sp_knows(sp_dictionary *dictionary, const char *word);
// Known from now on, until the dictionary is closed.
void sp_add(sp_dictionary *dictionary, const char *word);
// How many words in UTF-8 are like it, the likeliest first; sp_free takes the list back.
int sp_suggest(sp_dictionary *dictionary, const char *word, char ***list);
void sp_free(char **list, int count);

#endif
