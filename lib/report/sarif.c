/* SARIF 2.1.0 (OASIS), for code hosts and editors. Section numbers are those of
 * the standard. Results are written paper by paper; what the tool could not do
 * is kept for the one invocation at the end. */
#include "report/reporter.h"

#include "report/json_value.h"
#include "report/place.h"
#include "report/sarif_rules.h"
#include "report/uri.h"

#include <inttypes.h>
#include <stdio.h>

struct ReportState {
    SarifRules rules;
    bool has_result;
    bool has_lines; /* the present paper is of a format that has lines */
    json_t *notifications;
    Buf scratch;
};

static json_t *text_value(Str text)
{
    json_t *object = value_object();
    value_put(object, "text", value_text(text));
    return object;
}

static json_t *artifact_value(ReportState *state, Str path)
{
    buf_clear(&state->scratch);
    uri_append_path(&state->scratch, path);
    json_t *object = value_object();
    value_put(object, "uri", value_text(buf_str(&state->scratch)));
    return object;
}

/* 3.30: the end column is behind the last character, as ours is. */
static json_t *region_value(const Location *at)
{
    json_t *region = value_object();
    value_put(region, "startLine", value_size(at->start.line));
    value_put(region, "startColumn", value_size(at->start.column));
    value_put(region, "endLine", value_size(at->end.line));
    value_put(region, "endColumn", value_size(at->end.column));
    value_put(region, "byteOffset", value_size(at->offset));
    value_put(region, "byteLength", value_size(at->length));
    return region;
}

/* What is about the paper as a whole is shown at its first line: code hosts drop
 * or misplace a result without a region. Word has no lines to offer. */
static void put_region(const ReportState *state, json_t *physical, const Location *at)
{
    if (place_has_lines(at)) {
        value_put(physical, "region", region_value(at));
    } else if (state->has_lines) {
        json_t *region = value_object();
        value_put(region, "startLine", value_size(1));
        value_put(physical, "region", region);
    }
}

/* The names of the headings above, from the outside in: "4. Quality > 4.2 Staff". */
static void append_headings(Buf *buf, StrList headings)
{
    for (size_t i = 0; i < headings.len; i++) {
        buf_append(buf, i ? STR(" > ") : STR(""));
        buf_append(buf, headings.items[i]);
    }
}

static json_t *logical_value(Str name, Str qualified_name, Str kind)
{
    json_t *object = value_object();
    value_put(object, "name", value_text(name));
    value_put(object, "fullyQualifiedName", value_text(qualified_name));
    value_put(object, "kind", value_text(kind));
    return object;
}

/* The heading it stands under; in Word also its paragraph, which is all there is
 * to find it by. */
static json_t *logical_locations(ReportState *state, const Location *at)
{
    Buf *path = &state->scratch;
    json_t *array = value_array();
    buf_clear(path);
    append_headings(path, at->headings);
    if (at->headings.len)
        value_add(array, logical_value(at->headings.items[at->headings.len - 1], buf_str(path),
                                       STR("heading")));
    if (at->has_lines || at->precision == PRECISION_DOCUMENT)
        return array;
    buf_append(path, path->len ? STR(" > ") : STR(""));
    size_t start = path->len;
    place_append_short(at, path);
    value_add(array, logical_value(str_sub(buf_str(path), start, path->len), buf_str(path),
                                   STR("paragraph")));
    return array;
}

static json_t *location_value(ReportState *state, Str path, const Location *at)
{
    json_t *physical = value_object(), *location = value_object();
    value_put(physical, "artifactLocation", artifact_value(state, path));
    put_region(state, physical, at);
    value_put(location, "physicalLocation", physical);
    json_t *logical = logical_locations(state, at);
    if (json_array_size(logical))
        value_put(location, "logicalLocations", logical);
    else
        json_decref(logical);
    return location;
}

static json_t *array_of(json_t *value)
{
    json_t *array = value_array();
    value_add(array, value);
    return array;
}

/* 3.55: one way to mend it, by writing SUGGESTION in place of the match. */
static json_t *fix_value(ReportState *state, Str path, const Location *at, Str suggestion)
{
    json_t *replacement = value_object(), *change = value_object(), *fix = value_object();
    value_put(replacement, "deletedRegion", region_value(at));
    value_put(replacement, "insertedContent", text_value(suggestion));
    value_put(change, "artifactLocation", artifact_value(state, path));
    value_put(change, "replacements", array_of(replacement));
    buf_clear(&state->scratch);
    buf_append(&state->scratch, STR("Write “"));
    buf_append(&state->scratch, suggestion);
    buf_append(&state->scratch, STR("”"));
    value_put(fix, "description", text_value(buf_str(&state->scratch)));
    value_put(fix, "artifactChanges", array_of(change));
    return fix;
}

static json_t *fixes_value(ReportState *state, Str path, const Finding *finding)
{
    json_t *fixes = value_array();
    for (size_t i = 0; i < finding->suggestions.len; i++)
        value_add(fixes, fix_value(state, path, &finding->location, finding->suggestions.items[i]));
    return fixes;
}

