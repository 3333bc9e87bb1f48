# The example of a header's opening comment, as a program: the lines indented
# by four blanks, up to the one that holds only a closing brace.
/^ \*     / { sub(/^ \*     /, ""); print; if ($0 == "}") exit; next }
/^ \*$/     { print "" }
