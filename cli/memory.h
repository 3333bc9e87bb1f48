/* How the program asks the system for memory. */
#ifndef PLAINPAPER_CLI_MEMORY_H
#define PLAINPAPER_CLI_MEMORY_H

/* To be called first: has glibc take memory in great lumps and keep it. */
void memory_prepare(void);

#endif
