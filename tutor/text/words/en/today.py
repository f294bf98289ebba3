SENTENCES = {
    "today.date": "Today {day}",
    "today.backlog": "{n} cards wait in all; no hurry, those you are about to forget come first.",
    "today.part": "Part {number} {title}: mastery {mastery}, {met} of {cards} met",
    "today.studied": "studied on {n} of the last {days} days",
    "today.recall": "of the {met} cards met, you would recall about {n} now",
    "today.next_review": "Start: tutor review",
    "today.next_tomorrow": "Nothing is left for today. See you tomorrow.",
    "today.problems": "some of the course could not be used; tutor check tells where",
}
