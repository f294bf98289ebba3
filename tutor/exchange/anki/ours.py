"""Our kinds of questions as note types of Anki: their fields, their two sides, how they look.

No word of any language stands in a template: what is to be said comes in fields. The first field is the card's
id; the id of a note follows from it, so that an import over an older one updates it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor import chance

if TYPE_CHECKING:
    from collections.abc import Sequence

ID = "ID"
GUID = "tutor-"  # how the ids of our notes begin
LETTERS = "ABCDEF"
SEPARATOR = "\x1f"  # between the fields of a note
PLAIN, GAPPED = 0, 1  # what Anki calls the type of a note type
LATEX_PRE = (
    "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n"
    "\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n"
)
LATEX_POST = "\\end{document}"
CSS = """.card {
  font: 18px/1.65 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  max-width: 42rem; margin: 0 auto; padding: 1rem; text-align: left; color: #1f2328; background: #fff;
}
.card.nightMode, .card.night_mode { color: #e6edf3; background: #1c2128; }
.ask { font-size: 1.1em; font-weight: 600; }
.en { font-size: .94em; opacity: .8; }
.ask .en { font-weight: 400; }
.small, .why { font-size: .88em; opacity: .85; }
.small { margin-top: .5em; }
.why { margin-top: .2em; }
.answer { margin: .6em 0; }
.key { color: #0969da; font-weight: 600; }
#typeans { margin-top: .6em; }
#answer { border: 0; border-top: 1px solid #8c959f66; margin: 1.1em 0; }
.because { margin-top: 1em; padding-left: .8em; border-left: 3px solid #8c959f66; }
.option { display: flex; gap: .7em; margin: .45em 0; padding: .35em .8em;
  border: 1px solid #8c959f55; border-radius: .5em; }
.option > b { color: #8c959f; white-space: nowrap; }
.option > span { flex: 1; min-width: 0; }
.told .option { opacity: .85; }
.told .option > b::after { content: " ✗"; color: #cf222e; }
RIGHT { opacity: 1; border-color: #1a7f37; background: #1a7f3718; }
MARK { content: " ✓"; color: #1a7f37; }
.cloze { font-weight: 700; color: #0969da; }
.plot svg { max-width: 100%; height: auto; border-radius: .5em; margin-top: .8em; }
.nightMode .key, .night_mode .key, .nightMode .cloze, .night_mode .cloze { color: #6cb6ff; }
.nightMode .told .option > b::after, .night_mode .told .option > b::after { color: #f47067; }
NIGHT { color: #57ab5a; }
"""
CHOSEN = [f".told.{letter} .option.{letter}" for letter in LETTERS]
MARKED = [f"{one} > b::after" for one in CHOSEN]
NIGHTS = [f"{night} {one}" for night in (".nightMode", ".night_mode") for one in MARKED]
STYLE = CSS.replace("RIGHT", ", ".join(CHOSEN)).replace("MARK", ", ".join(MARKED)).replace("NIGHT", ", ".join(NIGHTS))


@dataclass(frozen=True, slots=True)
class NoteType:
    """One of our note types; `wanted` are the fields of which one must be filled for there to be a card."""

    id: int
    name: str
    fields: tuple[str, ...]
    front: str
    back: str
    wanted: tuple[str, ...]
    type: int = PLAIN

    def joined(self, values: dict[str, str]) -> str:
        """Return the fields as Anki keeps them."""
        return SEPARATOR.join(values.get(name, "") for name in self.fields)


def _if(field: str, inside: str) -> str:
    return f"{{{{#{field}}}}}{inside}{{{{/{field}}}}}\n"


def _div(kind: str, field: str) -> str:
    return f'<div class="{kind}">{{{{{field}}}}}</div>\n'


PLOT = _if("Plot", _div("plot", "Plot"))
HINT = _if("Hint", _div("small", "hint:Hint"))
RULE = '<hr id="answer">\n'
END = _if("Why", _div("because", "Why")) + _if("Source", _div("small", "Source"))
OPTION = '<div class="option {0}"><b>{0}</b><span>{{{{{0}}}}}{1}</span></div>'


def _options(reasons: str) -> str:
    return "".join(_if(letter, OPTION.format(letter, reasons.format(letter))) for letter in LETTERS)


REASON = '{{{{#Why {0}}}}}<div class="why">{{{{Why {0}}}}}</div>{{{{/Why {0}}}}}'
ASK = _div("ask", "Question")
LAST = ("Why", "Hint", "Plot", "Source")
FLASH = NoteType(
    1_764_000_000_001,
    "Activation Tutor: flash",
    (ID, "Question", "Answer", "Points", *LAST),
    ASK + PLOT + HINT,
    ASK + PLOT + RULE + _div("answer", "Answer") + _if("Points", "{{Points}}") + END,
    ("Question",),
)
CHOICE = NoteType(
    1_764_000_000_002,
    "Activation Tutor: choice",
    (ID, "Question", *LETTERS, "Right", *(f"Why {letter}" for letter in LETTERS), "Several", *LAST),
    ASK + _if("Several", _div("small", "Several")) + PLOT + f"<div>\n{_options('')}</div>\n" + HINT,
    ASK + PLOT + RULE + f'<div class="told {{{{Right}}}}">\n{_options(REASON)}</div>\n' + END,
    ("Question",),
)
TYPED = NoteType(
    1_764_000_000_003,
    "Activation Tutor: typed",
    (ID, "Question", "Answer", "Unit", "Shown", *LAST),
    ASK + PLOT + "<div>{{type:Answer}} {{Unit}}</div>\n" + HINT,
    ASK + PLOT + RULE + "<div>{{type:Answer}}</div>\n" + _div("answer key", "Shown") + END,
    ("Question",),
)
CLOZE = NoteType(
    1_764_000_000_004,
    "Activation Tutor: cloze",
    (ID, "Text", "Answer", "Accept", *LAST),
    _div("ask", "cloze:Text") + PLOT + "{{type:Answer}}\n" + HINT,
    _div("ask", "cloze:Text") + PLOT + RULE + "{{type:Answer}}\n" + _if("Accept", _div("small", "Accept")) + END,
    ("Text",),
    GAPPED,
)
MYTH = NoteType(
    1_764_000_000_005,
    "Activation Tutor: myth",
    (ID, "Statement", "Ask", "Verdict", "Truth", *LAST),
    _div("ask", "Statement") + _div("small", "Ask") + HINT,
    _div("ask", "Statement") + RULE + _div("answer key", "Verdict") + _if("Truth", _div("answer", "Truth")) + END,
    ("Statement",),
)
NOTE_TYPES = (FLASH, CHOICE, TYPED, CLOZE, MYTH)


def guid(card: str) -> str:
    """Return the id of a card's note in every collection."""
    return f"{GUID}{chance.number('anki note', card):016x}"


def models(now: int) -> dict[str, Any]:
    """Return the note types as a collection keeps them; `now` in seconds."""
    return {str(one.id): _model(one, now) for one in NOTE_TYPES}


def _model(one: NoteType, now: int) -> dict[str, Any]:
    template = {"name": "Card 1", "ord": 0, "qfmt": one.front, "afmt": one.back, "did": None, "bqfmt": "", "bafmt": ""}
    known: dict[str, Any] = {"id": one.id, "name": one.name, "type": one.type, "mod": now, "usn": -1, "did": None}
    needed = [one.fields.index(name) for name in one.wanted]
    return known | {
        "sortf": 1,
        "tmpls": [template],
        "flds": _fields(one.fields),
        "css": CSS.replace("RIGHT", ", ".join(CHOSEN)).replace(
            "MARK", ", ".join(f"{one} > b::after" for one in CHOSEN)
        ),
        "latexPre": LATEX_PRE,
        "latexPost": LATEX_POST,
        "req": [[0, "any", needed]],
        "tags": [],
        "vers": [],
    }


def _fields(names: Sequence[str]) -> list[dict[str, Any]]:
    looks = {"sticky": False, "rtl": False, "font": "Arial", "size": 18, "media": []}
    return [{"name": name, "ord": place, **looks} for place, name in enumerate(names)]
