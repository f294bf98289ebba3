SENTENCES = {
    "doctor.damaged": "The journal {path} is damaged: {why}. It was left untouched. tutor restore lists the backups; when one is restored, the damaged file is kept as it is.",
    "doctor.counted": "The journal holds {events} events about {cards} cards.",
    "doctor.differences": "{n} cards where cache and journal disagree: {ids}",
    "doctor.future": "{n} events come from the future (a clock may have been wrong): {ids}",
    "doctor.unknown": "{n} events are of an unknown kind (perhaps of a newer version): {ids}",
    "doctor.broken": "{n} events cannot be read: {ids}",
    "doctor.deck": "Line {line} of the imported deck {deck} cannot be read ({why}); its card is left out. Import the deck again.",
    "doctor.more_lines": "… and {n} more lines of decks.",
    "doctor.healthy": "All is well: the caches agree with the journal.",
    "doctor.rebuild": "tutor doctor --rebuild makes the caches anew from the journal, which holds all your answers.",
}
