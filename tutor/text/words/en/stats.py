SENTENCES = {
    "stats.mistakes": "What got mixed up",
    "stats.times": "{n:time|times}",
    "stats.ago": "{ago} ago",
    "stats.today": "today",
    "stats.yesterday": "yesterday",
    "stats.more_cards": "and {n} more",
    "stats.once_only": "Mixed up once so far: {n}. Only what happens again is listed.",
    "stats.none": "Nothing has been mixed up twice yet.",
    "stats.none_why": "When an answer goes wrong, the tutor remembers which mistake it was; the same mistake twice, and it stands here with what clears it up.",
    "stats.mistake_line": "{name}: {n} times, last {ago}. Cards: {cards}.",
    "stats.comma": ", ",
}
