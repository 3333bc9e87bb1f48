/* What a fallible function tells its caller. A Status steers control flow and
 * nothing else: what went wrong, and where, goes to a DiagnosticSink. */
#ifndef PLAINPAPER_BASE_STATUS_H
#define PLAINPAPER_BASE_STATUS_H

typedef enum Status {
    STATUS_OK = 0,
    STATUS_IO,          /* a file could not be opened, read or written */
    STATUS_SYNTAX,      /* the input is not what its format says it must be */
    STATUS_UNSUPPORTED, /* well formed, but something we do not do */
    STATUS_LIMIT,       /* larger, deeper or slower than we allow */
    STATUS_CONFIG,      /* a rule file, dictionary or setting is wrong */
    STATUS_COUNT
} Status;

/* Fallible functions carry this, so that no result is dropped by accident. */
#define PP_MUST_USE __attribute__((warn_unused_result))

#endif
