"""Odd one out: three functions share what a fourth one lacks, or lack what only it has. Who, and later also: why?

Every trait is computed. Where it is not named, no other trait may point at another function; where it is named,
only that one counts. Reasons offered as wrong are true of the odd one, but not of it alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from tutor.questions.generate.by_curve import known
from tutor.questions.generate.family import Seed, first
from tutor.questions.generate.readings import right_side
from tutor.questions.generate.subject import short_title
from tutor.questions.generated import card_id
from tutor.sessions.games import subjects
from tutor.sessions.games.exhibits import Frame, Gallery
from tutor.sessions.games.model import NOTHING, Choose, Game, Picked, Practised, Round, Told
from tutor.sessions.games.traits import TRAITS, Trait
from tutor.text import Text

if TYPE_CHECKING:
    from tutor.questions.generate.looks import Look
    from tutor.sessions.games.exhibits import Look as Verdict
    from tutor.sessions.games.model import Answer, Deal

Level = Literal["open", "seen", "secret"]
LEVELS: tuple[Level, ...] = ("open",) * 4 + ("seen",) * 3 + ("secret",) * 3  # of the rounds, from the first
WORTH: dict[Level, int] = {"open": 1, "seen": 2, "secret": 3}
HIDDEN = tuple(level for level in LEVELS if level != "open")
EASY = ("rises", "ceiling", "floor", "zero", "negative", "corner", "flat-right")  # what the first rounds ask about
TRIES = 12  # functions that are tried for a trait before the next trait has its turn
OTHERS, REASONS = 3, 3
TEMPTING = 5  # of the wrong reasons, those among which they are drawn: shared with the fewest
CLUES: dict[Level, range] = {"seen": range(3, 99), "secret": range(1, 4)}  # traits that give the odd one away
CARDS = {  # the question about one function that asks the same
    "ceiling": "range",
    "floor": "range",
    "negative": "range",
    "corner": "where-not-differentiable",
    "centred": "mean-output",
    "steep": "largest-slope",
    "flat-left": "flat-from-where",
    "flat-right": "flat-from-where",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A claim about one function: it alone has a trait, or it alone lacks it."""

    trait: Trait
    side: str

    def said(self, form: str = "one") -> Text:
        """Return the claim as said of one function, or of several."""
        return GAME.text(f"{self.trait.name.replace('-', '_')}_{self.side}_{form}")


@dataclass(frozen=True, slots=True)
class Company:
    """Four functions in the order shown, the odd one, the trait that gives it away, and the reasons offered."""

    level: Level
    looks: tuple[Look, ...]
    odd: Look
    trait: Trait
    reasons: tuple[Reason, ...] = ()

    @property
    def place(self) -> int:
        """Return the place of the odd one."""
        return self.looks.index(self.odd)

    @property
    def reason(self) -> Reason:
        """Return why it is the odd one."""
        return Reason(self.trait, self.trait.side(self.odd))

    @property
    def rule(self) -> Reason:
        """Return what the other three share."""
        return Reason(self.trait, "lacks" if self.reason.side == "has" else "has")

    @property
    def right(self) -> tuple[Answer, ...]:
        """Return the right answers, part by part."""
        why = (Picked(self.reasons.index(self.reason)),) if self.reasons else ()
        return (Picked(self.place), *why)

    def gallery(self) -> Gallery:
        """Return the four curves without anything said of them."""
        return Gallery(tuple(Frame(short_title(look.record), look.expression) for look in self.looks))

    def proof(self, chosen: Look | None) -> Gallery:
        """Return the four curves with the numbers that prove who is the odd one, marked where it shows."""
        return Gallery(tuple(self._frame(look, chosen) for look in self.looks), self.trait.span)

    def _frame(self, look: Look, chosen: Look | None) -> Frame:
        key = f"{self.trait.name.replace('-', '_')}_{self.trait.side(look)}_seen"
        verdict: Verdict = "hit" if look == self.odd else "miss" if look == chosen else "point"
        note = GAME.text(key, **self.trait.told(look))
        return Frame(short_title(look.record), look.expression, note, self.trait.places(look), verdict)


