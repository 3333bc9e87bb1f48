/* The model read from each agenda in tests/agenda, against its golden `.model`.
 * usage: test_agenda FOLDER [--write] */
#include "base/file_loader.h"
#include "check/agenda.h"
#include "read/reader.h"

#include <stdio.h>
#include <string.h>

static void append_clock(Buf *ret, int minutes)
{
    if (minutes >= 0)
        buf_printf(ret, "%02d:%02d", minutes / 60, minutes % 60);
}

static void append_date(Buf *ret, const char *name, Date date)
{
    if (date_is_known(date))
        buf_printf(ret, "%s: %04d-%02d-%02d\n", name, date.year, date.month, date.day);
}

static void append_text(Buf *ret, const char *name, Str text)
{
    if (text.len)
        buf_printf(ret, "%s: %.*s\n", name, STR_ARG(text));
}

static void append_item(Buf *ret, const AgendaItem *item)
{
    static const struct {
        unsigned purpose;
        const char *text;
    } purposes[] = {{PURPOSE_DECISION, "decision"},
                    {PURPOSE_DISCUSSION, "discussion"},
                    {PURPOSE_INFORMATION, "information"}};
    buf_printf(ret, "%.*s | %.*s |", STR_ARG(item->number), STR_ARG(item->title));
    for (size_t i = 0; i < 3; i++)
        if (item->purposes & purposes[i].purpose)
            buf_printf(ret, " %s", purposes[i].text);
    buf_printf(ret, " | %.*s | %.*s | ", STR_ARG(item->lead), STR_ARG(item->paper));
    append_clock(ret, item->time.start);
    if (item->minutes)
        buf_printf(ret, " %um%s", item->minutes, item->has_minutes ? "" : "?");
    buf_printf(ret, " |%s%s%s", item->is_standing ? " standing" : "",
               item->is_break ? " break" : "", item->is_consent ? " consent" : "");
    if (item->late_words.len)
        buf_printf(ret, " late=%.*s", STR_ARG(item->late_words));
    if (item->link.len)
        buf_printf(ret, " link=%.*s", STR_ARG(item->link));
    buf_append_char(ret, '\n');
}

static void append_agenda(Buf *ret, const Agenda *agenda)
{
    append_text(ret, "title", agenda->title);
    append_date(ret, "date", agenda->date);
    if (agenda->has_wrong_weekday)
        buf_append(ret, STR("weekday: wrong\n"));
    if (agenda->time.start >= 0) {
        buf_append(ret, STR("time: "));
        append_clock(ret, agenda->time.start);
        buf_append(ret, STR("–"));
        append_clock(ret, agenda->time.end);
        buf_append_char(ret, '\n');
    }
    append_date(ret, "sent", agenda->sent);
    append_text(ret, "place", agenda->place.text);
    append_text(ret, "link", agenda->link.text);
    append_text(ret, "contact", agenda->contact.text);
    for (size_t i = 0; i < agenda->n_items; i++)
        append_item(ret, &agenda->items[i]);
}

static bool dump(Str path, Str bytes, Buf *ret)
{
    DiagnosticSink sink = {0};
    Arena arena = {0};
    Document *document = NULL;
    ReadOptions options = {.sink = &sink};
    const Reader *reader = reader_for(path, bytes);
    bool is_read = reader && reader->read(path, bytes, &options, &document) == STATUS_OK;
    if (is_read) {
        ProseList proses = prose_list_of(document, NULL, &arena);
        if (agenda_is_one(document, &proses, (Str){0})) {
            Agenda agenda = agenda_read(document, &proses, &arena);
            append_agenda(ret, &agenda);
        } else {
            buf_append(ret, STR("no agenda\n"));
        }
    }
    document_free(document);
    arena_free(&arena);
    diagnostic_sink_free(&sink);
    return is_read;
}

typedef struct Run {
    Str folder;
    bool writes;
    size_t n, n_failed;
} Run;

static void compare(Run *run, const char *path, const char *model_path)
{
    Buf bytes = {0}, got = {0}, wanted = {0};
    const Loader *loader = file_loader();
    bool is_read = loader->read(loader, str_of(path), &bytes) == STATUS_OK &&
                   dump(str_of(path), buf_str(&bytes), &got);
    if (run->writes && is_read) {
        FILE *file = fopen(model_path, "wb");
        if (file) {
            (void)fwrite(got.data, 1, got.len, file);
            (void)fclose(file);
        }
    }
    bool is_same = is_read && loader->read(loader, str_of(model_path), &wanted) == STATUS_OK &&
                   str_eq(buf_str(&got), buf_str(&wanted));
    if (!is_same)
        printf("%s:\n%.*s\nwanted:\n%.*s\n", path, STR_ARG(buf_str(&got)),
               STR_ARG(buf_str(&wanted)));
    run->n++;
    run->n_failed += !is_same;
    buf_free(&bytes);
    buf_free(&got);
    buf_free(&wanted);
}

static Status each(void *context, Str name, bool is_folder)
{
    Run *run = context;
    if (is_folder || str_ends_with(name, STR(".model")))
        return STATUS_OK;
    Buf path = {0}, model = {0};
    buf_printf(&path, "%.*s/%.*s", STR_ARG(run->folder), STR_ARG(name));
    buf_append_char(&path, '\0');
    size_t dot = str_find(name, STR("."), 0);
    buf_printf(&model, "%.*s/%.*s.model", STR_ARG(run->folder), (int)dot, name.data);
    buf_append_char(&model, '\0');
    compare(run, path.data, model.data);
    buf_free(&path);
    buf_free(&model);
    return STATUS_OK;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    Run run = {.folder = str_of(argv[1]), .writes = argc > 2 && strcmp(argv[2], "--write") == 0};
    if (file_loader()->list(file_loader(), run.folder, each, &run) != STATUS_OK)
        return 1;
    printf("%zu agendas, %zu wrong\n", run.n, run.n_failed);
    return run.n_failed || run.n < 25;
}
