/* Package: the parts inside a Word file, however they are kept: a zip, an
 * unzipped folder, a Flat OPC file (all parts in one XML) or a bare
 * document.xml. libzip is used in this module only.
 *
 * Sizes that a zip states are never believed: what comes out is counted. Part
 * names have no leading slash, no `.` or `..` and use forward slashes. */
#ifndef PLAINPAPER_READ_DOCX_PACKAGE_H
#define PLAINPAPER_READ_DOCX_PACKAGE_H

#include "read/reader.h"

typedef struct PackageLimits {
    size_t part_bytes;  /* of one part, unpacked */
    size_t total_bytes; /* of all that is read from one package, unpacked */
    size_t ratio;       /* unpacked to packed, once ratio_from_bytes have come */
    size_t ratio_from_bytes;
    size_t n_entries;
} PackageLimits;

extern const PackageLimits package_limits; /* the usual ones */

typedef enum PackageKind {
    PACKAGE_ZIP,
    PACKAGE_FOLDER,
    PACKAGE_FLAT, /* every part is inside the one XML file */
    PACKAGE_BARE, /* the one XML file is the main part */
} PackageKind;

typedef struct Package Package;
typedef struct PartStream PartStream;

/* Why a part's bytes ended. */
typedef enum PartEnd {
    PART_END_WHOLE = 0,
    PART_END_DAMAGED,
    PART_END_LIMIT,
    PART_END_ENCRYPTED,
} PartEnd;

/* Opens BYTES (or OPTIONS->folder), both borrowed until package_free. SYNTAX,
 * UNSUPPORTED, LIMIT or IO with an error in the sink when it cannot be. */
PP_MUST_USE Status package_open(Str name, Str bytes, const ReadOptions *options,
                                const PackageLimits *limits, Package **ret);
void package_free(Package *package);

PackageKind package_kind(const Package *package);

/* Adds a diagnostic about the package as a whole. */
__attribute__((format(printf, 3, 4))) void package_tell(const Package *package, DiagnosticCode code,
                                                        const char *format, ...);

/* Opens part PART; NULL when there is none. Of a flat package it gives the
 * whole file, in which the reader looks for the part. */
PartStream *part_open(Package *package, Str part);

/* Up to SIZE bytes into BUFFER; how many, 0 at the end, -1 when there is no
 * going on (part_close tells why). */
int part_read(PartStream *stream, char *buffer, int size);

PartEnd part_close(PartStream *stream);

/* True when BYTES begin like a zip, a Flat OPC file or a bare document.xml. */
bool package_sniff(Str bytes);

#endif
