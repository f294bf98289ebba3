SENTENCES = {
    "doctor.damaged": "The journal {path} is damaged: {why}. It was left untouched. tutor restore lists the backups; when one is restored, the damaged file is kept as it is.",
    "doctor.counted": "The journal holds {events:event|events} about {cards:card|cards}.",
    "doctor.differences": "{n:card|cards} where cache and journal disagree: {ids}",
    "doctor.future": "{n:event comes|events come} from the future (a clock may have been wrong): {ids}",
    "doctor.unknown": "{n:event is|events are} of an unknown kind (perhaps of a newer version): {ids}",
    "doctor.broken": "{n:event|events} cannot be read: {ids}",
    "doctor.deck": "Line {line} of the imported deck {deck} cannot be read ({why}); its card is left out. Import the deck again.",
    "doctor.more_lines": "… and {n:more line|more lines} of decks.",
    "doctor.agree": "The caches agree with the journal.",
    "doctor.healthy": "All is well: the caches agree with the journal.",
    "doctor.rebuild": "tutor doctor --rebuild makes the caches anew from the journal, which holds all your answers.",
}
