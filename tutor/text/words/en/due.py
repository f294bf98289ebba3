SENTENCES = {
    "due.line": "{due} due · {new} new · ~{minutes} min",
    "due.nothing": "nothing due today",
}
