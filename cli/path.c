#include "cli/path.h"

#include <sys/stat.h>

bool path_has_ending(Str path, const char *ending)
{
    Str end = str_of(ending);
    return path.len > end.len && str_eq_nocase(str_sub(path, path.len - end.len, path.len), end);
}

bool path_is_same_file(Str path, Str other)
{
    struct stat a, b;
    return path.len && other.len && stat(path.data, &a) == 0 && stat(other.data, &b) == 0 &&
           S_ISREG(a.st_mode) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}
