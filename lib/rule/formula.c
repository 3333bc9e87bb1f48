#include "rule/formula.h"

#include <math.h>
#include <stdlib.h>

/* A formula is a tree of these; recursive descent makes it and is bounded. */
enum { DEPTH_MAX = 100, ARGS_MAX = 2 };

typedef enum FormulaOp {
    OP_NUMBER,
    OP_VARIABLE,
    OP_ADD,
    OP_SUBTRACT,
    OP_MULTIPLY,
    OP_DIVIDE,
    OP_NEGATE,
    OP_CALL,
} FormulaOp;

struct Formula {
    FormulaOp op;
    double number;
    FormulaVariable variable;
    double (*call)(double, double);
    const Formula *args[ARGS_MAX];
};

static double call_sqrt(double a, double b)
{
    (void)b;
    return sqrt(a);
}

static double call_abs(double a, double b)
{
    (void)b;
    return fabs(a);
}

static double call_floor(double a, double b)
{
    (void)b;
    return floor(a);
}

static double call_ceil(double a, double b)
{
    (void)b;
    return ceil(a);
}

static double call_log(double a, double b)
{
    (void)b;
    return log(a);
}

static const struct {
    const char *name;
    size_t n_args;
    double (*call)(double, double);
} functions[] = {
    {"abs", 1, call_abs}, {"ceil", 1, call_ceil}, {"floor", 1, call_floor}, {"log", 1, call_log},
    {"max", 2, fmax},     {"min", 2, fmin},       {"pow", 2, pow},          {"sqrt", 1, call_sqrt},
};

static const char *const variables[] = {
#define VARIABLE(name, text) text,
#include "rule/formula_variables.def"
#undef VARIABLE
};

_Static_assert(sizeof variables / sizeof variables[0] == VARIABLE_COUNT, "one name a variable");

typedef struct Parser {
    Str text;
    size_t at;
    unsigned depth;
    Arena *arena;
    const char *problem; /* of the first mistake, which stands at `at` */
} Parser;

static const Formula *parse_sum(Parser *parser);

static char peek(Parser *parser)
{
    while (parser->at < parser->text.len &&
           ascii_is_space((unsigned char)parser->text.data[parser->at]))
        parser->at++;
    return parser->at < parser->text.len ? parser->text.data[parser->at] : '\0';
}

static bool accept(Parser *parser, char c)
{
    if (peek(parser) != c)
        return false;
    parser->at++;
    return true;
}

static const Formula *fail(Parser *parser, const char *problem)
{
    if (!parser->problem)
        parser->problem = problem;
    return NULL;
}

static Formula *new_formula(Parser *parser, FormulaOp op, const Formula *a, const Formula *b)
{
    Formula *formula = arena_new(parser->arena, Formula);
    *formula = (Formula){.op = op, .args = {a, b}};
    return formula;
}

static const Formula *parse_number(Parser *parser)
{
    Str digits = arena_str(parser->arena, str_sub(parser->text, parser->at, parser->text.len));
    char *end;
    double number = strtod(digits.data, &end);
    if (end == digits.data)
        return fail(parser, "A number was expected here.");
    parser->at += (size_t)(end - digits.data);
    Formula *formula = new_formula(parser, OP_NUMBER, NULL, NULL);
    formula->number = number;
    return formula;
}

static Str parse_name(Parser *parser)
{
    size_t start = parser->at;
    while (parser->at < parser->text.len) {
        unsigned char c = (unsigned char)parser->text.data[parser->at];
        if (!ascii_is_alpha(c) && !ascii_is_digit(c) && c != '_' && c != '.')
            break;
        parser->at++;
    }
    return str_sub(parser->text, start, parser->at);
}

