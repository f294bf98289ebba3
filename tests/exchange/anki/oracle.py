"""The real Anki in a process of its own: makes collections, takes packages in, and tells what it sees as JSON.

    python oracle.py make FOLDER COUNT            a collection of all kinds of notes, answered; four packages of it
    python oracle.py take FOLDER PACKAGE [OUT]    a package imported into an empty collection, exported again to OUT

It imports nothing of this project.
"""

from __future__ import annotations

import json
import re
import sys
from html import unescape
from pathlib import Path

from anki.collection import (
    AddNoteRequest,
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from anki.scheduler_pb2 import CardAnswer

DAY = 86_400
GRADES = (CardAnswer.AGAIN, CardAnswer.HARD, CardAnswer.GOOD, CardAnswer.EASY)
STYLE = "</style>"


def main() -> None:
    """Do what was asked for."""
    wish, folder, *rest = sys.argv[1:]
    found = make(Path(folder), int(rest[0])) if wish == "make" else take(Path(folder), *rest)
    json.dump(found, sys.stdout)


def take(folder: Path, package: str, out: str = "") -> dict:
    """Import a package with everything; tell what the collection holds."""
    col = Collection(str(folder / f"{Path(package).stem}-taken.anki2"))
    col.set_config("fsrs", True)
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    log = col.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options)).log
    told = seen(col)
    told["log"] = {"new": len(log.new), "conflicting": len(log.conflicting), "found": log.found_notes}
    told["problems"] = col.fix_integrity()
    if out:
        export(col, out, legacy=False)
    col.close()
    return told


def make(folder: Path, count: int) -> dict:
    """Make a collection; with `count` that many plain notes, without it a few of every kind with a past."""
    col = Collection(str(folder / "made.anki2"))
    col.set_config("fsrs", True)
    if count:
        many(col, count)
    else:
        kinds(col)
        lived(col)
    told = seen(col)
    for legacy in (True, False):
        name = "old" if legacy else "new"
        export(col, str(folder / f"{name}.apkg"), legacy=legacy)
    if not count:
        col.export_collection_package(str(folder / "new.colpkg"), include_media=True, legacy=False)
        col = Collection(str(folder / "made.anki2"))
        col.export_collection_package(str(folder / "old.colpkg"), include_media=True, legacy=True)
        return told
    col.close()
    return told


def export(col: Collection, out: str, *, legacy: bool) -> None:
    """Write everything to a package."""
    options = ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy)
    col.export_anki_package(out_path=out, options=options, limit=None)


def kinds(col: Collection) -> None:
    """Add notes of every kind."""
    chinese = col.decks.id("深度学习::激活函数")
    add(col, "Basic", chinese, ["ReLU 在 <b>x &lt; 0</b> 时的导数？", "0<br>一直是 0"], "relu 导数::左边")
    add(col, "Basic", chinese, ["σ(0) = \\(\\frac{1}{2}\\)？", "<ul><li>对</li><li>σ(0) = ½</li></ul>"])
    add(col, "Basic (and reversed card)", chinese, ["饱和", "saturation"])
    add(col, "Basic (optional reversed card)", chinese, ["front", "back", "y"])
    add(col, "Basic (type in the answer)", chinese, ["Who wrote the paper on ReLU initialisation?", "Kaiming He"])
    english = col.decks.id("English")
    add(
        col,
        "Cloze",
        english,
        ["The {{c1::sigmoid}} lies between {{c2::0::a number}} and {{c2::1}}.", "Extra <i>text</i>"],
    )
    add(col, "Cloze", english, ["ReLU is {{c1::zero::which number?}} on the left.", ""])
    add(col, "Cloze", english, ["A long one: {{c1::" + "word " * 12 + "}}.", ""])
    add(col, "Basic", english, ['<img src="curve.png"> which function?', "[sound:tanh.mp3] tanh"])
    add(col, "Basic", english, ["code", "<pre>def relu(x):\n    return max(x, 0)</pre>"])
    own_kinds(col)
    add(col, "Own", english, ["<b>derivative</b>", "slope", "σ′ = σ(1 − σ)", "", "<td>x</td>"])
    add(col, "Own", english, ["second", "", "", "only with this", ""])
    add(col, "Typed cloze", english, ["tanh is {{c1::odd}} and {{c2::bounded}}.", ""])
    hidden = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2:oi=1}}"
    add(col, "Image Occlusion", english, [hidden, '<img src="net.png">', "", "", ""])
    add(col, "Basic", english, ["suspended", "yes"])
    add(col, "Basic", english, ["buried", "yes"])
    add(col, "Basic", english, ["filtered", "yes"])
    add(col, "Basic", english, ["forgotten", "yes"])
    add(col, "Basic", english, ["older algorithm", "yes"])


def own_kinds(col: Collection) -> None:
    """Add note types of a learner's own: conditions, a hint, a table, a gap that is typed."""
    kind = col.models.new("Own")
    for name in ("Word", "Tip", "Formula", "Rare", "Row"):
        col.models.add_field(kind, col.models.new_field(name))
    one = col.models.new_template("One")
    one["qfmt"] = "{{Word}}?{{#Tip}} {{hint:Tip}}{{/Tip}}{{^Formula}} (no formula){{/Formula}}"
    one["afmt"] = (
        "{{FrontSide}}\n\n<hr id=answer>\n\n<table><tr><th>f</th><td>{{Formula}}</td>{{Row}}</tr></table>{{Tags}}"
    )
    col.models.add_template(kind, one)
    two = col.models.new_template("Two")
    two["qfmt"] = "{{#Rare}}{{Rare}}{{/Rare}}"
    two["afmt"] = "{{Word}}"
    col.models.add_template(kind, two)
    col.models.add(kind)
    gap = col.models.copy(col.models.by_name("Cloze"), add=False)
    gap["name"] = "Typed cloze"
    gap["tmpls"][0]["qfmt"] = "{{cloze:Text}}\n{{type:cloze:Text}}"
    gap["tmpls"][0]["afmt"] = "{{cloze:Text}}\n{{type:cloze:Text}}<br>{{Back Extra}}"
    col.models.add(gap)


