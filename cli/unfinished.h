/* Unfinished: the file being written is removed when the program is ended before it is
 * whole, by a signal (Ctrl-C, SIGTERM, a closed terminal) or for want of memory. One file
 * at a time. */
#ifndef PLAINPAPER_CLI_UNFINISHED_H
#define PLAINPAPER_CLI_UNFINISHED_H

/* As mkstemp. PATH must live until one of the functions below is called. */
int unfinished_create(char *path);

/* The file is whole and has its own name now. */
void unfinished_keep(void);

/* Removes the file, if there is one. May be called in a signal handler. */
void unfinished_remove(void);

#endif