def deal(deal: Deal) -> Round:
    """Return a round."""
    level = LEVELS[(deal.number - 1) % len(LEVELS)]
    company = first(partial(_drawn, deal), deal.luck) if level == "open" else _of_series(deal)
    is_first = LEVELS.index(level) + 1 == deal.number
    names = tuple(_option(level, look) for look in company.looks)
    parts = [Choose(names, GAME.text("who") if company.reasons else NOTHING, listed=level != "seen")]
    if company.reasons:
        parts.append(Choose(tuple(reason.said() for reason in company.reasons), GAME.text("because"), listed=True))
    facts = {"many": company.rule.said("many"), "one": company.reason.said()} if level == "open" else {}
    return Round(
        GAME.text("ask_open", **facts) if level == "open" else GAME.text("ask_secret"),
        tuple(parts),
        partial(judge, company),
        shown=(company.gallery(),) if level == "seen" else (),
        note=GAME.text(f"note_{level}") if is_first else NOTHING,
        level=GAME.text(f"level_{level}"),
        worth=WORTH[level],
        right=company.right,
    )


def _of_series(deal: Deal) -> Company:
    """Return the company of a round in which no trait is named; longer games have further series."""
    times, place = divmod(deal.number - 1, len(LEVELS))
    return series(deal.game.at("series", times))[place - LEVELS.count("open")]


def _option(level: Level, look: Look) -> Text:
    """Return a function as it stands for choice: with its formula where no curve is shown."""
    if level == "seen":
        return look.called
    return GAME.text("option", name=look.called, formula=right_side(look.record.formula))


