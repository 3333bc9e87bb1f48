/* The functions that checks.def names, file by file. Only check.c includes this. */
#ifndef PLAINPAPER_CHECK_CHECKS_H
#define PLAINPAPER_CHECK_CHECKS_H

#include "check/check.h"

/* access_blanks.c */
void blank_runs_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void page_break_manual_on_node(CheckContext *context, const Rule *rule, const Node *node);

/* access_caps.c */
void text_allcaps_on_document(CheckContext *context, const Rule *rule);

/* access_colour.c */
void colour_only_on_node(CheckContext *context, const Rule *rule, const Node *node);
void text_contrast_on_document(CheckContext *context, const Rule *rule);
void text_contrast_on_node(CheckContext *context, const Rule *rule, const Node *node);

/* access_document.c */
void doc_lang_missing_on_document(CheckContext *context, const Rule *rule);
void doc_locked_on_document(CheckContext *context, const Rule *rule);
void doc_title_missing_on_document(CheckContext *context, const Rule *rule);
void meta_refresh_on_document(CheckContext *context, const Rule *rule);
void tracked_changes_left_on_document(CheckContext *context, const Rule *rule);

/* access_heading_fake.c */
void heading_fake_on_document(CheckContext *context, const Rule *rule);

/* access_heading_words.c */
void heading_case_on_document(CheckContext *context, const Rule *rule);
void heading_duplicate_on_document(CheckContext *context, const Rule *rule);
void heading_long_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);

/* access_headings.c */
void heading_deep_on_document(CheckContext *context, const Rule *rule);
void heading_empty_on_node(CheckContext *context, const Rule *rule, const Node *node);
void heading_h1_count_on_document(CheckContext *context, const Rule *rule);
void heading_skip_on_document(CheckContext *context, const Rule *rule);
void headings_none_on_document(CheckContext *context, const Rule *rule);

/* access_images.c */
void chart_no_text_summary_on_node(CheckContext *context, const Rule *rule, const Node *node);
void frame_title_missing_on_node(CheckContext *context, const Rule *rule, const Node *node);
void image_button_alt_missing_on_node(CheckContext *context, const Rule *rule, const Node *node);
void img_alt_filename_on_node(CheckContext *context, const Rule *rule, const Node *node);
void img_alt_long_on_node(CheckContext *context, const Rule *rule, const Node *node);
void img_alt_missing_on_node(CheckContext *context, const Rule *rule, const Node *node);
void object_alt_missing_on_node(CheckContext *context, const Rule *rule, const Node *node);
void svg_alt_missing_on_node(CheckContext *context, const Rule *rule, const Node *node);

/* access_language.c */
void doc_lang_invalid_on_document(CheckContext *context, const Rule *rule);
void lang_part_unmarked_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void part_lang_invalid_on_node(CheckContext *context, const Rule *rule, const Node *node);

/* access_layout.c */
void footnote_heavy_on_document(CheckContext *context, const Rule *rule);
void object_floating_on_node(CheckContext *context, const Rule *rule, const Node *node);
void toc_missing_on_document(CheckContext *context, const Rule *rule);

/* access_link_targets.c */
void pdf_only_on_document(CheckContext *context, const Rule *rule);
void link_new_window_on_node(CheckContext *context, const Rule *rule, const Node *node);
void link_pdf_unlabelled_on_node(CheckContext *context, const Rule *rule, const Node *node);
void link_same_text_on_document(CheckContext *context, const Rule *rule);

/* access_links.c */
void link_empty_on_node(CheckContext *context, const Rule *rule, const Node *node);
void link_text_generic_on_node(CheckContext *context, const Rule *rule, const Node *node);
void link_text_url_on_node(CheckContext *context, const Rule *rule, const Node *node);

/* access_lists.c */
void list_fake_on_document(CheckContext *context, const Rule *rule);
void list_long_on_node(CheckContext *context, const Rule *rule, const Node *node);

/* access_markup.c */
void form_control_untitled_on_document(CheckContext *context, const Rule *rule);
void html_structure_on_document(CheckContext *context, const Rule *rule);

/* access_pages.c */
void columns_multiple_on_document(CheckContext *context, const Rule *rule);
void header_footer_only_on_document(CheckContext *context, const Rule *rule);
void orientation_mixed_on_document(CheckContext *context, const Rule *rule);
void page_numbers_missing_on_document(CheckContext *context, const Rule *rule);
void watermark_on_document(CheckContext *context, const Rule *rule);

/* access_table_headers.c */
void table_header_unused_on_node(CheckContext *context, const Rule *rule, const Node *node);
void table_headers_attr_on_node(CheckContext *context, const Rule *rule, const Node *node);

