/* Runs a command again and again and prints, of each run: wall seconds, processor
 * seconds, peak memory in kilobytes. Small itself, so that the memory it reports
 * is the command's: a process inherits the peak of the one it was split off from.
 *
 * usage: measure RUNS COMMAND [ARGUMENT]... */
#define _GNU_SOURCE /* wait4 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds_now(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static void run_command(char **command)
{
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) {
        (void)dup2(nowhere, STDOUT_FILENO);
        (void)dup2(nowhere, STDERR_FILENO);
    }
    execv(command[0], command);
    _exit(127);
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    for (int i = atoi(argv[1]); i > 0; i--) {
        double start = seconds_now();
        pid_t child = fork();
        if (child == 0)
            run_command(argv + 2);
        int status;
        struct rusage usage;
        if (child < 0 || wait4(child, &status, 0, &usage) < 0)
            return 1;
        if (!WIFEXITED(status) || (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 3))
            return 1;
        printf("%.6f %.6f %ld\n", seconds_now() - start,
               seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime), usage.ru_maxrss);
    }
    return 0;
}