def _drawn(deal: Deal, luck: Seed) -> Company | None:
    """Return four functions around the trait and the odd one whose turn it is in this attempt, None to try others."""
    attempt = luck.parts[-1]
    assert isinstance(attempt, int)
    names = subjects.FIRST if deal.number <= subjects.EASY else subjects.THEN
    looks = {name: subjects.look(name, deal.luck.at(name)) for name in names}
    odds = subjects.order(deal.game.shuffled(names, "odd"), deal.number)
    traits = _order(deal)
    trait, odd = traits[attempt // TRIES % len(traits)], looks[odds[attempt % TRIES % len(odds)]]
    side = trait.holds(odd)
    others = [look for look in looks.values() if side is not None and trait.holds(look) is (not side)]
    if len(others) < OTHERS:
        return None
    group = (odd, *luck.shuffled(others, "others")[:OTHERS])
    return Company("open", luck.shuffled(group, "looks"), odd, trait)


def _order(deal: Deal) -> tuple[Trait, ...]:
    """Return the traits to try in a round: easy ones in the first, none twice before all have come."""
    drawn = deal.game.shuffled(TRAITS, "traits")
    early = [trait for trait in drawn if trait.name in EASY][: LEVELS.count("open")]
    whole = [*early, *(trait for trait in drawn if trait not in early)]
    place = (deal.number - 1) % len(whole)
    return (whole[place], *reversed(whole[place + 1 :]), *whole[:place])


@dataclass(frozen=True, slots=True)
class Group:
    """Functions by name among which some traits single out the odd one, and no trait another."""

    odd: str
    others: tuple[str, ...]
    clues: frozenset[str]

    def far_from(self, other: Group) -> bool:
        """Say whether two groups do not look like the same question again."""
        return self.odd != other.odd and set(self.others) != set(other.others)


@lru_cache(maxsize=1)
def groups() -> tuple[Group, ...]:
    """Return every group of four about which no trait misleads; functions that hang on a convention are left out."""
    sides = {name: _sides(name) for name in known()}
    names = [name for name, held in sides.items() if None not in held]
    found = []
    for four in combinations(names, OTHERS + 1):
        for odd in four:
            others = tuple(name for name in four if name != odd)
            clues = _clues(sides[odd], [sides[name] for name in others])
            found += [Group(odd, others, clues)] if clues else []
    return tuple(found)


@lru_cache(maxsize=64)
def _sides(name: str) -> tuple[bool | None, ...]:
    """Return which traits a function has; its drawn parameters change none of them."""
    look = subjects.look(name, Seed(()))
    return tuple(trait.holds(look) for trait in TRAITS)


def _clues(odd: tuple[bool | None, ...], others: list[tuple[bool | None, ...]]) -> frozenset[str]:
    """Return the traits that single out the odd one, none at all if some trait singles out another."""
    found = set()
    for trait, own, *theirs in zip(TRAITS, odd, *others, strict=True):
        with_it = theirs.count(own)
        if with_it == len(theirs) - 1:
            return frozenset()
        found.update([trait.name] if not with_it else [])
    return frozenset(found)


@lru_cache(maxsize=8)
def series(luck: Seed) -> tuple[Company, ...]:
    """Return the companies of all rounds of a game in which no trait is named: no odd one, no reason comes twice."""
    drawn = luck.shuffled(groups(), "groups")
    taken: list[Group] = []
    companies: list[Company] = []
    for level in HIDDEN:
        used = {company.trait.name for company in companies}
        group = next(one for one in drawn if len(one.clues) in CLUES[level] and _is_new(one, taken, used))
        taken.append(group)
        companies.append(_hidden(level, group, used, luck.at(len(taken))))
    return tuple(companies)


def _is_new(group: Group, taken: list[Group], used: set[str]) -> bool:
    return bool(group.clues - used) and all(group.far_from(one) for one in taken)


def _hidden(level: Level, group: Group, used: set[str], luck: Seed) -> Company:
    """Return a company with reasons to choose from: only one of them is true of the odd one alone."""
    looks = {name: subjects.look(name, luck.at(name)) for name in (group.odd, *group.others)}
    odd = looks[group.odd]
    trait = next(one for one in luck.shuffled(TRAITS, "trait") if one.name in group.clues - used)
    company = Company(level, luck.shuffled(tuple(looks.values()), "looks"), odd, trait)
    wrong = luck.shuffled([Reason(one, one.side(odd)) for one in _shared(company)[:TEMPTING]], "wrong")
    return replace(company, reasons=luck.shuffled((company.reason, *wrong[:REASONS]), "reasons"))


def _shared(company: Company) -> list[Trait]:
    """Return the traits in which the odd one is not alone, those first that it shares with the fewest."""
    sharing = {trait.name: len(_sharing(trait, company)) for trait in TRAITS}
    return sorted((trait for trait in TRAITS if sharing[trait.name]), key=lambda trait: sharing[trait.name])


def _sharing(trait: Trait, company: Company) -> list[Look]:
    """Return the other functions that are on the side of the odd one."""
    side = trait.holds(company.odd)
    return [look for look in company.looks if look != company.odd and trait.holds(look) is side]


def judge(company: Company, answers: tuple[Answer, ...]) -> Told:
    """Judge a round: who it was, why, and all four curves with the numbers."""
    picked = [answer.place for answer in answers if isinstance(answer, Picked)]
    chosen = company.looks[picked[0]] if picked else None
    caught, right = chosen == company.odd, answers == company.right
    points = WORTH[company.level] if right else int(caught and company.level != "open")
    said = GAME.text("it_was", name=company.odd.called, reason=company.reason.said())
    why = [*_objection(company, chosen, picked), GAME.text(f"{company.trait.name.replace('-', '_')}_why")]
    practised = () if caught and not right else (_practised(company, right=right),)
    return Told(right, points, said, tuple(why), (company.proof(chosen),), practised)


def _objection(company: Company, chosen: Look | None, picked: list[int]) -> list[Text]:
    """Return what is wrong with the answer: somebody innocent was picked, or the right one for a wrong reason."""
    if chosen is None or (chosen == company.odd and len(picked) == 1):
        return []
    if chosen != company.odd:
        return [GAME.text("innocent", name=chosen.called, rule=company.rule.said())]
    reason = company.reasons[picked[1]]
    if reason == company.reason:
        return []
    others = [short_title(look.record) for look in _sharing(reason.trait, company)]
    names = Text("、".join(name.zh for name in others), ", ".join(name.en for name in others))
    return [GAME.text("wrong_charge", reason=reason.said(), others=names)]


def _practised(company: Company, *, right: bool) -> Practised:
    """Return what the answer says about the question of the course that asks the same, and the mistake if any."""
    family = CARDS.get(company.trait.name)
    card = card_id(family, company.odd.function) if family and _is_asked(family, company.odd.function) else ""
    lacks, has = company.trait.mistakes
    return Practised(card, right, "" if right else has if company.reason.side == "has" else lacks)


def _is_asked(family: str, function: str) -> bool:
    from tutor.questions.generate import FAMILIES

    return function in FAMILIES[family].functions()


GAME = Game("odd", deal, minutes=4, aliases=("odd-one-out",))
