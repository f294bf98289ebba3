"""The one row that describes a collection: its settings, decks, note types and the options of decks, as JSON.

More keys than today's Anki asks for: older ones fail without them.
"""

from __future__ import annotations

from typing import Any

from tutor.exchange.anki import ours
from tutor.exchange.anki.revlog import DAY_MS, UNIX_DAY

BEGINNING = 4  # the hour at which Anki's days begin
OPTIONS = 1_764_000_000_100  # the id of our deck options
NEW_A_DAY, REVIEWS_A_DAY = 8, 200
CONF: dict[str, Any] = {
    "schedVer": 2,
    "fsrs": True,
    "rollover": BEGINNING,
    "curDeck": 1,
    "activeDecks": [1],
    "curModel": ours.FLASH.id,
    "sortType": "noteFld",
    "sortBackwards": False,
    "collapseTime": 1200,
    "timeLim": 0,
    "nextPos": 1,
    "newSpread": 0,
    "newBury": True,
    "dueCounts": True,
    "estTimes": True,
    "addToCur": True,
}
NEW: dict[str, Any] = {
    "perDay": NEW_A_DAY,
    "delays": [10],
    "ints": [1, 4, 7],
    "initialFactor": 2500,
    "order": 1,
    "bury": True,
    "separate": True,
}
REVIEWS: dict[str, Any] = {
    "perDay": REVIEWS_A_DAY,
    "maxIvl": 36_500,
    "ivlFct": 1,
    "ease4": 1.3,
    "hardFactor": 1.2,
    "bury": True,
    "fuzz": 0.05,
    "minSpace": 1,
}
LAPSES = {"delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0}


def col(decks: dict[str, Any], begin: int, now: int, east: int) -> tuple[object, ...]:
    """Return the columns of the row.

    `begin` is the study day that counts as 0, `now` in milliseconds, `east` the minutes of the time zone east of UTC.
    """
    import json

    began = (begin - UNIX_DAY) * (DAY_MS // 1000) + BEGINNING * 3600 - east * 60
    options = {"1": _options(1, "Default"), str(OPTIONS): _options(OPTIONS, "Activation Tutor")}
    values = (CONF | {"creationOffset": -east}, ours.models(now // 1000), decks, options)
    return (began, now, now, *(json.dumps(one, ensure_ascii=False) for one in values))


def deck(number: int, name: str, now: int, options: int = OPTIONS) -> dict[str, Any]:
    """Return a deck changed at the second `now`."""
    nothing: dict[str, Any] = {f"{kind}Today": [0, 0] for kind in ("new", "rev", "lrn", "time")}
    looks = {"collapsed": False, "browserCollapsed": False, "dyn": 0, "extendNew": 0, "extendRev": 0, "desc": ""}
    return {"id": number, "name": name, "mod": now, "usn": -1, "conf": options, **looks, **nothing}


def _options(number: int, name: str) -> dict[str, Any]:
    """Return the options of decks; FSRS with its own weights asks for none."""
    known = {"id": number, "name": name, "mod": 0, "usn": -1, "maxTaken": 60, "autoplay": True, "timer": 0}
    parts = {"new": NEW, "rev": REVIEWS, "lapse": LAPSES}
    return {**known, **parts, "replayq": True, "dyn": False, "desiredRetention": 0.9}