def add(col: Collection, kind: str, deck: int, fields: list[str], tags: str = "") -> None:
    note = col.new_note(col.models.by_name(kind))
    for place, text in enumerate(fields):
        note.fields[place] = text
    note.tags = tags.split()
    col.add_note(note, deck)


def lived(col: Collection) -> None:
    """Answer some cards on several days: the days pass by moving what happened into the past."""
    chinese = col.find_cards("deck:深度学习")
    for number, card in enumerate(chinese):
        for step, grade in enumerate(((3, 3, 3), (3, 1, 3), (4,), (1, 3, 2), (2,), ())[number % 6]):
            if step:
                past(col, card, 3 + 4 * step)
            answer(col, card, GRADES[grade - 1])
    (one,) = col.find_cards("suspended")
    answer(col, one, GRADES[2])
    col.sched.suspend_cards([one])
    col.sched.bury_cards(col.find_cards("buried"))
    (one,) = col.find_cards("forgotten")
    answer(col, one, GRADES[3])
    past(col, one, 30)
    col.sched.schedule_cards_as_new([one])
    (one,) = col.find_cards("older")
    col.db.execute(
        "update cards set type = 2, queue = 2, ivl = 40, factor = 2100, reps = 7, due = ?, data = '{}' where id = ?",
        col.sched.today + 11,
        one,
    )
    filtered(col)


def filtered(col: Collection) -> None:
    """Let a filtered deck borrow a card that has an interval."""
    (one,) = col.find_cards("front:filtered")
    answer(col, one, GRADES[3])
    deck = col.sched.get_or_create_filtered_deck(deck_id=0)
    deck.config.search_terms[0].search = "front:filtered"
    deck.config.reschedule = False
    col.sched.add_or_update_filtered_deck(deck)


def answer(col: Collection, number: int, rating: int) -> None:
    """Answer one card, whatever is due."""
    card = col.get_card(number)
    states = col._backend.get_scheduling_states(number)
    card.start_timer()
    col.sched.answer_card(col.sched.build_answer(card=card, states=states, rating=rating))


def past(col: Collection, card: int, days: int) -> None:
    """Move a card's past back by some days."""
    col.db.execute("update revlog set id = id - ? where cid = ?", days * DAY * 1000, card)
    col.db.execute(
        "update cards set due = case when due > 1000000000 then due - ? else due - ? end,"
        " data = json_set(data, '$.lrt', json_extract(data, '$.lrt') - ?) where id = ?",
        days * DAY,
        days,
        days * DAY,
        card,
    )


def many(col: Collection, count: int) -> None:
    """Add many notes with a review each."""
    kind = col.models.by_name("Basic")
    notes = []
    for number in range(count):
        note = col.new_note(kind)
        note.fields = [f"Question {number}", f"answer {number}"]
        notes.append(AddNoteRequest(note, 1))
    col.add_notes(notes)
    now = int(col.db.scalar("select max(id) from cards"))
    col.db.execute(
        "update cards set type = 2, queue = 2, reps = 1, factor = 2500, ivl = 3 + id % 100, due = ? + id % 97,"
        """ data = '{"s":' || (3 + id % 50) || '.25,"d":' || (2 + id % 7) || '.5,"dr":0.9,"decay":0.154}'""",
        col.sched.today,
    )
    col.db.execute(
        "insert into revlog select ? - 5 * 86400000 - (? - id), id, -1, 3, 3 + id % 100, 0, 300, 4000, 0 from cards",
        now,
        now,
    )


def seen(col: Collection) -> dict:
    """Tell what a learner of Anki has: cards with texts, due days from today on, memories; answers."""
    rows = col.db.all("select id, type, queue, due, odue, odid, did, ivl, reps, lapses from cards order by id")
    cards = [card_seen(col, row) for row in rows]
    log = col.db.all("select id, cid, ease, ivl, lastIvl, factor, time, type from revlog order by id")
    decks = [deck.name for deck in col.decks.all_names_and_ids()]
    return {"cards": cards, "log_rows": log, "decks": decks, "notes": col.note_count()}


def card_seen(col: Collection, row: list) -> dict:
    number, kind, queue, due, odue, odid, did, ivl, reps, lapses = row
    card = col.get_card(number)
    day = odue if odid and odue else due
    left = None if kind == 0 else (day - col.sched.today if day < 10**9 else 0)
    memory = card.memory_state
    few = col.card_count() <= 2000
    guess = col.compute_memory_state(number) if kind == 2 and memory is None else None
    return {
        "id": number,
        "guid": card.note().guid,
        "ord": card.ord,
        "first": shown(card.note().fields[0]),
        "tags": card.note().tags,
        "kind": card.note_type()["name"] if few else "",
        "question": shown(card.question()) if few else "",
        "answer": shown(card.answer()) if few else "",
        "deck": col.decks.name(odid or did) if few else "",
        "type": kind,
        "queue": queue,
        "left": left,
        "ivl": ivl,
        "reps": reps,
        "lapses": lapses,
        "s": memory.stability if memory else None,
        "d": memory.difficulty if memory else None,
        "guess": [guess.stability, guess.difficulty] if guess else None,
    }


def shown(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html.partition(STYLE)[2] or html)).replace("\xa0", " ")


if __name__ == "__main__":
    main()
