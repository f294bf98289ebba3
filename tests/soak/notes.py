"""A hundred thousand notes: found, left alone while nothing changes, followed through a day, written where due.

What every file holds is known beforehand; after everything each of them must hold that and nothing else.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from tutor.cli.desk import READERS, fingerprint
from tutor.cli.note_scan import scan
from tutor.cli.notes_now import notes_now
from tutor.cli.notes_sync import planned, write
from tutor.events import Fact
from tutor.exchange.notes.front_matter import read
from tutor.exchange.notes.writing import FRESH
from tutor.store.journal import Journal
from tutor.store.notes import Notes

TODAY = 740_000
FOLDER = 1000  # notes in one folder
SOME = 100  # notes that change in each way
HEADS = (
    "",
    "---\ncreated: '2025-10-19'\nlast_reviewed: null\nreview_count: 0\ntags:\n- 深度学习\n---\n",
    "\ufeff---\r\ncreated: 2025-10-19  # 备注\r\nmastery_level:\r\n---\r\n",
    "---\n{review_count: 3, tags: [a, b]}\n...\n",
    "---\nbroken: [\n---\n",
)
ASKS = (
    "### Q: 第 {n} 个问题是什么？\n\n是 {n}。\n",
    "问：{n} 号函数的导数？\n答：{n} 倍。\n",
    "**Q1: What is {n}?**\n\nIt is {n}.\n",
    "只有正文的第 {n} 篇。\n",
)

WHOLE = "只有正文".encode()  # a note that asks for itself, until it gets a question
ADDED = "\n### Q: 后来添上的问题？\n\n是的。\n".encode()


@dataclass
class Outcome:
    """Seconds by what was done, what went wrong, and how often somebody died with half of the notes written."""

    seconds: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    half: int = 0


ROOT = Path(__file__).parents[2]


class World:
    """A folder of notes whose bytes are known, a register and a journal."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder / "notes"
        self.chance = Random(seed)
        self.files: dict[Path, bytes] = {}
        self.notes = Notes(folder / "notes.sqlite3", fingerprint(READERS))
        ids = iter(range(10**9))
        self.journal = Journal(
            folder / "journal.sqlite3", "here", lambda: 1_800_000_000_000_000, lambda: f"{next(ids):032x}"
        )
        self.notes.add_root(str(self.folder))
        self.outcome = Outcome()

    def put(self, path: Path, source: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source)
        self.files[path] = source

    def make(self, number: int) -> Path:
        """Write note `number`, of one of several kinds."""
        head, ask = self.chance.choice(HEADS), self.chance.choice(ASKS)
        path = self.folder / f"{number // FOLDER}" / f"笔记 {number}.md"
        self.put(path, f"{head}# 标题 {number}\n\n{ask.format(n=number)}".encode())
        return path

    def scanned(self, name: str, **wanted: int) -> None:
        """Scan, take the time, and compare what was found."""
        begun = time.perf_counter()
        found = scan(self.notes, self.journal, TODAY)
        self.outcome.seconds[name] = time.perf_counter() - begun
        told = {"new": found.new, "changed": found.changed, "gone": found.gone, "moved": len(found.former)}
        if told != {"new": 0, "changed": 0, "gone": 0, "moved": 0} | wanted:
            self.outcome.faults.append(f"{name}: {told} instead of {wanted}")

    def intact(self, name: str) -> None:
        """Check that every file holds what it should, and that there is no other."""
        there = {path for path in self.folder.rglob("*") if path.is_file()}
        if there != set(self.files):
            self.outcome.faults.append(f"{name}: {len(there ^ set(self.files))} files too many or too few")
        changed = [path.name for path, source in self.files.items() if path in there and path.read_bytes() != source]
        if changed:
            self.outcome.faults.append(f"{name}: {len(changed)} notes changed, such as {changed[0]}")


def follow(folder: Path, count: int, seed: int) -> Outcome:
    """Go through everything with `count` notes."""
    world = World(folder, seed)
    numbers = list(range(count))
    paths = {number: world.make(number) for number in numbers}
    world.scanned("first", new=count)
    world.scanned("again")
    cards = {one.known.path: one.cards for one in notes_now(world.notes, world.journal)}
    world.chance.shuffle(numbers)
    edited, moved, removed, answered = (numbers[start : start + SOME] for start in range(0, 4 * SOME, SOME))
    for number in edited:
        world.put(paths[number], world.files[paths[number]] + ADDED)
    for number in moved:
        new = world.folder / "moved" / f"{number} 改名.md"
        world.put(new, world.files.pop(paths[number]))
        paths[number].unlink()
        cards[str(new)] = cards.pop(str(paths[number]))
    for number in removed:
        paths[number].unlink()
        del world.files[paths[number]]
    for number in range(count, count + SOME):
        world.make(number)
    world.scanned("day", new=SOME, changed=2 * SOME, gone=SOME, moved=SOME)
    _same_cards(world, cards, [paths[number] for number in removed])
    _written(world, [paths[number] for number in answered], cards)
    world.intact("end")
    world.notes.close()
    world.journal.close()
    return world.outcome


