"""`tutor`: today at a glance, and one key to start."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from tutor.cli.desk import open_desk
from tutor.cli.glance import glance
from tutor.text.words import say

if TYPE_CHECKING:
    from tutor.cli.environment import Environment
    from tutor.reports.today import Today
    from tutor.syllabus.model import Prose
    from tutor.text import Text


def today(environment: Environment, *, as_json: bool = False) -> None:
    """Show today; on a terminal enter starts what is recommended, c the next lesson."""
    if not as_json:
        ready = _welcomed(environment)
        if ready is None:
            return
        environment = ready
    with open_desk(environment) as desk:
        shown = glance(desk)
        if desk.library.has_problems():
            print(say("today.problems", environment.language), file=sys.stderr)
        if as_json:
            print(_json(shown))
            return
        if environment.plain:
            from tutor.ui.plain_today import lines

            print("\n".join(lines(shown, environment.language)))
            return
    pressed = _printed(environment, shown)
    if pressed == "review":
        from tutor.cli.plan import Wanted
        from tutor.cli.review import run

        run(environment, Wanted())
    elif pressed == "question" and shown.question:
        from tutor.cli import quiz
        from tutor.cli.quiz_plan import Wish

        quiz.run(environment, Wish(n=1, function=shown.question.function, seed=shown.question.seed), 1)
    elif pressed == "lesson" and shown.next:
        from tutor.cli.outline import learn

        learn(environment, shown.next.lesson.id, as_json=False)


def _printed(environment: Environment, shown: Today) -> str:
    """Show today; return what the learner started: "review", "question", "lesson", or nothing."""
    from shutil import get_terminal_size

    from tutor.cli.printed import emit
    from tutor.ui.screens import today as screen

    columns, rows = get_terminal_size()
    emoji = environment.config.emoji
    emit(screen.lines(shown, environment.language, columns, rows, keys=True, emoji=emoji), environment)
    if not shown.recommended:
        return ""
    from tutor.ui.press import pressed

    key = pressed()
    return {"start": shown.recommended, "lesson": "lesson"}.get(key, "")


def _welcomed(environment: Environment) -> Environment | None:
    """Welcome a new learner on a full screen; return the environment to go on with, None when done for now."""
    if environment.plain or (environment.pretending and not environment.explicit_home):
        return environment
    from tutor.cli.welcome import welcome

    with open_desk(environment) as desk:
        greeted = welcome(desk)
    return None if greeted is None else greeted.environment


def _json(shown: Today) -> str:
    from json import dumps

    return dumps(_values(shown), ensure_ascii=False, indent=2)


def _values(shown: Today) -> dict[str, Any]:
    """Return today as `--json` prints it."""
    following, thought, asked = shown.next, shown.idea, shown.question
    return {
        "day": date.fromordinal(shown.day).isoformat(),
        "due": shown.due,
        "new": shown.new,
        "waiting": shown.waiting,
        "minutes": shown.minutes,
        "minutes_between": list(shown.between) if shown.between else None,
        "pace": {"answers": shown.pace.answers, "sessions": shown.pace.sessions},
        "answered_today": shown.answered_today,
        "parts": [
            {
                "number": part.number,
                "title": _both(part.title),
                "mastery": part.mastery,
                "cards": part.cards,
                "met": part.met,
            }
            for part in shown.parts
        ],
        "studied": list(shown.studied),
        "recall": shown.recall,
        "met": shown.met,
        "weakest": [
            {"lesson": one.lesson, "title": _both(one.title), "mastery": round(one.mastery, 2), "answers": one.answers}
            for one in shown.weakest
        ],
        "recommended": shown.recommended,
        "next": None if following is None else {"lesson": following.lesson.id, "why": following.reason},
        "idea": None if thought is None else {"kind": thought.kind, "lesson": thought.lesson, **_prose(thought.prose)},
        "question": None if asked is None else {"function": asked.function, "seed": asked.seed, "done": asked.done},
        "all_met": shown.all_met,
        "others": list(shown.others),
    }


def _both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _prose(prose: Prose) -> dict[str, str]:
    from tutor.questions.template import fill

    return _both(fill(prose.wording, {}))
