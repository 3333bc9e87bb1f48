#include "cli/paper.h"

#include "base/file_loader.h"
#include "cli/path.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a path that cannot be read is told. */
static void say_unreadable(DiagnosticSink *sink, Str path)
{
    Arena arena = {0};
    struct stat info;
    const char *problem = "This file cannot be read.";
    if (stat(arena_str(&arena, path).data, &info) != 0)
        problem = errno == ENOENT || errno == ENOTDIR ? "There is no such file. Check the path."
                                                      : "This file cannot be reached.";
    else if (access(arena_str(&arena, path).data, R_OK) != 0)
        problem = "You may not read this file. Check its permissions.";
    diagnostic_add(sink, DIAG_FILE_UNREADABLE, path, 0, 0, "%s", problem);
    arena_free(&arena);
}

static void say_too_large(DiagnosticSink *sink, Str path)
{
    diagnostic_add(sink, DIAG_FILE_TOO_LARGE, path, 0, 0,
                   "This file is larger than %d MiB, too large to check.",
                   SOURCE_BYTES_MAX / 1024 / 1024);
}

/* Files people often have, and what to do about them. */
static void say_unknown_format(DiagnosticSink *sink, Str path)
{
    static const struct {
        const char *extension, *message;
    } known[] = {
        {".doc", "The old Word format is not read. Save it as .docx and check that."},
        {".odt", "OpenDocument is not read. Save it as .docx and check that."},
        {".rtf", "RTF is not read. Save it as .docx and check that."},
        {".pdf", "PDF is not read. Check the document it was made from."},
    };
    const char *message = "This kind of file is not read. Give Word, Markdown, HTML or plain text.";
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (path_has_ending(path, known[i].extension))
            message = known[i].message;
    }
    diagnostic_add(sink, DIAG_FORMAT_UNKNOWN, path, 0, 0, "%s", message);
}

static Status read_stdin(Buf *ret)
{
    enum { CHUNK_BYTES = 64 * 1024 };
    for (;;) {
        buf_reserve(ret, CHUNK_BYTES);
        ssize_t n = read(STDIN_FILENO, ret->data + ret->len, CHUNK_BYTES);
        if (n == 0)
            return STATUS_OK;
        if (n < 0 && errno != EINTR)
            return STATUS_IO;
        ret->len += n > 0 ? (size_t)n : 0;
        if (ret->len > SOURCE_BYTES_MAX)
            return STATUS_LIMIT;
    }
}

static bool load(const Input *input, Str path, Buf *bytes, DiagnosticSink *sink)
{
    const Loader *loader = file_loader();
    Status status =
        input->kind == INPUT_STDIN ? read_stdin(bytes) : loader->read(loader, path, bytes);
    if (status == STATUS_LIMIT)
        say_too_large(sink, path);
    else if (status != STATUS_OK && input->kind == INPUT_STDIN)
        diagnostic_add(sink, DIAG_FILE_UNREADABLE, path, 0, 0, "Standard input cannot be read.");
    else if (status != STATUS_OK)
        say_unreadable(sink, path);
    return status == STATUS_OK;
}

static void check_bytes(Checker *checker, const PaperOptions *options, const Reader *reader,
                        const ReadOptions *read, Str bytes, Paper *paper)
{
    Document *document = NULL;
    if (reader->read(paper->path, bytes, read, &document) != STATUS_OK)
        return;
    LintOptions lint = options->lint;
    lint.is_agenda = options->agenda.len && str_eq(options->agenda, paper->path);
    paper->result = lint_run(checker, document, &lint, &paper->diagnostics);
    if (options->keeps_document)
        paper->document = document;
    else
        document_free(document);
}

static bool may_have_format(Str path)
{
    return reader_for(path, (Str){0}) || path_has_ending(path, ".xml");
}

static const Reader *reader_for_nameless(Str bytes)
{
    const Reader *word = reader_of(FORMAT_DOCX);
    return word->sniff(bytes) ? word : reader_of(FORMAT_MARKDOWN);
}

static void check_file(Checker *checker, const PaperOptions *options, const Input *input,
                       Paper *paper)
{
    struct stat info;
    Buf bytes = {0};
    const Reader *reader = options->reader;
    bool is_nameless = input->kind == INPUT_STDIN && !options->stdin_path.len;
    bool is_there = input->kind == INPUT_STDIN || stat(input->path.data, &info) == 0;
    if (is_there && !reader && !is_nameless && !may_have_format(paper->path)) {
        say_unknown_format(&paper->diagnostics, paper->path);
    } else if (load(input, paper->path, &bytes, &paper->diagnostics)) {
        if (!reader)
            reader = is_nameless ? reader_for_nameless(buf_str(&bytes))
                                 : reader_for(paper->path, buf_str(&bytes));
        ReadOptions read = {.sink = &paper->diagnostics};
        if (reader)
            check_bytes(checker, options, reader, &read, buf_str(&bytes), paper);
        else
            say_unknown_format(&paper->diagnostics, paper->path);
    }
    if (paper->document)
        paper->bytes = bytes;
    else
        buf_free(&bytes);
}

static void check_word_folder(Checker *checker, const PaperOptions *options, Paper *paper)
{
    ReadOptions read = {
        .sink = &paper->diagnostics, .loader = file_loader(), .folder = paper->path};
    check_bytes(checker, options, reader_of(FORMAT_DOCX), &read, (Str){0}, paper);
}

void paper_check(Checker *checker, const PaperOptions *options, const Input *input, Paper *ret)
{
    *ret = (Paper){.path = input->path};
    switch (input->kind) {
    case INPUT_STDIN:
        if (options->stdin_path.len)
            ret->path = options->stdin_path;
        check_file(checker, options, input, ret);
        break;
    case INPUT_FILE:
        check_file(checker, options, input, ret);
        break;
    case INPUT_WORD_FOLDER:
        check_word_folder(checker, options, ret);
        break;
    case INPUT_NO_PAPERS:
        diagnostic_add(&ret->diagnostics, DIAG_FILE_UNREADABLE, ret->path, 0, 0,
                       "No paper is in this folder. Word, Markdown, HTML and text are read.");
        break;
    case INPUT_UNLISTABLE:
        diagnostic_add(&ret->diagnostics, DIAG_FILE_UNREADABLE, ret->path, 0, 0,
                       "You may not look into this folder. Check its permissions.");
        break;
    }
}

ReportDocument paper_as_document(const Paper *paper)
{
    return (ReportDocument){
        .path = paper->path, .result = paper->result, .diagnostics = &paper->diagnostics};
}

void paper_free(Paper *paper)
{
    lint_result_free(paper->result);
    document_free(paper->document);
    buf_free(&paper->bytes);
    diagnostic_sink_free(&paper->diagnostics);
}
