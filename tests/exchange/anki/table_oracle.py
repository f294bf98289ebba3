"""The real Anki in a process of its own: a table imported into an empty collection, told as JSON.

    python table_oracle.py FOLDER TABLE

It imports nothing of this project.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from anki.collection import Collection, ImportCsvRequest


def main() -> None:
    """Import the table as Anki proposes; tell each note with its deck and its tags."""
    folder, table = sys.argv[1:]
    col = Collection(str(Path(folder) / "table.anki2"))
    col.import_csv(ImportCsvRequest(path=table, metadata=col.get_csv_metadata(table, None)))
    notes = [col.get_note(note) for note in col.find_notes("")]
    decks = [col.decks.name(note.cards()[0].did) for note in notes]
    json.dump([[note.fields, deck, note.tags] for note, deck in zip(notes, decks, strict=True)], sys.stdout)
    col.close()


if __name__ == "__main__":
    main()
