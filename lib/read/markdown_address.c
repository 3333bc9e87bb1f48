#include "read/markdown_address.h"

static bool is_alnum(char c)
{
    return ascii_is_alpha((unsigned char)c) || ascii_is_digit((unsigned char)c);
}

static bool is_host_char(char c)
{
    return is_alnum(c) || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

/* Where the host name at START ends; *ret_n_dots counts the dots inside it. */
static size_t host_end(Str text, size_t start, size_t end, size_t *ret_n_dots)
{
    size_t i = start;
    *ret_n_dots = 0;
    for (; i < end; i++) {
        bool is_dot =
            text.data[i] == '.' && i > start && i + 1 < end && is_host_char(text.data[i + 1]);
        *ret_n_dots += is_dot;
        if (!is_dot && !is_host_char(text.data[i]))
            break;
    }
    return i;
}

/* `&name;` at the end is taken for an entity of the text around. */
static size_t without_entity(Str text, size_t start, size_t end)
{
    size_t i = end - 1;
    while (i > start && is_alnum(text.data[i - 1]))
        i--;
    return i > start && i < end - 1 && text.data[i - 1] == '&' ? i - 1 : end - 1;
}

/* Leaves out marks behind the address that belong to the sentence, a bracket only
 * when none in the address opens it. */
static size_t without_closing_marks(Str text, size_t start, size_t end)
{
    long n_open = 0;
    for (size_t i = start; i < end; i++)
        n_open += (text.data[i] == '(') - (text.data[i] == ')');
    while (end > start) {
        char c = text.data[end - 1];
        if (c == ';') {
            end = without_entity(text, start, end);
        } else if (c == ')' && n_open < 0) {
            n_open++;
            end--;
        } else if (c && strchr("?!.,:*_~'\"", c)) {
            end--;
        } else {
            break;
        }
    }
    return end;
}

static Span web_span(Str text, size_t start, size_t host, size_t end)
{
    size_t i = host;
    while (i < end && !ascii_is_space((unsigned char)text.data[i]) && text.data[i] != '<')
        i++;
    return (Span){start, without_closing_marks(text, start, i)};
}

static bool find_web(Str text, size_t colon, size_t start, size_t end, Address *ret)
{
    static const Str schemes[] = {{"http", 4}, {"https", 5}, {"ftp", 3}};
    if (!str_starts_with(str_sub(text, colon, end), STR("://")))
        return false;
    size_t first = colon, n_dots;
    while (first > start && ascii_is_alpha((unsigned char)text.data[first - 1]))
        first--;
    Str scheme = str_sub(text, first, colon);
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
        if (!str_eq_nocase(scheme, schemes[i]))
            continue;
        size_t host = colon + 3;
        if (host_end(text, host, end, &n_dots) == host)
            return false;
        *ret = (Address){.span = web_span(text, first, host, end)};
        return ret->span.end > host;
    }
    return false;
}

static bool find_www(Str text, size_t first, size_t start, size_t end, Address *ret)
{
    size_t n_dots;
    char before = first > start ? text.data[first - 1] : ' ';
    if (!str_starts_with(str_sub(text, first, end), STR("www.")) ||
        (!ascii_is_space((unsigned char)before) && !strchr("*_~(", before)))
        return false;
    size_t host = host_end(text, first, end, &n_dots);
    if (!n_dots)
        return false;
    *ret = (Address){.span = web_span(text, first, host, end), .scheme = STR("http://")};
    return ret->span.end > first + 4;
}

static bool find_mail(Str text, size_t at, size_t start, size_t end, Address *ret)
{
    size_t first = at, n_dots;
    while (first > start && (is_alnum(text.data[first - 1]) ||
                             (text.data[first - 1] && strchr(".+-_", text.data[first - 1]))))
        first--;
    size_t last = host_end(text, at + 1, end, &n_dots);
    bool ends_in_letter = last > at + 1 && ascii_is_alpha((unsigned char)text.data[last - 1]);
    if (first == at || !n_dots || !ends_in_letter || (last < end && text.data[last] == '@'))
        return false;
    *ret = (Address){.span = {first, last}, .scheme = STR("mailto:")};
    return true;
}

bool address_find(Str text, size_t mark, size_t start, size_t end, Address *ret)
{
    switch (text.data[mark]) {
    case ':':
        return find_web(text, mark, start, end, ret);
    case 'w':
        return find_www(text, mark, start, end, ret);
    case '@':
        return find_mail(text, mark, start, end, ret);
    default:
        return false;
    }
}
