#include "read/docx_package.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <zip.h>

const PackageLimits package_limits = {
    .part_bytes = (size_t)256 * 1024 * 1024,
    .total_bytes = (size_t)256 * 1024 * 1024,
    .ratio = 200,
    .ratio_from_bytes = (size_t)16 * 1024 * 1024,
    .n_entries = 10000,
};

struct Package {
    Str name;
    Str bytes;
    PackageKind kind;
    DiagnosticSink *sink;
    const Loader *loader;
    Str folder;
    const PackageLimits *limits;
    size_t bytes_left; /* of the total */
    zip_t *zip;
};

struct PartStream {
    Package *package;
    PartEnd end;
    zip_file_t *file; /* of a zip; else `bytes` */
    Str bytes;
    Buf loaded; /* owns `bytes` of a folder's part */
    size_t at;
    size_t packed_bytes; /* 0 where nothing is packed */
};

static const char main_part[] = "word/document.xml";

static bool begins_zip(Str bytes)
{
    return str_starts_with(bytes, STR("PK\x03\x04")) || str_starts_with(bytes, STR("PK\x05\x06"));
}

static bool holds(Str bytes, Str what)
{
    return str_find(bytes, what, 0) < bytes.len;
}

/* The kind of XML that BYTES begin with; false for anything else. */
static bool xml_kind(Str bytes, PackageKind *ret)
{
    Str start = str_sub(bytes, 0, 4096);
    if (str_starts_with(start, STR("\xEF\xBB\xBF")))
        start = str_sub(start, 3, start.len);
    start = str_trim(start);
    if (!str_starts_with(start, STR("<")))
        return false;
    *ret = PACKAGE_FLAT;
    if (holds(start, STR("http://schemas.microsoft.com/office/2006/xmlPackage")))
        return true;
    *ret = PACKAGE_BARE;
    return (holds(start, STR(":document")) || holds(start, STR("<document"))) &&
           (holds(start, STR("/wordprocessingml/2006/main")) ||
            holds(start, STR("/ooxml/wordprocessingml/main")));
}

bool package_sniff(Str bytes)
{
    PackageKind kind;
    return begins_zip(bytes) || xml_kind(bytes, &kind);
}

PackageKind package_kind(const Package *package)
{
    return package->kind;
}

void package_tell(const Package *package, DiagnosticCode code, const char *format, ...)
{
    char message[512];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    diagnostic_add(package->sink, code, package->name, 0, 0, "%s", message);
}

/* An OLE container is an older Word file, or a newer one behind a password. */
static Status refuse_ole(const Package *package)
{
    if (holds(package->bytes, STR("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"))) {
        package_tell(package, DIAG_FILE_ENCRYPTED,
                     "The file has a password. Remove the password in Word, save, and try again.");
        return STATUS_UNSUPPORTED;
    }
    package_tell(package, DIAG_FORMAT_MISMATCH,
                 "This is an older Office file. Open it in Word and save it as .docx.");
    return STATUS_UNSUPPORTED;
}

static Status refuse_unknown(const Package *package)
{
    if (!package->bytes.len) {
        package_tell(package, DIAG_FILE_DAMAGED, "The file is empty. Save it again from Word.");
        return STATUS_SYNTAX;
    }
    package_tell(package, DIAG_FILE_DAMAGED,
                 "This is not a Word file, or it is damaged. Save it again as .docx.");
    return STATUS_SYNTAX;
}

/* Of two parts with one name programs show now the first, now the last. */
static void tell_doubles(const Package *package)
{
    zip_int64_t n = zip_get_num_entries(package->zip, 0);
    for (zip_int64_t i = 0; i < n; i++) {
        const char *name = zip_get_name(package->zip, (zip_uint64_t)i, 0);
        if (!name || zip_name_locate(package->zip, name, 0) == i)
            continue;
        package_tell(package, DIAG_FILE_DAMAGED,
                     "%s is in the file twice; one was read. Save the paper again in Word.", name);
        return;
    }
}

/* Opened without ZIP_CHECKCONS: it refuses files that Word opens, and what it
 * guards against (lying sizes, overlaps) part_read does not depend on. */
static Status open_zip(Package *package)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source =
        zip_source_buffer_create(package->bytes.data, package->bytes.len, 0, &error);
    if (source)
        package->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!package->zip) {
        if (source)
            zip_source_free(source);
        package_tell(package, DIAG_FILE_DAMAGED,
                     "The file is damaged or cut short. Open it in Word and save it again.");
    }
    zip_error_fini(&error);
    if (!package->zip)
        return STATUS_SYNTAX;
    if ((size_t)zip_get_num_entries(package->zip, 0) > package->limits->n_entries) {
        package_tell(package, DIAG_LIMIT_REACHED,
                     "The file holds more than %zu parts and was not read.",
                     package->limits->n_entries);
        return STATUS_LIMIT;
    }
    tell_doubles(package);
    return STATUS_OK;
}

static Status open_kind(Package *package)
{
    if (package->loader && package->folder.len) {
        package->kind = PACKAGE_FOLDER;
        return STATUS_OK;
    }
    if (str_starts_with(package->bytes, STR("\xD0\xCF\x11\xE0")))
        return refuse_ole(package);
    if (begins_zip(package->bytes))
        return open_zip(package);
    return xml_kind(package->bytes, &package->kind) ? STATUS_OK : refuse_unknown(package);
}

