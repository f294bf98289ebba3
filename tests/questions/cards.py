"""Cards for tests, written as short as they can be."""

from tutor.questions.model import Card, Choice, Cloze, Draw, Flash, Formula, Multi, Myth, Numeric, Option, Wording
from tutor.questions.template import parse
from tutor.text import Text


def words(zh, en=None):
    return Wording(parse(zh), parse(zh if en is None else en))


def option(text, *, right=False, mistake="", because=None):
    return Option(right, words(text), mistake=mistake, because=words(because) if because else None)


def choice(card="c.choice", *, right="yes", wrong=("no", "never"), **more):
    options = (option(right, right=True), *(option(w, mistake=f"m-{w}", because=f"not {w}") for w in wrong))
    return Card(
        card,
        "c",
        1,
        more.pop("fact", card),
        Choice(options),
        ask=words("问？", "ask?"),
        why=words("因为", "because"),
        **more,
    )


def multi(card="c.multi", right=("a", "b"), wrong=("c", "d")):
    options = (
        *(option(r, right=True) for r in right),
        *(option(w, mistake=f"m-{w}", because=f"not {w}") for w in wrong),
    )
    return Card(card, "c", 1, card, Multi(options), ask=words("哪些？", "which?"), why=words("因为", "because"))


def numeric(card="c.numeric", expression="sigmoid′(a)", digits=3, draws=(("a", ("8", "9", "10")),), unit=None):
    drawn = tuple(Draw(name, candidates) for name, candidates in draws)
    ask = words("求值", "compute") if not draws else words("x = {a}", "x = {a}")
    return Card(
        card,
        "c",
        1,
        card,
        Numeric(expression, digits, words(unit) if unit else None),
        ask=ask,
        why=words("因为", "because"),
        draws=drawn,
    )


def flash(card="c.flash", points=()):
    body = Flash(words("答案", "the answer"), tuple(words(point) for point in points))
    return Card(card, "c", 1, card, body, ask=words("什么？", "what?"), why=words("因为", "because"))


def myth(card="c.myth"):
    return Card(
        card, "c", 1, card, Myth(words("真的", "it is so"), words("假的", "it is not so")), why=words("因为", "because")
    )


def formula(card="c.formula", expression="x*sigmoid(x)", domain=None):
    return Card(
        card, "c", 1, card, Formula(expression, domain), ask=words("公式？", "formula?"), why=words("因为", "because")
    )


def cloze(card="c.cloze"):
    body = Cloze(Text("饱和", "saturation"), ("饱和区",), ("saturated region",))
    return Card(
        card,
        "c",
        1,
        card,
        body,
        ask=words("两端叫什么？____", "the flat ends are called ____"),
        why=words("因为", "because"),
    )


def slip(expression="", text="", mistake="m"):
    return Option(
        right=False,
        wording=words(text) if text else None,
        expression=expression,
        digits=15,
        mistake=mistake,
        because=words("因为这样", "that is why"),
    )
