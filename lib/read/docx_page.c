#include "read/docx_tree.h"

void tree_place(Tree *tree, Node *block)
{
    if (tree->is_counting_pages && !block->page)
        block->page = (uint16_t)(tree->page < UINT16_MAX ? tree->page : UINT16_MAX);
}

void tree_fill(Tree *tree, Node *block)
{
    tree_place(tree, block);
    tree->is_page_fresh = tree->is_section_fresh = false;
}

static void break_page(Tree *tree)
{
    tree->page++;
    tree->is_page_fresh = true;
    if (tree->is_section_fresh)
        tree->has_section_break = true;
}

void tree_rendered_break(Tree *tree)
{
    if (!tree->is_counting_pages)
        return;
    /* Word records a break after one that the author put in as well. */
    tree->has_rendered_break = true;
    if (!tree->is_page_fresh)
        break_page(tree);
}

void tree_hard_break(Tree *tree)
{
    if (tree->frames.len && tree_frame(tree)->in_paragraph) {
        tree_flush(tree);
        tree_frame(tree)->paragraph.has_break = true; /* it parts words */
    }
    if (tree->is_counting_pages)
        break_page(tree);
}

void tree_break_before(Tree *tree)
{
    if (tree->is_counting_pages && !tree->is_page_fresh)
        break_page(tree);
}

/* A section says only at its end how it began; what stood in it was counted
 * as if it went on with the page before. */
void tree_section_end(Tree *tree, bool is_on_new_page)
{
    if (!tree->is_counting_pages)
        return;
    if (tree->n_sections && is_on_new_page && !tree->has_section_break) {
        tree->page++;
        for (size_t i = 0; i < tree->section_blocks.len; i++) {
            Node *block = tree->section_blocks.items[i];
            if (block->page && block->page < UINT16_MAX)
                block->page++;
        }
    }
    tree->n_sections++;
    tree->section_blocks.len = 0;
    tree->has_section_break = false;
    tree->is_section_fresh = true;
}

static void forget_pages(Document *document)
{
    NodeIter iter = node_iter(document->root);
    while (node_iter_next(&iter))
        if (iter.event == NODE_ENTER)
            ((Node *)iter.node)->page = 0;
}

void tree_finish_pages(Tree *tree)
{
    /* More than the smallest print puts on a page: programs other than Word
     * leave in whatever number their template had. */
    enum { PAGE_CHARACTERS_MAX = 10000 };
    Document *document = tree->document;
    if (tree->has_rendered_break)
        return;
    if (tree->n_characters / PAGE_CHARACTERS_MAX > document->pages)
        document->pages = 0;
    if (document->pages != tree->page)
        forget_pages(document);
}
