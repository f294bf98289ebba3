"""The little language in which cards are looked for: `tag:gradients part:2 (due | leech) mastery<0.5 -sigmoid`.

    query   = all {"|" all}                    one of them
    all     = term {term}                      every one of them
    term    = ["-"] ("(" query ")" | test)     "-": not
    test    = phrase                           "in quotes": this very text, in the question, the id or the fact
            | field ":" value {"," value}      id tag part lesson kind mistake
            | number sign value                mastery lapses stability difficulty recall reviews due seen, < <= = >= >
            | state                            due new leech suspended buried young mature
            | word                             any other word is text

Chinese names mean the same (`标签:`, `掌握度<0.5`, `到期`), and so does full-width punctuation.
"""

from tutor.reports.query.parse import parse
from tutor.reports.query.tree import All, Any, Compare, Field, Not, Query, State, Words

__all__ = ["All", "Any", "Compare", "Field", "Not", "Query", "State", "Words", "parse"]
