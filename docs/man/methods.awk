# Writes the man page plimsoll-methods(7) from docs/methods.md, which alone holds the text:
#
#     awk -f methods.awk plimsoll.1 ../methods.md >plimsoll-methods.7
#
# plimsoll.1 lends its date. Knows what that document uses of Markdown: headings, paragraphs, lists,
# tables, **strong**, *emphasis* and `code`. A row of a table becomes an item: its first cell the
# tag, each other cell a line behind the title of its column.
# SPDX-License-Identifier: Apache-2.0

# Text as roff shows it, without the marks of Markdown.
function plain(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/'/, "\\(aq", text)
    gsub(/~/, "\\(ti", text)
    gsub(/\^/, "\\(ha", text)
    return text
}

# @p text with what stands between @p mark in font @p font.
function in_font(text, mark, font,    out, at, close_at, inner) {
    out = ""
    while ((at = index(text, mark)) > 0) {
        inner = substr(text, at + length(mark))
        close_at = index(inner, mark)
        if (close_at < 2) {
            break
        }
        out = out substr(text, 1, at - 1) "\\f" font substr(inner, 1, close_at - 1) "\\fR"
        text = substr(inner, close_at + length(mark))
    }
    return out text
}

function marked(text,    parts, count, i, out) {
    count = split(text, parts, "`")
    out = ""
    for (i = 1; i <= count; ++i) {
        if (i % 2 == 1) {
            out = out in_font(in_font(plain(parts[i]), "**", "B"), "*", "I")
        } else {
            out = out "\\fB" plain(parts[i]) "\\fR"
        }
    }
    return out
}

# Prints text in lines of at most 100 characters, a sentence beginning on a line of its own, as roff
# wants it; no line may begin like a request.
function put(text,    words, count, i, line, ended) {
    count = split(text, words, " ")
    line = ""
    for (i = 1; i <= count; ++i) {
        ended = i > 1 && words[i - 1] ~ /[.!?]\)?$/ && words[i] ~ /^(\\f[BI])?[A-Z]/
        if (line != "" && (ended || length(line) + length(words[i]) >= 100)) {
            print line
            line = ""
        }
        if (line == "" && words[i] ~ /^[.]/) {
            words[i] = "\\&" words[i]
        }
        line = line (line == "" ? "" : " ") words[i]
    }
    if (line != "") {
        print line
    }
}

# What was gathered of a paragraph or of a point.
function flush() {
    if (text == "") {
        return
    }
    if (kind == "point") {
        if (!in_list) {
            print ".Bl -bullet"
            in_list = 1
        }
        print ".It"
    } else {
        end_list()
        if (!fresh) {
            print ".Pp"
        }
    }
    put(marked(text))
    fresh = 0
    text = ""
}

function end_list() {
    if (in_list) {
        print ".El"
        in_list = 0
    }
}

function end_table() {
    if (in_table) {
        print ".El"
        in_table = 0
    }
}

function cells_of(line, cells,    count, i) {
    sub(/^\| */, "", line)
    sub(/ *\|$/, "", line)
    count = split(line, cells, / *\| */)
    return count
}

function tag(text) {
    gsub(/"/, "\\(dq", text)
    return "\"\\&" text "\""
}

FNR == NR {
    if (/^\.Dd/) {
        print ".\\\" Written by docs/man/methods.awk from docs/methods.md; do not edit."
        print
        print ".Dt PLIMSOLL-METHODS 7"
        print ".Os"
        print ".Sh NAME"
        print ".Nm plimsoll-methods"
        print ".Nd formulas, constants, sources and evidence of plimsoll, and what is not claimed"
        print ".Sh DESCRIPTION"
        fresh = 1
    }
    next
}

/^# / { next }

/^##+ / {
    flush()
    end_list()
    end_table()
    request = /^## / ? ".Sh " : ".Ss "
    sub(/^#+ /, "")
    print request tag(request == ".Sh " ? toupper(plain($0)) : plain($0))
    fresh = 1
    next
}

/^\|[ :|-]+$/ { next } # the rule below a table's head

/^\|/ {
    flush()
    end_list()
    if (!in_table) {
        titles = cells_of($0, title)
        print ".Bl -tag -width Ds"
        in_table = 1
        fresh = 0
        next
    }
    count = cells_of($0, cell)
    print ".It Sy " tag(marked(cell[1]))
    print ".Bl -item -compact"
    for (i = 2; i <= count; ++i) {
        if (cell[i] != "") {
            print ".It"
            put("\\fI" marked(title[i]) "\\fR: " marked(cell[i]))
        }
    }
    print ".El"
    next
}

/^ *$/ {
    flush()
    end_table()
    next
}

/^- / {
    flush()
    end_table()
    kind = "point"
    text = substr($0, 3)
    next
}

{
    if (text == "") {
        end_table()
        kind = "paragraph"
    }
    sub(/^ +/, "")
    text = text (text == "" ? "" : " ") $0
}

END {
    flush()
    end_list()
    end_table()
    print ".Sh SEE ALSO"
    print ".Xr plimsoll 1"
}
