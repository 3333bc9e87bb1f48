/* Read by recursive descent into a tree: sum → product → sign → value. */
#include "rule/formula.h"

#include <assert.h>
#include <math.h>

enum { FORMULA_BYTES_MAX = 4096, FORMULA_DEPTH_MAX = 64, NUMBER_LEN_MAX = 40 };

typedef enum Operation {
    OP_NUMBER,
    OP_VARIABLE,
    OP_ADD,
    OP_SUBTRACT,
    OP_MULTIPLY,
    OP_DIVIDE,
    OP_NEGATE,
    OP_SQRT,
    OP_ABS,
    OP_FLOOR,
    OP_CEIL,
    OP_LOG,
    OP_MIN,
    OP_MAX,
    OP_POW,
} Operation;

struct Formula {
    Operation operation;
    double number;
    FormulaVariable variable;
    const Formula *left, *right;
};

static const struct {
    const char *name;
    Operation operation;
    bool has_two;
} functions[] = {
    {"math.sqrt", OP_SQRT, false}, {"math.abs", OP_ABS, false}, {"math.floor", OP_FLOOR, false},
    {"math.ceil", OP_CEIL, false}, {"math.log", OP_LOG, false}, {"math.min", OP_MIN, true},
    {"math.max", OP_MAX, true},    {"math.pow", OP_POW, true},
};

static const char *const variables[] = {
#define VARIABLE(name, text) text,
#include "rule/formula_variables.def"
#undef VARIABLE
};

static_assert(sizeof variables / sizeof variables[0] == VARIABLE_COUNT, "one row a variable");

typedef struct Reading {
    Str text;
    size_t at;
    unsigned depth;
    Arena *arena;
    const char *problem; /* the first; NULL while all is well */
    size_t problem_at;
} Reading;

static const Formula *read_sum(Reading *reading);

static void fail(Reading *reading, const char *problem, size_t at)
{
    if (reading->problem)
        return;
    reading->problem = problem;
    reading->problem_at = at;
}

static char peek(Reading *reading)
{
    while (reading->at < reading->text.len &&
           ascii_is_space((unsigned char)reading->text.data[reading->at]))
        reading->at++;
    return reading->at < reading->text.len ? reading->text.data[reading->at] : '\0';
}

static bool take(Reading *reading, char c)
{
    if (peek(reading) != c)
        return false;
    reading->at++;
    return true;
}

static const Formula *make(Reading *reading, Operation operation, const Formula *left,
                           const Formula *right)
{
    Formula *formula = arena_new(reading->arena, Formula);
    *formula = (Formula){.operation = operation, .left = left, .right = right};
    return formula;
}

static bool is_name_char(char c)
{
    return ascii_is_alpha((unsigned char)c) || ascii_is_digit((unsigned char)c) || c == '_' ||
           c == '.';
}

/* Digits with at most one dot. strtod is not asked: it follows the locale. */
bool number_parse(Str text, double *ret)
{
    double value = 0, scale = 1;
    bool has_dot = false, has_digit = false;
    bool is_negative = str_starts_with(text, STR("-"));
    for (size_t i = is_negative; i < text.len; i++) {
        if (text.data[i] == '.' && !has_dot) {
            has_dot = true;
            continue;
        }
        if (!ascii_is_digit((unsigned char)text.data[i]))
            return false;
        has_digit = true;
        value = value * 10 + (text.data[i] - '0');
        scale *= has_dot ? 10 : 1;
    }
    *ret = (is_negative ? -value : value) / scale;
    return has_digit && text.len <= NUMBER_LEN_MAX;
}

static const Formula *read_number(Reading *reading)
{
    size_t start = reading->at;
    while (reading->at < reading->text.len &&
           (ascii_is_digit((unsigned char)reading->text.data[reading->at]) ||
            reading->text.data[reading->at] == '.'))
        reading->at++;
    Formula *formula = arena_new(reading->arena, Formula);
    formula->operation = OP_NUMBER;
    if (!number_parse(str_sub(reading->text, start, reading->at), &formula->number))
        fail(reading, "this is not a number", start);
    return formula;
}

static const Formula *read_call(Reading *reading, Operation operation, bool has_two)
{
    if (!take(reading, '('))
        fail(reading, "an opening bracket is missing here", reading->at);
    const Formula *left = read_sum(reading);
    const Formula *right = NULL;
    if (has_two) {
        if (!take(reading, ','))
            fail(reading, "this function needs two values with a comma between", reading->at);
        right = read_sum(reading);
    }
    if (!take(reading, ')'))
        fail(reading, "a closing bracket is missing here", reading->at);
    return make(reading, operation, left, right);
}

static const Formula *read_name(Reading *reading)
{
    size_t start = reading->at;
    while (reading->at < reading->text.len && is_name_char(reading->text.data[reading->at]))
        reading->at++;
    Str name = str_sub(reading->text, start, reading->at);
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
        if (str_eq(name, str_of(functions[i].name)))
            return read_call(reading, functions[i].operation, functions[i].has_two);
    Formula *formula = arena_new(reading->arena, Formula);
    formula->operation = OP_VARIABLE;
    for (size_t i = 0; i < VARIABLE_COUNT; i++) {
        if (str_eq(name, str_of(variables[i]))) {
            formula->variable = (FormulaVariable)i;
            return formula;
        }
    }
    fail(reading, "no count or function has this name", start);
    return formula;
}

