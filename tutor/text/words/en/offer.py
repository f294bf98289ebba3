SENTENCES = {
    "offer.first": "A lesson first, or straight to the review?",
    "offer.then": "Cards to review afterwards: {cards}, about {minutes} min.",
    "offer.do_lesson": "take the lesson",
    "offer.do_review": "just review (not asked again today)",
}
