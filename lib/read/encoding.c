#include "read/encoding.h"

#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>

typedef struct Decoder Decoder;
struct Decoder {
    /* Appends the character that BYTES (not empty) start with to RET and
     * returns how many bytes it took; 0 when they make none. */
    size_t (*next)(const Decoder *decoder, Str bytes, Buf *ret);
    bool keeps_ascii; /* bytes below 0x80 stand for themselves */
    bool is_big_endian;
    iconv_t iconv; /* only when NEXT needs it */
};

static size_t next_utf8(const Decoder *decoder, Str bytes, Buf *ret)
{
    (void)decoder;
    uint32_t code_point;
    size_t n = utf8_decode(bytes, 0, &code_point);
    if (n == 1 && code_point == UTF8_REPLACEMENT)
        return 0;
    buf_append(ret, str_sub(bytes, 0, n));
    return n;
}

static size_t next_windows_1252(const Decoder *decoder, Str bytes, Buf *ret)
{
    static const uint16_t from_80[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
    };
    (void)decoder;
    uint32_t code_point = (unsigned char)bytes.data[0];
    if (code_point >= 0x80 && code_point < 0xA0) {
        code_point = from_80[code_point - 0x80];
        if (!code_point)
            return 0;
    }
    utf8_append(ret, code_point);
    return 1;
}

static uint32_t utf16_unit(const Decoder *decoder, Str bytes, size_t at)
{
    unsigned first = (unsigned char)bytes.data[at], second = (unsigned char)bytes.data[at + 1];
    return decoder->is_big_endian ? first << 8 | second : second << 8 | first;
}