static const Formula *read_value(Reading *reading)
{
    char c = peek(reading);
    if (take(reading, '(')) {
        const Formula *inner = read_sum(reading);
        if (!take(reading, ')'))
            fail(reading, "a closing bracket is missing here", reading->at);
        return inner;
    }
    if (ascii_is_digit((unsigned char)c) || c == '.')
        return read_number(reading);
    if (ascii_is_alpha((unsigned char)c))
        return read_name(reading);
    fail(reading, "a number or a count is missing here", reading->at);
    return make(reading, OP_NUMBER, NULL, NULL);
}

static const Formula *read_sign(Reading *reading)
{
    bool is_negative = false;
    while (take(reading, '-'))
        is_negative = !is_negative;
    const Formula *value = read_value(reading);
    return is_negative ? make(reading, OP_NEGATE, value, NULL) : value;
}

static const Formula *read_product(Reading *reading)
{
    const Formula *left = read_sign(reading);
    while (!reading->problem) {
        if (take(reading, '*'))
            left = make(reading, OP_MULTIPLY, left, read_sign(reading));
        else if (take(reading, '/'))
            left = make(reading, OP_DIVIDE, left, read_sign(reading));
        else
            break;
    }
    return left;
}

static const Formula *read_sum(Reading *reading)
{
    if (reading->problem || ++reading->depth > FORMULA_DEPTH_MAX) {
        fail(reading, "the formula has too many brackets", reading->at);
        return make(reading, OP_NUMBER, NULL, NULL);
    }
    const Formula *left = read_product(reading);
    while (!reading->problem) {
        if (take(reading, '+'))
            left = make(reading, OP_ADD, left, read_product(reading));
        else if (take(reading, '-'))
            left = make(reading, OP_SUBTRACT, left, read_product(reading));
        else
            break;
    }
    reading->depth--;
    return left;
}

Status formula_parse(Str text, Arena *arena, const Formula **ret, size_t *ret_offset,
                     const char **ret_problem)
{
    Reading reading = {.text = text, .arena = arena};
    if (text.len > FORMULA_BYTES_MAX)
        fail(&reading, "the formula is too long", 0);
    const Formula *formula = read_sum(&reading);
    if (!reading.problem && peek(&reading))
        fail(&reading, "the formula should end here", reading.at);
    if (reading.problem) {
        *ret_offset = reading.problem_at;
        *ret_problem = reading.problem;
        return STATUS_SYNTAX;
    }
    *ret = formula;
    return STATUS_OK;
}

bool formula_condition_parse(Str text, FormulaComparison *ret_comparison, double *ret_limit)
{
    static const struct {
        const char *sign;
        FormulaComparison comparison;
    } signs[] = {
        {">=", COMPARE_AT_LEAST},  {"<=", COMPARE_AT_MOST}, {"==", COMPARE_EQUAL},
        {"!=", COMPARE_NOT_EQUAL}, {">", COMPARE_ABOVE},    {"<", COMPARE_BELOW},
    };
    text = str_trim(text);
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        Str sign = str_of(signs[i].sign);
        if (!str_starts_with(text, sign))
            continue;
        *ret_comparison = signs[i].comparison;
        return number_parse(str_trim(str_sub(text, sign.len, text.len)), ret_limit);
    }
    return false;
}

bool formula_compare(double value, FormulaComparison comparison, double limit)
{
    switch (comparison) {
    case COMPARE_ABOVE:
        return value > limit;
    case COMPARE_AT_LEAST:
        return value >= limit;
    case COMPARE_BELOW:
        return value < limit;
    case COMPARE_AT_MOST:
        return value <= limit;
    case COMPARE_EQUAL:
        return value >= limit && value <= limit;
    case COMPARE_NOT_EQUAL:
        return value < limit || value > limit;
    }
    return false;
}

static double value_of_two(const Formula *formula, double left, double right)
{
    switch (formula->operation) {
    case OP_ADD:
        return left + right;
    case OP_SUBTRACT:
        return left - right;
    case OP_MULTIPLY:
        return left * right;
    case OP_DIVIDE:
        return right > 0 || right < 0 ? left / right : (double)NAN;
    case OP_MIN:
        return left < right ? left : right;
    case OP_MAX:
        return left > right ? left : right;
    case OP_POW:
        return pow(left, right);
    default:
        return (double)NAN;
    }
}

double formula_value(const Formula *formula, const double *values)
{
    if (formula->operation == OP_NUMBER)
        return formula->number;
    if (formula->operation == OP_VARIABLE)
        return values[formula->variable];
    double left = formula_value(formula->left, values);
    switch (formula->operation) {
    case OP_NEGATE:
        return -left;
    case OP_SQRT:
        return sqrt(left);
    case OP_ABS:
        return fabs(left);
    case OP_FLOOR:
        return floor(left);
    case OP_CEIL:
        return ceil(left);
    case OP_LOG:
        return log(left);
    default:
        return value_of_two(formula, left, formula_value(formula->right, values));
    }
}
