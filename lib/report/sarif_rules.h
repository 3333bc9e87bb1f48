/* The rules of a run as SARIF reportingDescriptors, and their places in that list. */
#ifndef PLAINPAPER_REPORT_SARIF_RULES_H
#define PLAINPAPER_REPORT_SARIF_RULES_H

#include "report/json_value.h"
#include "rule/ruleset.h"

/* "error", "warning", "note" */
Str sarif_level(Severity severity);

/* The rules that are on, sorted by id; borrowed from the RuleSet. */
typedef struct SarifRules {
    ARRAY(const Rule *) on;
} SarifRules;

/* RULES may be NULL: an empty list. Give its memory back with array_free(&on). */
SarifRules sarif_rules_of(const RuleSet *rules);

/* Index of the rule ID in *RET; false when it is not in the list. */
bool sarif_rules_find(const SarifRules *rules, Str id, size_t *ret);

/* The reportingDescriptor of RULE. */
json_t *sarif_rule_value(const Rule *rule);

#endif
