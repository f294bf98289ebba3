"""Where to begin a ladder, and how deep a climb went: the ladder itself, its rungs from the top down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.questions.model import Flash
from tutor.questions.showing import draw
from tutor.sessions.model import Asking
from tutor.text import Text
from tutor.ui.interview.scene import last_heard
from tutor.ui.lines import Line, Span, clean, cut, line, measure, paragraph, spaced
from tutor.ui.screens.question import Body, labelled

if TYPE_CHECKING:
    from tutor.questions.model import Card, Wording
    from tutor.questions.showing import Showing
    from tutor.sessions.interview_model import Choosing, Heard, Interview, Landing
    from tutor.ui.interview.scene import InterviewScene
    from tutor.ui.theme import Role

PASSED, BROKEN, UNSEEN = "╠══╣", "╟╌╌╢", "╟──╢"


def choosing(scene: InterviewScene, phase: Choosing) -> Body:
    """Return the two places to begin at, each with what speaks for it."""
    ladder = phase.ladder
    above = ladder.number(ladder.above(phase.depth) or 0)
    head = [
        *scene.page.text(question_of(ladder.headline, scene.state), "strong"),
        *paragraph(scene.say("interview.remembered", depth=phase.depth, of=ladder.of), scene.measure, "notice"),
    ]
    rows: list[list[Line]] = []
    for place, key in enumerate(("interview.start_headline", "interview.start_above")):
        here = place == (scene.view.card.cursor or 0)
        lead = line(("▸ " if here else "  ", "mark"), (f"{place + 1}", "key"), "  ")
        title = paragraph(scene.say(key, rung=above), scene.measure, "strong" if here else "plain", lead)
        rows.append([*title, *paragraph(scene.say(f"{key}_why"), scene.measure, "dim", line(" " * measure(lead)))])
    return Body(tuple(spaced([head, *rows])))


def landed(scene: InterviewScene, landing: Landing) -> Body:
    """Return the ladder with the rung that was reached, what was missed on the last rung, and why."""
    told = paragraph(
        scene.say(key_of(landing), depth=landing.depth, of=landing.climb.ladder.of), scene.measure, "title"
    )
    compared = compare(scene.state, landing)
    if compared is not None:
        key, facts = compared
        told += paragraph(scene.say(key, **facts), scene.measure, "dim")
    blocks = [
        told,
        picture(scene, landing),
        *_broken(scene, landing),
    ]
    return Body(tuple(spaced(blocks)))


def key_of(landing: Landing) -> str:
    """Return the key of the sentence that tells how deep a climb went."""
    if landing.top:
        return "interview.landed_top"
    if not landing.broken:
        return "interview.landed_left"
    return "interview.landed" if landing.depth else "interview.landed_none"


def compare(state: Interview, landing: Landing) -> tuple[str, dict[str, int]] | None:
    """Return the key and facts of a sentence that compares a climb with the one before, None when it was left."""
    before = state.before.get(landing.climb.ladder.id)
    if before is None:
        return ("interview.first", {})
    gained = landing.depth - before
    if gained > 0:
        return ("interview.deeper", {"n": gained})
    if not landing.broken:
        return None
    return ("interview.same", {}) if gained == 0 else ("interview.shallower", {"before": before})


def picture(scene: InterviewScene, landing: Landing) -> list[Line]:
    """Return the ladder from its highest rung down; a question nobody asked yet is not told."""
    ladder = landing.climb.ladder
    rows: list[Line] = []
    for place in reversed(range(len(ladder.rungs))):
        number = ladder.number(place)
        sign, role, mark = _sign(scene, landing, number)
        lead = line((f"  {sign} ", role), (f"{number} ", "dim" if number > landing.depth else "strong"))
        room = scene.measure - measure(lead) - (measure(line(mark)) + 2 if mark else 0)
        hidden = number > landing.depth and number != landing.broken
        asked = (
            scene.say("interview.unseen") if hidden else one_line(question_of(ladder.rungs[place], scene.state), scene)
        )
        text = cut(line((asked, "dim" if hidden else "plain")), max(4, room))
        rows.append((*lead, *text, Span(f"  {mark}" if mark else "", "notice")))
    return rows


def _sign(scene: InterviewScene, landing: Landing, number: int) -> tuple[str, Role, str]:
    if number <= landing.depth:
        return PASSED, "right", ""
    if number == landing.broken:
        return BROKEN, "notice", f"← {scene.say('interview.here')}"
    return UNSEEN, "rule", ""


def question_of(card: Card, state: Interview) -> Text:
    """Return a rung's question as it was asked, its numbers left open when it was not."""
    heard = next((one for one in reversed(state.heard) if one.card == card.id), None)
    showing = showing_of(heard) if heard is not None else None
    if showing is not None:
        return showing.ask
    return _open(card.ask) if card.draws and card.ask is not None else draw(card, "ladder").ask


def showing_of(heard: Heard) -> Showing | None:
    """Return a rung as it was shown."""
    phase = heard.question.phase
    return phase.showing if isinstance(phase, Asking) else None


def _open(wording: Wording) -> Text:
    """Return a question with … for each number that is drawn or computed."""
    zh, en = ("".join(piece if isinstance(piece, str) else "…" for piece in side) for side in (wording.zh, wording.en))
    return Text(zh, en)


def one_line(text: Text, scene: InterviewScene) -> str:
    """Return a text in the first language that is shown, in one line."""
    return clean(text.lines(scene.language)[0]).replace("\n", " ")


def _broken(scene: InterviewScene, landing: Landing) -> list[list[Line]]:
    """Return what was not said on the last rung and why it matters, or what clears up what was mixed up there."""
    heard = last_heard(scene.state, landing)
    if heard is None:
        return []
    showing = showing_of(heard)
    missed = [point for place, point in enumerate(heard.points) if place not in heard.marked]
    points = [row for point in missed for row in scene.page.text(point, lead=line(("  · ", "dim")))]
    blocks = [labelled(scene.page, "interview.missed_here", points, "notice")]
    if showing is not None and isinstance(showing.card.body, Flash):  # any other was explained with its verdict
        blocks.append(labelled(scene.page, "interview.why", scene.page.text(showing.why)))
    if scene.mistake is not None:
        blocks.append(labelled(scene.page, "screen.contrast", scene.page.text(scene.mistake.contrast), "notice"))
    return blocks
