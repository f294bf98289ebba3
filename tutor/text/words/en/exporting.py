SENTENCES = {
    "exporting.nothing": "Say what to export: tutor export --anki FILE, --csv FILE, --hashcards FILE, --revlog FILE, --all FILE, or --recap LESSON.",
    "exporting.one": "One format at a time, please.",
    "exporting.no_filter": "This export cannot be narrowed down: --part, --lesson, --tag and --started go with --anki, --csv, --hashcards and --revlog.",
    "exporting.no_cards": "No card matches; nothing was written.",
    "exporting.needs_file": "A package for Anki needs a file: tutor export --anki cards.apkg",
    "exporting.folder": "{file} is a folder; name a file in it.",
    "exporting.exists": "{file} exists already. Add --force to replace it, or choose another name.",
    "exporting.not_saved": "{file} cannot be written: {why}.",
    "exporting.saved_anki": "Wrote {cards:card|cards} and {answers:answer|answers} to {file}. Open it with Anki.",
    "exporting.saved_csv": "Wrote {cards:card|cards} to {file}.",
    "exporting.saved_hashcards": "Wrote {cards:card|cards} to {file}.",
    "exporting.saved_revlog": "Wrote {answers:answer|answers} to {file}.",
    "exporting.saved_all": "Wrote everything to {file}: settings, decks and {events:event|events} of your history. tutor import brings it back.",
    "exporting.front": "Front",  # as Anki calls the fields of its basic note type
    "exporting.back": "Back",
    "exporting.by_sight": "Left out {n:card that means|cards that mean} little without the curves.",
}
