SENTENCES = {
    "why.card": "card {card}",
    "why.reason_due": "It is due today.",
    "why.reason_new": "It is new; in the order of the course it is its turn.",
    "why.reason_again": "You missed it a moment ago, so it comes once more.",
    "why.reason_cram": "You are cramming; the schedule stays as it is.",
    "why.reason_undone": "You have just taken back your answer.",
    "why.never": "You have never answered it, so there is no memory to predict.",
    "why.memory": "Last answered {ago} ago; stability {stability}; I expect you to recall it with {recall} chance now.",
    "why.counts": "Rated {reviews} times, forgotten {lapses} times.",
    "why.practice": "It was rated today: another answer is practice.",
    "why.grade": "“{grade}”: back in {interval}, stability becomes {stability} days.",
    "why.source": "Source: {text}",
}
