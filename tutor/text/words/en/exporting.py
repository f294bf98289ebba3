SENTENCES = {
    "exporting.nothing": "What is to be exported? tutor export --anki FILE, --csv FILE, --hashcards FILE, --revlog FILE, --all FILE, or --recap LESSON.",
    "exporting.one": "One format at a time, please.",
    "exporting.no_filter": "This export cannot be narrowed down: --part, --lesson, --tag and --started go with --anki, --csv, --hashcards and --revlog.",
    "exporting.no_cards": "No card fits; nothing was written.",
    "exporting.needs_file": "A package for Anki needs a file: tutor export --anki cards.apkg",
    "exporting.folder": "{file} is a folder; name a file in it.",
    "exporting.exists": "{file} is there already; add --force to replace it, or choose another name.",
    "exporting.not_saved": "{file} cannot be written: {why}",
    "exporting.saved_anki": "Written to {file}: cards {cards}, answers {answers}. Open it with Anki.",
    "exporting.saved_csv": "Written to {file}: cards {cards}.",
    "exporting.saved_hashcards": "Written to {file}: cards {cards}.",
    "exporting.saved_revlog": "Written to {file}: answers {answers}.",
    "exporting.saved_all": "Written to {file}: everything, with {events} events of your history. tutor import brings it back.",
    "exporting.front": "Front",  # as Anki calls the fields of its basic note type
    "exporting.back": "Back",
    "exporting.by_sight": "Left out, cards that mean little without their curves: {n}.",
}