static bool has_fix(const Finding *finding)
{
    const Location *at = &finding->location;
    return finding->can_replace && finding->suggestions.len && at->has_lines &&
           at->precision == PRECISION_EXACT;
}

static json_t *fingerprints_value(const Finding *finding)
{
    char hex[17];
    (void)snprintf(hex, sizeof hex, "%016" PRIx64, finding->fingerprint);
    json_t *object = value_object();
    value_put(object, "plainpaper/v1", value_text(str_of(hex)));
    return object;
}

static json_t *result_value(ReportState *state, Str path, const Finding *finding)
{
    json_t *object = value_object();
    size_t index;
    value_put(object, "ruleId", value_text(finding->rule->id));
    if (sarif_rules_find(&state->rules, finding->rule->id, &index))
        value_put(object, "ruleIndex", value_size(index));
    value_put(object, "level", value_text(sarif_level(finding->severity)));
    value_put(object, "message", text_value(finding->message));
    value_put(object, "locations", array_of(location_value(state, path, &finding->location)));
    value_put(object, "partialFingerprints", fingerprints_value(finding));
    if (has_fix(finding))
        value_put(object, "fixes", fixes_value(state, path, finding));
    return object;
}

static json_t *notification_value(ReportState *state, Str path, const Diagnostic *diagnostic)
{
    bool is_error = diagnostic_level(diagnostic->code) == DIAGNOSTIC_ERROR;
    json_t *descriptor = value_object(), *physical = value_object(), *location = value_object();
    value_put(descriptor, "id", value_text(diagnostic_code_text(diagnostic->code)));
    value_put(physical, "artifactLocation", artifact_value(state, path));
    if (diagnostic->line) {
        json_t *region = value_object();
        value_put(region, "startLine", value_size(diagnostic->line));
        value_put(physical, "region", region);
    }
    value_put(location, "physicalLocation", physical);
    json_t *object = value_object();
    value_put(object, "descriptor", descriptor);
    value_put(object, "level", value_text(is_error ? STR("error") : STR("warning")));
    value_put(object, "message", text_value(diagnostic->message));
    value_put(object, "locations", array_of(location));
    return object;
}

static void note_diagnostics(ReportState *state, const ReportDocument *document)
{
    const DiagnosticSink *sink = document->diagnostics;
    for (size_t i = 0; sink && i < sink->items.len; i++)
        value_add(state->notifications,
                  notification_value(state, document->path, &sink->items.items[i]));
}

static void write_rules(const SarifRules *rules, Buf *ret)
{
    for (size_t i = 0; i < rules->on.len; i++) {
        buf_append(ret, i ? STR(",\n    ") : STR("\n    "));
        value_write(sarif_rule_value(rules->on.items[i]), ret);
    }
}

static ReportState *sarif_begin(const ReportOptions *options, Buf *ret)
{
    ReportState *state = mem_calloc(1, sizeof *state);
    state->rules = sarif_rules_of(options->rules);
    state->notifications = value_array();
    buf_append(ret, STR("{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
                        " \"version\": \"2.1.0\",\n \"runs\": [{\n"
                        "  \"tool\": {\"driver\": {\"name\": \"plainpaper\", \"version\": "));
    value_write(value_text(options->version), ret);
    buf_append(ret, STR(", \"rules\": ["));
    write_rules(&state->rules, ret);
    buf_append(ret, STR("]}},\n  \"columnKind\": \"unicodeCodePoints\",\n  \"results\": ["));
    return state;
}

static void sarif_document(ReportState *state, const ReportDocument *document, Buf *ret)
{
    note_diagnostics(state, document);
    size_t n_findings = document->result ? document->result->findings.len : 0;
    state->has_lines = document->result && document->result->format != FORMAT_DOCX;
    for (size_t i = 0; i < n_findings; i++) {
        const Finding *finding = &document->result->findings.items[i];
        buf_append(ret, state->has_result ? STR(",\n    ") : STR("\n    "));
        value_write(result_value(state, document->path, finding), ret);
        state->has_result = true;
    }
}

static void sarif_end(ReportState *state, const ReportSummary *summary, Buf *ret)
{
    json_t *invocation = value_object();
    value_put(invocation, "executionSuccessful", value_bool(!summary->n_not_checked));
    value_put(invocation, "toolExecutionNotifications", state->notifications);
    buf_append(ret, STR("],\n  \"invocations\": ["));
    value_write(invocation, ret);
    buf_append(ret, STR("]\n }]\n}\n"));
    array_free(&state->rules.on);
    buf_free(&state->scratch);
    mem_free(state);
}

const Reporter reporter_sarif = {
    .name = {"sarif", 5},
    .shows_fingerprints = true,
    .begin = sarif_begin,
    .document = sarif_document,
    .end = sarif_end,
};
