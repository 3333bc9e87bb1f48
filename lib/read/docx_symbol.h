/* Symbol: the characters that fonts of signs (Symbol, Wingdings) show in place of
 * letters. */
#ifndef PLAINPAPER_READ_DOCX_SYMBOL_H
#define PLAINPAPER_READ_DOCX_SYMBOL_H

#include "base/str.h"

#include <stdint.h>

/* What character C of FONT shows: "β" for 0x62 of Symbol, whether C is given as such or
 * in the private area (0xF062), where Word keeps it. U+FFFC for what is there but cannot
 * be read; C itself where FONT is no font of signs. */
uint32_t symbol_sign(Str font, uint32_t c);

#endif
