SENTENCES = {
    "summary.rise": "{title}: mastery {before} → {after}",
    "summary.done": "Done for today; tomorrow about {n:card|cards}, ~{minutes} min.",
    "summary.left": "Everything is kept, come back any time; tomorrow about {n:card|cards}, ~{minutes} min.",
    "summary.time": "Time is up, everything is kept; tomorrow about {n:card|cards}, ~{minutes} min.",
    "summary.nothing_due": "Nothing is waiting right now.",
    "summary.nothing_done": "Nothing was answered, nothing has changed.",
    "summary.tomorrow": "Tomorrow about {n:card|cards}, ~{minutes} min.",
    "summary.line": "Cards rated: {n}, right at first sight: {right}, minutes: {minutes}.",
    "summary.more": "This session is done; {left} more wait today. Tomorrow about {n:card|cards}, ~{minutes} min.",
    "summary.practice": "Practice answers: {n}.",
}
