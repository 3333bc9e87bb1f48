/* Paths as people give them. */
#ifndef PLAINPAPER_CLI_PATH_H
#define PLAINPAPER_CLI_PATH_H

#include "base/str.h"

/* Has PATH something before ENDING (".docx"), which may be in capitals? */
bool path_has_ending(Str path, const char *ending);

/* Do PATH and OTHER, each ending in a NUL byte, lead to one file that is there? Not asked
 * of devices and folders. */
bool path_is_same_file(Str path, Str other);

#endif