/* access_tables.c */
void table_empty_cells_on_node(CheckContext *context, const Rule *rule, const Node *node);
void table_layout_on_node(CheckContext *context, const Rule *rule, const Node *node);
void table_merged_on_node(CheckContext *context, const Rule *rule, const Node *node);
void table_nested_on_node(CheckContext *context, const Rule *rule, const Node *node);
void table_no_caption_on_node(CheckContext *context, const Rule *rule, const Node *node);
void table_no_header_on_node(CheckContext *context, const Rule *rule, const Node *node);
void table_row_splits_on_node(CheckContext *context, const Rule *rule, const Node *node);
void table_wide_on_node(CheckContext *context, const Rule *rule, const Node *node);

/* access_text.c */
void line_spacing_tight_on_document(CheckContext *context, const Rule *rule);
void text_bold_heavy_on_document(CheckContext *context, const Rule *rule);
void text_italic_run_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void text_justified_on_document(CheckContext *context, const Rule *rule);
void text_serif_on_document(CheckContext *context, const Rule *rule);
void text_small_on_document(CheckContext *context, const Rule *rule);
void text_underline_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);

/* jargon_double_negative.c, jargon_noun_string.c, jargon_passive.c, jargon_unfamiliar.c */
void double_negative_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void noun_string_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void passive_on_document(CheckContext *context, const Rule *rule);
void unfamiliar_on_document(CheckContext *context, const Rule *rule);

/* kind_pattern.c */
void existence_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void substitution_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void occurrence_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void repetition_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);

/* kind_paper.c */
void consistency_on_document(CheckContext *context, const Rule *rule);
void conditional_on_document(CheckContext *context, const Rule *rule);
void capitalization_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void metric_on_document(CheckContext *context, const Rule *rule);
void readability_on_document(CheckContext *context, const Rule *rule);

/* spelling.c */
void spelling_on_document(CheckContext *context, const Rule *rule);

/* overload.c */
void paper_too_long_on_document(CheckContext *context, const Rule *rule);
void summary_missing_on_document(CheckContext *context, const Rule *rule);
void appendix_heavy_on_document(CheckContext *context, const Rule *rule);

/* agenda_rules.c */
void purpose_missing_on_document(CheckContext *context, const Rule *rule);
void purpose_mixed_on_document(CheckContext *context, const Rule *rule);
void tabled_or_verbal_on_document(CheckContext *context, const Rule *rule);
void item_time_thin_on_document(CheckContext *context, const Rule *rule);
void agenda_untimed_on_document(CheckContext *context, const Rule *rule);
void agenda_items_many_on_document(CheckContext *context, const Rule *rule);
void to_note_ratio_on_document(CheckContext *context, const Rule *rule);
void patient_voice_missing_on_document(CheckContext *context, const Rule *rule);
void meeting_long_no_break_on_document(CheckContext *context, const Rule *rule);
void contact_and_access_missing_on_document(CheckContext *context, const Rule *rule);
void papers_late_on_document(CheckContext *context, const Rule *rule);

/* paper_ask.c */
void ask_unclear_on_document(CheckContext *context, const Rule *rule);

/* paper_rules.c */
void summary_long_on_document(CheckContext *context, const Rule *rule);
void plain_summary_missing_on_document(CheckContext *context, const Rule *rule);
void glossary_missing_on_document(CheckContext *context, const Rule *rule);
void attachment_format_on_document(CheckContext *context, const Rule *rule);

/* minutes_rules.c */
void minutes_action_incomplete_on_document(CheckContext *context, const Rule *rule);
void story_no_action_on_document(CheckContext *context, const Rule *rule);
void minutes_speaker_balance_on_document(CheckContext *context, const Rule *rule);

/* balance.c */
void balance_on_document(CheckContext *context, const Rule *rule);

/* people_impact.c */
void patient_impact_missing_on_document(CheckContext *context, const Rule *rule);

/* reading.c */
void sentence_long_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void paragraph_long_on_prose(CheckContext *context, const Rule *rule, const Prose *prose);
void reading_age_on_document(CheckContext *context, const Rule *rule);

/* acronyms_rules.c */
void acronym_undefined_on_document(CheckContext *context, const Rule *rule);
void acronym_ambiguous_on_document(CheckContext *context, const Rule *rule);
void acronym_defined_late_on_document(CheckContext *context, const Rule *rule);

/* acronyms_use.c */
void acronym_redefined_on_document(CheckContext *context, const Rule *rule);
void acronym_unused_on_document(CheckContext *context, const Rule *rule);
void acronym_dense_on_document(CheckContext *context, const Rule *rule);

#endif