Status package_open(Str name, Str bytes, const ReadOptions *options, const PackageLimits *limits,
                    Package **ret)
{
    Package *package = mem_calloc(1, sizeof *package);
    *package = (Package){
        .name = name,
        .bytes = bytes,
        .kind = PACKAGE_ZIP,
        .sink = options->sink,
        .loader = options->loader,
        .folder = options->folder,
        .limits = limits,
        .bytes_left = limits->total_bytes,
    };
    Status status = open_kind(package);
    if (status != STATUS_OK) {
        package_free(package);
        return status;
    }
    *ret = package;
    return STATUS_OK;
}

void package_free(Package *package)
{
    if (!package)
        return;
    if (package->zip)
        zip_discard(package->zip);
    mem_free(package);
}

/* Part names differ in case, and some writers use backslashes. */
static zip_int64_t zip_find(zip_t *zip, Str part)
{
    Buf path = {0};
    buf_append(&path, part);
    buf_append_char(&path, '\0');
    zip_int64_t index = zip_name_locate(zip, path.data, ZIP_FL_ENC_GUESS);
    if (index < 0)
        index = zip_name_locate(zip, path.data, ZIP_FL_NOCASE);
    for (size_t i = 0; i < part.len; i++)
        if (path.data[i] == '/')
            path.data[i] = '\\';
    if (index < 0)
        index = zip_name_locate(zip, path.data, ZIP_FL_NOCASE);
    buf_free(&path);
    return index;
}

static bool open_zip_part(PartStream *stream, Str part)
{
    zip_t *zip = stream->package->zip;
    zip_int64_t index = zip_find(zip, part);
    if (index < 0)
        return false;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(zip, (zip_uint64_t)index, 0, &stat) == 0) {
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
            stream->end = PART_END_ENCRYPTED;
        if (stat.valid & ZIP_STAT_COMP_SIZE)
            stream->packed_bytes = (size_t)stat.comp_size;
    }
    /* A stated packed size cannot be larger than the whole file. */
    if (stream->packed_bytes > stream->package->bytes.len)
        stream->packed_bytes = stream->package->bytes.len;
    if (stream->end == PART_END_WHOLE)
        stream->file = zip_fopen_index(zip, (zip_uint64_t)index, 0);
    if (!stream->file && stream->end == PART_END_WHOLE)
        stream->end = PART_END_DAMAGED;
    return true;
}

static bool open_folder_part(PartStream *stream, Str part)
{
    const Package *package = stream->package;
    Buf path = {0};
    buf_append(&path, package->folder);
    buf_append_char(&path, '/');
    buf_append(&path, part);
    Status status = package->loader->read(package->loader, buf_str(&path), &stream->loaded);
    buf_free(&path);
    stream->bytes = buf_str(&stream->loaded);
    return status == STATUS_OK;
}

static bool open_part(PartStream *stream, Str part)
{
    switch (stream->package->kind) {
    case PACKAGE_ZIP:
        return open_zip_part(stream, part);
    case PACKAGE_FOLDER:
        return open_folder_part(stream, part);
    case PACKAGE_FLAT:
        stream->bytes = stream->package->bytes;
        return true;
    case PACKAGE_BARE:
        stream->bytes = stream->package->bytes;
        return str_eq(part, str_of(main_part));
    }
    return false;
}

PartStream *part_open(Package *package, Str part)
{
    PartStream *stream = mem_calloc(1, sizeof *stream);
    stream->package = package;
    if (open_part(stream, part))
        return stream;
    (void)part_close(stream);
    return NULL;
}

static int take_bytes(PartStream *stream, char *buffer, int size)
{
    if (stream->file) {
        zip_int64_t got = zip_fread(stream->file, buffer, (zip_uint64_t)size);
        if (got < 0)
            stream->end = PART_END_DAMAGED;
        return (int)got;
    }
    Str piece = str_sub(stream->bytes, stream->at, stream->at + (size_t)size);
    if (piece.len)
        memcpy(buffer, piece.data, piece.len);
    return (int)piece.len;
}

static bool is_over_limit(const PartStream *stream)
{
    const PackageLimits *limits = stream->package->limits;
    if (stream->at > limits->part_bytes)
        return true;
    return stream->packed_bytes && stream->at > limits->ratio_from_bytes &&
           stream->at / limits->ratio > stream->packed_bytes;
}

int part_read(PartStream *stream, char *buffer, int size)
{
    if (stream->end != PART_END_WHOLE)
        return -1;
    int got = take_bytes(stream, buffer, size);
    if (got <= 0)
        return got;
    stream->at += (size_t)got;
    if (is_over_limit(stream) || (size_t)got > stream->package->bytes_left) {
        stream->end = PART_END_LIMIT;
        return -1;
    }
    stream->package->bytes_left -= (size_t)got;
    return got;
}

PartEnd part_close(PartStream *stream)
{
    if (stream->file)
        zip_fclose(stream->file);
    buf_free(&stream->loaded);
    PartEnd end = stream->end;
    mem_free(stream);
    return end;
}