def _same_cards(world: World, cards: dict[str, tuple[str, ...]], removed: list[Path]) -> None:
    """Check that every note that was there kept the cards of its questions; what asked for itself may ask no more."""
    now = {one.known.path: one.cards for one in notes_now(world.notes, world.journal)}
    gone = {str(path) for path in removed}
    gone |= {str(path) for path, source in world.files.items() if WHOLE in source and ADDED in source}
    lost = [path for path, own in cards.items() if path not in gone and now.get(path, ())[: len(own)] != own]
    if lost:
        world.outcome.faults.append(f"cards of {len(lost)} notes changed, such as {lost[0]}")


def _written(world: World, answered: list[Path], cards: dict[str, tuple[str, ...]]) -> None:
    """Answer one card of some notes; those that can be written must say so, and no other note may change."""
    for path in answered:
        world.journal.record(Fact("answered", cards[str(path)][0], {"grade": 3, "due": TODAY + 3}), TODAY)
    begun = time.perf_counter()
    plan = planned(notes_now(world.notes, world.journal), world.journal)
    world.outcome.seconds["plan"] = time.perf_counter() - begun
    broken = {str(path) for path in answered if b"broken: [" in world.files[path]}
    if {change.path for change in plan.changes} | set(plan.refused) != {str(path) for path in answered}:
        world.outcome.faults.append("others than the answered notes are to be written")
    if set(plan.refused) != broken:
        world.outcome.faults.append("others than the broken notes are refused")
    write(plan, world.notes)
    for path in answered:
        if str(path) not in broken:
            _says_so(world, path)
    world.scanned("written")
    if planned(notes_now(world.notes, world.journal), world.journal).changes:
        world.outcome.faults.append("a second sync changes something")


def _says_so(world: World, path: Path) -> None:
    source = path.read_bytes()
    fields = read(source).written
    told = (fields.last_reviewed, fields.next_review, fields.difficulty)
    body = world.files[path].rpartition("# 标题".encode())[2]
    if told != (TODAY, TODAY + 3, "medium") or not source.endswith(body):
        world.outcome.faults.append(f"{path.name} says {told}")
    world.files[path] = source


def killed(folder: Path, kills: int, seed: int) -> Outcome:
    """Kill `tutor notes sync` at random moments: every note holds what it held or what it should, and nothing else."""
    home = folder / "home"
    home.mkdir()
    world = World(home, seed)
    for number in range(200):
        world.make(number)
    world.scanned("first", new=200)
    faults = world.outcome.faults
    for turn in range(kills):
        day = TODAY + turn
        for one in notes_now(world.notes, world.journal):
            world.journal.record(Fact("answered", one.cards[0], {"grade": 3, "due": day + 3}), day)
        plan = planned(notes_now(world.notes, world.journal), world.journal)
        wanted = {Path(change.path): change.after for change in plan.changes}
        _kill_sync(world, day, [*wanted][:20])
        now = {path: path.read_bytes() for path in world.files}
        world.outcome.half += 0 < sum(now[path] == source for path, source in wanted.items()) < len(wanted)
        torn = [path.name for path, source in now.items() if source not in (world.files[path], wanted.get(path))]
        faults += [f"turn {turn}: {len(torn)} notes hold something else, such as {torn[0]}"] if torn else []
        write(planned(notes_now(world.notes, world.journal), world.journal), world.notes)
        world.files |= wanted
        left = [path.name for path in world.folder.rglob(".*") if not FRESH.fullmatch(path.name)]
        faults += [f"turn {turn}: {left} was left behind"] if left else []
    world.intact("end")
    world.notes.close()
    world.journal.close()
    return world.outcome


def _kill_sync(world: World, day: int, first: list[Path]) -> None:
    """Begin to write all notes on study day `day` and kill the process soon after one of the `first` was written."""
    command = [sys.executable, "-m", "tutor", "--home", str(world.folder.parent), "notes", "sync", "--yes"]
    environ = {**os.environ, "TUTOR_NOW": f"{date.fromordinal(day)}T12:00+00:00"}
    process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and all(path.read_bytes() == world.files[path] for path in first):
        pass
    try:
        process.wait(world.chance.uniform(0, 0.1))
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