static const Formula *parse_call(Parser *parser, Str name)
{
    size_t i = 0, n = sizeof functions / sizeof functions[0];
    while (i < n && !str_eq(name, str_of(functions[i].name)))
        i++;
    if (i == n)
        return fail(parser, "This function is not known.");
    const Formula *args[ARGS_MAX] = {NULL, NULL};
    for (size_t k = 0; k < functions[i].n_args; k++) {
        if (k && !accept(parser, ','))
            return fail(parser, "This function takes two values.");
        args[k] = parse_sum(parser);
        if (!args[k])
            return NULL;
    }
    if (!accept(parser, ')'))
        return fail(parser, "A closing bracket is missing.");
    Formula *formula = new_formula(parser, OP_CALL, args[0], args[1]);
    formula->call = functions[i].call;
    return formula;
}

static const Formula *parse_named(Parser *parser)
{
    size_t start = parser->at;
    Str name = parse_name(parser);
    if (str_starts_with(name, STR("math.")))
        name = str_sub(name, 5, name.len);
    if (accept(parser, '('))
        return parse_call(parser, name);
    for (size_t i = 0; i < VARIABLE_COUNT; i++) {
        if (!str_eq(name, str_of(variables[i])))
            continue;
        Formula *formula = new_formula(parser, OP_VARIABLE, NULL, NULL);
        formula->variable = (FormulaVariable)i;
        return formula;
    }
    parser->at = start;
    return fail(parser, "This name is not known.");
}

static const Formula *parse_value(Parser *parser)
{
    if (++parser->depth > DEPTH_MAX)
        return fail(parser, "The formula is nested too deeply.");
    const Formula *value = NULL;
    char c = peek(parser);
    if (accept(parser, '(')) {
        value = parse_sum(parser);
        if (value && !accept(parser, ')'))
            value = fail(parser, "A closing bracket is missing.");
    } else if (accept(parser, '-')) {
        const Formula *inner = parse_value(parser);
        value = inner ? new_formula(parser, OP_NEGATE, inner, NULL) : NULL;
    } else if (ascii_is_digit((unsigned char)c) || c == '.') {
        value = parse_number(parser);
    } else if (ascii_is_alpha((unsigned char)c)) {
        value = parse_named(parser);
    } else {
        value = fail(parser, "A number or a name was expected here.");
    }
    parser->depth--;
    return value;
}

static const Formula *parse_product(Parser *parser)
{
    const Formula *left = parse_value(parser);
    while (left && (peek(parser) == '*' || peek(parser) == '/')) {
        FormulaOp op = parser->text.data[parser->at++] == '*' ? OP_MULTIPLY : OP_DIVIDE;
        const Formula *right = parse_value(parser);
        left = right ? new_formula(parser, op, left, right) : NULL;
    }
    return left;
}

static const Formula *parse_sum(Parser *parser)
{
    const Formula *left = parse_product(parser);
    while (left && (peek(parser) == '+' || peek(parser) == '-')) {
        FormulaOp op = parser->text.data[parser->at++] == '+' ? OP_ADD : OP_SUBTRACT;
        const Formula *right = parse_product(parser);
        left = right ? new_formula(parser, op, left, right) : NULL;
    }
    return left;
}

Status formula_parse(Str text, Arena *arena, const Formula **ret, size_t *ret_offset,
                     const char **ret_problem)
{
    Parser parser = {.text = text, .arena = arena};
    const Formula *formula = parse_sum(&parser);
    if (formula && peek(&parser) != '\0')
        formula = fail(&parser, "The formula should end here.");
    if (!formula) {
        *ret_offset = parser.at;
        *ret_problem = parser.problem;
        return STATUS_SYNTAX;
    }
    *ret = formula;
    return STATUS_OK;
}

double formula_value(const Formula *formula, const double *values)
{
    double a = formula->args[0] ? formula_value(formula->args[0], values) : 0;
    double b = formula->args[1] ? formula_value(formula->args[1], values) : 0;
    switch (formula->op) {
    case OP_NUMBER:
        return formula->number;
    case OP_VARIABLE:
        return values[formula->variable];
    case OP_ADD:
        return a + b;
    case OP_SUBTRACT:
        return a - b;
    case OP_MULTIPLY:
        return a * b;
    case OP_DIVIDE:
        return b == 0 ? NAN : a / b;
    case OP_NEGATE:
        return -a;
    case OP_CALL:
        return formula->call(a, b);
    }
    return NAN;
}