static size_t next_utf16(const Decoder *decoder, Str bytes, Buf *ret)
{
    if (bytes.len < 2)
        return 0;
    uint32_t unit = utf16_unit(decoder, bytes, 0);
    if (unit < 0xD800 || unit > 0xDFFF) {
        utf8_append(ret, unit);
        return 2;
    }
    if (unit > 0xDBFF || bytes.len < 4)
        return 0;
    uint32_t low = utf16_unit(decoder, bytes, 2);
    if (low < 0xDC00 || low > 0xDFFF)
        return 0;
    utf8_append(ret, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
    return 4;
}

/* iconv takes as much as it can: given one byte more each time, it stops
 * behind the first character, which is how we learn where that ends. */
static size_t next_by_iconv(const Decoder *decoder, Str bytes, Buf *ret)
{
    enum { CHARACTER_BYTES_MAX = 8 };
    char utf8[32];
    for (size_t n = 1; n <= bytes.len && n <= CHARACTER_BYTES_MAX; n++) {
        char *in = (char *)bytes.data, *out = utf8;
        size_t in_left = n, out_left = sizeof utf8;
        size_t result = iconv(decoder->iconv, &in, &in_left, &out, &out_left);
        if (result == (size_t)-1 && errno != EINVAL)
            return 0;
        if (in_left < n) {
            buf_append(ret, (Str){utf8, (size_t)(out - utf8)});
            return n - in_left;
        }
    }
    return 0;
}

static bool iconv_keeps_ascii(iconv_t converter)
{
    char ascii[128], utf8[256];
    for (size_t i = 0; i < sizeof ascii; i++)
        ascii[i] = (char)i;
    char *in = ascii, *out = utf8;
    size_t in_left = sizeof ascii, out_left = sizeof utf8;
    size_t result = iconv(converter, &in, &in_left, &out, &out_left);
    iconv(converter, NULL, NULL, NULL, NULL);
    return result == 0 && (size_t)(out - utf8) == sizeof ascii &&
           memcmp(ascii, utf8, sizeof ascii) == 0;
}

static size_t ascii_run(Str s, size_t from)
{
    size_t i = from;
    uint64_t eight;
    for (; s.len - i >= sizeof eight; i += sizeof eight) {
        memcpy(&eight, s.data + i, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    while (i < s.len && (unsigned char)s.data[i] < 0x80)
        i++;
    return i - from;
}

static void add_mark(Source *source, size_t original)
{
    array_push(&source->marks, (SourceMark){.text = source->transcoded.len, .original = original});
}

static void transcode(Source *source, size_t from, const Decoder *decoder, DiagnosticSink *sink)
{
    Str bytes = source->bytes;
    Buf *text = &source->transcoded;
    bool is_damaged = false;
    buf_reserve(text, bytes.len - from);
    add_mark(source, from);
    for (size_t i = from; i < bytes.len;) {
        size_t n = decoder->keeps_ascii ? ascii_run(bytes, i) : 0;
        if (n) {
            buf_append(text, str_sub(bytes, i, i + n));
            i += n;
            continue;
        }
        size_t before = text->len;
        n = decoder->next(decoder, str_sub(bytes, i, bytes.len), text);
        if (!n) {
            is_damaged = true;
            utf8_append(text, UTF8_REPLACEMENT);
            n = 1;
        }
        i += n;
        if (text->len - before != n)
            add_mark(source, i);
    }
    if (is_damaged)
        diagnostic_add(sink, DIAG_ENCODING_DAMAGED, source->name, 0, 0,
                       "Some bytes of this file are not text. Save it again as UTF-8.");
    source_set_text(source, buf_str(text));
}

typedef enum Encoding {
    ENCODING_NONE, /* not said */
    ENCODING_UTF8,
    ENCODING_UTF16_LE,
    ENCODING_UTF16_BE,
    ENCODING_UTF32_LE,
    ENCODING_UTF32_BE,
    ENCODING_WINDOWS_1252,
    ENCODING_BY_NAME, /* iconv may know it */
} Encoding;

static Encoding encoding_of_mark(Str bytes, size_t *ret_mark_bytes)
{
    static const struct {
        Str mark;
        Encoding encoding;
    } marks[] = {
        {{"\xEF\xBB\xBF", 3}, ENCODING_UTF8},     {{"\xFF\xFE\0\0", 4}, ENCODING_UTF32_LE},
        {{"\0\0\xFE\xFF", 4}, ENCODING_UTF32_BE}, {{"\xFF\xFE", 2}, ENCODING_UTF16_LE},
        {{"\xFE\xFF", 2}, ENCODING_UTF16_BE},
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (!str_starts_with(bytes, marks[i].mark))
            continue;
        *ret_mark_bytes = marks[i].mark.len;
        return marks[i].encoding;
    }
    *ret_mark_bytes = 0;
    return ENCODING_NONE;
}

/* Which UTF-16 a first ASCII character tells of; ENCODING_NONE when it tells of none. */
static Encoding encoding_of_first_character(Str bytes)
{
    if (bytes.len >= 2 && bytes.data[0] && !bytes.data[1])
        return ENCODING_UTF16_LE;
    if (bytes.len >= 2 && !bytes.data[0] && bytes.data[1])
        return ENCODING_UTF16_BE;
    return ENCODING_NONE;
}

/* A document that can be read as ASCII as far as its declaration is not in
 * UTF-16, whatever it declares; browsers then read UTF-8. */
static Encoding encoding_of_utf16_name(Str bytes)
{
    Encoding encoding = encoding_of_first_character(bytes);
    return encoding == ENCODING_NONE ? ENCODING_UTF8 : encoding;
}

/* Browsers and Word write Latin 1 and mean Windows-1252 (WHATWG Encoding, 4.2). */
static Encoding encoding_of_name(Str name, Str bytes)
{
    static const Str windows_1252[] = {
        {"windows-1252", 12}, {"cp1252", 6}, {"x-cp1252", 8}, {"iso-8859-1", 10}, {"iso8859-1", 9},
        {"iso_8859-1", 10},   {"latin1", 6}, {"l1", 2},       {"us-ascii", 8},    {"ascii", 5},
    };
    if (!name.len)
        return ENCODING_NONE;
    if (str_eq_nocase(name, STR("utf-8")) || str_eq_nocase(name, STR("utf8")))
        return ENCODING_UTF8;
    if (str_eq_nocase(str_sub(name, 0, 6), STR("utf-16")))
        return encoding_of_utf16_name(bytes);
    for (size_t i = 0; i < sizeof windows_1252 / sizeof windows_1252[0]; i++)
        if (str_eq_nocase(name, windows_1252[i]))
            return ENCODING_WINDOWS_1252;
    return ENCODING_BY_NAME;
}

/* glibc's iconv_open reads options behind a slash: none may come from a document. */
static bool open_iconv(Str name, iconv_t *ret)
{
    char c_name[64];
    if (name.len >= sizeof c_name)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.data[i];
        if (!ascii_is_alpha(c) && !ascii_is_digit(c) && !(c && strchr("-_.:+()", c)))
            return false;
        c_name[i] = (char)c;
    }
    c_name[name.len] = '\0';
    *ret = iconv_open("UTF-8", c_name);
    return *ret != (iconv_t)-1;
}

static Status transcode_by_iconv(Source *source, size_t from, Str name, DiagnosticSink *sink)
{
    Decoder decoder = {.next = next_by_iconv};
    if (!open_iconv(name, &decoder.iconv)) {
        diagnostic_add(sink, DIAG_ENCODING_UNSUPPORTED, source->name, 0, 0,
                       "The encoding “%.*s” is not known. Save the file as UTF-8.",
                       (int)(name.len < 40 ? name.len : 40), name.data);
        return STATUS_UNSUPPORTED;
    }
    decoder.keeps_ascii = iconv_keeps_ascii(decoder.iconv);
    transcode(source, from, &decoder, sink);
    iconv_close(decoder.iconv);
    return STATUS_OK;
}

static void decode_utf8(Source *source, size_t from, bool is_well_formed, DiagnosticSink *sink)
{
    if (!is_well_formed) {
        transcode(source, from, &(Decoder){.next = next_utf8, .keeps_ascii = true}, sink);
        return;
    }
    if (from)
        add_mark(source, from);
    source_set_text(source, str_sub(source->bytes, from, source->bytes.len));
}

static Encoding guess(const Source *source, bool is_well_formed, DiagnosticSink *sink)
{
    Encoding encoding = encoding_of_first_character(source->bytes);
    Str next = str_sub(source->bytes, 2, source->bytes.len);
    bool is_utf16 = encoding != ENCODING_NONE && encoding == encoding_of_first_character(next);
    if (is_well_formed && !is_utf16)
        return ENCODING_UTF8;
    diagnostic_add(sink, DIAG_ENCODING_GUESSED, source->name, 0, 0,
                   "This file is not in UTF-8. It was read as %s. Save it as UTF-8.",
                   is_utf16 ? "UTF-16" : "Windows-1252");
    return is_utf16 ? encoding : ENCODING_WINDOWS_1252;
}

/* Another kind of file under the name of a text would be read as nonsense. */
static bool is_other_kind(const Source *source, DiagnosticSink *sink)
{
    static const struct {
        Str start;
        const char *kind;
    } kinds[] = {
        {{"PK\x03\x04", 4}, "a Word or zip file"},
        {{"\xD0\xCF\x11\xE0", 4}, "an old Office file"},
        {{"%PDF-", 5}, "a PDF"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (str_starts_with(source->bytes, kinds[i].start)) {
            diagnostic_add(sink, DIAG_FORMAT_UNKNOWN, source->name, 0, 0,
                           "This is %s under another name. Give it its own ending.", kinds[i].kind);
            return true;
        }
    return false;
}

Status encoding_decode(Source *source, Str declared, DiagnosticSink *sink)
{
    if (source->bytes.len > SOURCE_BYTES_MAX) {
        diagnostic_add(sink, DIAG_FILE_TOO_LARGE, source->name, 0, 0,
                       "This file is larger than %d MB. Split it into smaller papers.",
                       SOURCE_BYTES_MAX / (1024 * 1024));
        return STATUS_LIMIT;
    }
    if (is_other_kind(source, sink))
        return STATUS_UNSUPPORTED;
    size_t from;
    Encoding encoding = encoding_of_mark(source->bytes, &from);
    if (encoding == ENCODING_NONE)
        encoding = encoding_of_name(str_trim(declared), source->bytes);
    bool is_well_formed = false;
    if (encoding == ENCODING_NONE || encoding == ENCODING_UTF8)
        is_well_formed = utf8_find_invalid(source->bytes) == source->bytes.len;
    if (encoding == ENCODING_NONE)
        encoding = guess(source, is_well_formed, sink);
    switch (encoding) {
    case ENCODING_UTF16_LE:
    case ENCODING_UTF16_BE:
        transcode(source, from,
                  &(Decoder){.next = next_utf16, .is_big_endian = encoding == ENCODING_UTF16_BE},
                  sink);
        return STATUS_OK;
    case ENCODING_WINDOWS_1252:
        transcode(source, from, &(Decoder){.next = next_windows_1252, .keeps_ascii = true}, sink);
        return STATUS_OK;
    case ENCODING_UTF32_LE:
        return transcode_by_iconv(source, from, STR("UTF-32LE"), sink);
    case ENCODING_UTF32_BE:
        return transcode_by_iconv(source, from, STR("UTF-32BE"), sink);
    case ENCODING_BY_NAME:
        return transcode_by_iconv(source, from, str_trim(declared), sink);
    case ENCODING_NONE:
    case ENCODING_UTF8:
        break;
    }
    decode_utf8(source, from, is_well_formed, sink);
    return STATUS_OK;
}
