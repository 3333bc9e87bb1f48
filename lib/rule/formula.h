/* Formulas of `metric` rules: arithmetic on counts of a paper. */
#ifndef PLAINPAPER_RULE_FORMULA_H
#define PLAINPAPER_RULE_FORMULA_H

#include "base/arena.h"
#include "base/status.h"

typedef struct Formula Formula;

typedef enum FormulaComparison {
    COMPARE_ABOVE,
    COMPARE_AT_LEAST,
    COMPARE_BELOW,
    COMPARE_AT_MOST,
    COMPARE_EQUAL,
    COMPARE_NOT_EQUAL,
} FormulaComparison;

/* A count of the paper that formulas may name. */
typedef enum FormulaVariable {
#define VARIABLE(name, text) VARIABLE_##name,
#include "rule/formula_variables.def"
#undef VARIABLE
    VARIABLE_COUNT
} FormulaVariable;

/* Reads TEXT: numbers, variables, + - * / ( ), and math.sqrt, abs, min, max,
 * pow, floor, ceil, log. STATUS_SYNTAX with the byte *ret_offset and
 * *ret_problem (static text) when it is none. Lives in ARENA. */
PP_MUST_USE Status formula_parse(Str text, Arena *arena, const Formula **ret, size_t *ret_offset,
                                 const char **ret_problem);

/* Reads a condition such as "> 10"; false when TEXT is none. */
bool formula_condition_parse(Str text, FormulaComparison *ret_comparison, double *ret_limit);

/* Does VALUE stand in this relation to LIMIT? Never when it is not a number. */
bool formula_compare(double value, FormulaComparison comparison, double limit);

/* Reads "12", "-3" or "0.8", whatever the locale; false when TEXT is no number. */
bool number_parse(Str text, double *ret);

/* Value with VALUES[VARIABLE_COUNT]; not a number when it divides by nought. */
double formula_value(const Formula *formula, const double *values);

#endif
