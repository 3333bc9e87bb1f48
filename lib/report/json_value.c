#include "report/json_value.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <math.h>

/* jansson's only failures on well-formed values are those of malloc. */
static json_t *must(json_t *value)
{
    if (!value)
        pp_out_of_memory(sizeof value);
    return value;
}

static void must_succeed(int result)
{
    if (result != 0)
        pp_out_of_memory(sizeof(json_t *));
}

json_t *value_object(void)
{
    return must(json_object());
}

json_t *value_array(void)
{
    return must(json_array());
}

json_t *value_text(Str text)
{
    Buf mended = {0};
    if (utf8_find_invalid(text) < text.len) {
        utf8_append_mended(&mended, text);
        text = buf_str(&mended);
    }
    json_t *value = must(json_stringn_nocheck(text.data ? text.data : "", text.len));
    buf_free(&mended);
    return value;
}

json_t *value_text_or_null(Str text)
{
    return text.len ? value_text(text) : json_null();
}

json_t *value_size(size_t n)
{
    return must(json_integer((json_int_t)n));
}

json_t *value_size_or_null(bool is_known, size_t n)
{
    return is_known ? value_size(n) : json_null();
}

json_t *value_decimal_or_null(bool is_known, double number, unsigned decimals)
{
    if (!is_known || !isfinite(number))
        return json_null();
    double scale = pow(10.0, decimals);
    double rounded = round(number * scale) / scale;
    return must(json_real(rounded == 0.0 ? 0.0 : rounded));
}

json_t *value_bool(bool truth)
{
    return json_boolean(truth);
}

json_t *value_null(void)
{
    return json_null();
}

void value_put(json_t *object, const char *key, json_t *value)
{
    must_succeed(json_object_set_new_nocheck(object, key, value));
}

void value_add(json_t *array, json_t *value)
{
    must_succeed(json_array_append_new(array, value));
}

static int append(const char *bytes, size_t len_bytes, void *context)
{
    buf_append(context, (Str){bytes, len_bytes});
    return 0;
}

void value_write(json_t *value, Buf *ret)
{
    /* 15 digits give back a rounded decimal just as it was rounded. */
    size_t flags = JSON_PRESERVE_ORDER | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15);
    must_succeed(json_dump_callback(value, append, ret, flags));
    json_decref(value);
}
