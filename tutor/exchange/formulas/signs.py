"""What the commands of a LaTeX formula look like in plain text: letters, signs, raised and lowered characters.

Only characters that the fonts of terminals have: script and double-struck letters outside the basic plane
are written as plain letters.
"""

from __future__ import annotations

GREEK_NAMES = (
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
    "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Theta",
    "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega", "varepsilon", "vartheta", "varpi", "varrho",
    "varsigma", "varphi",
)  # fmt: skip
GREEK = dict(zip(GREEK_NAMES, "αβγδεζηθικλμνξοπρστυφχψωΓΘΛΞΠΣΥΦΨΩεϑϖϱςφ", strict=True))
LETTERS = GREEK | {
    "infty": "∞", "emptyset": "∅", "varnothing": "∅", "ell": "ℓ", "hbar": "ℏ", "imath": "i", "jmath": "j",
    "Re": "Re", "Im": "Im", "aleph": "ℵ", "dots": "…", "ldots": "…", "dotsc": "…", "vdots": "⋮", "ddots": "⋱",
    "top": "⊤", "bot": "⊥", "prime": "′", "circ": "∘", "degree": "°", "dagger": "†", "star": "⋆", "ast": "*",
    "angle": "∠", "checkmark": "✓", "square": "□", "Box": "□", "blacksquare": "■", "intercal": "⊤",
    "%": "%", "$": "$", "&": "&", "#": "#", "_": "_", "backslash": "\\",
}  # fmt: skip
PREFIXES = {"partial": "∂", "nabla": "∇", "Delta": "Δ", "neg": "¬", "lnot": "¬", "forall": "∀", "exists": "∃"}
OPERATORS = {
    "cdot": "·", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "odot": "⊙", "oplus": "⊕", "otimes": "⊗",
    "cup": "∪", "cap": "∩", "setminus": "∖", "land": "∧", "lor": "∨", "wedge": "∧", "vee": "∨", "bmod": "mod",
    "cdots": "⋯", "dotsb": "⋯", "bullet": "•", "ominus": "⊖", "vert": "|", "mid": "|",
}  # fmt: skip
RELATIONS = {
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "leqslant": "≤", "geqslant": "≥", "neq": "≠", "ne": "≠",
    "approx": "≈", "equiv": "≡", "sim": "∼", "simeq": "≃", "cong": "≅", "propto": "∝", "ll": "≪", "gg": "≫",
    "lt": "<", "gt": ">", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆", "supset": "⊃",
    "supseteq": "⊇", "to": "→", "rightarrow": "→", "longrightarrow": "→", "leftarrow": "←", "gets": "←",
    "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐", "Leftrightarrow": "⇔", "iff": "⇔", "implies": "⇒",
    "Longrightarrow": "⇒", "impliedby": "⇐", "mapsto": "↦", "uparrow": "↑", "downarrow": "↓", "nearrow": "↗",
    "searrow": "↘", "perp": "⊥", "parallel": "∥", "triangleq": "≜", "coloneqq": "≔", "therefore": "∴",
    "because": "∵", "models": "⊨", "vdash": "⊢", "asymp": "≍", "doteq": "≐",
}  # fmt: skip
LARGE = {
    "sum": "Σ", "prod": "∏", "coprod": "∐", "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮",
    "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁", "bigotimes": "⨂",
}  # fmt: skip
NAMES = frozenset((
    "max", "min", "sup", "inf", "lim", "limsup", "liminf", "argmax", "argmin", "arg", "log", "ln", "lg", "exp",
    "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan", "det",
    "dim", "ker", "gcd", "deg", "Pr", "hom", "sign", "sgn", "erf", "relu", "softmax",
))  # fmt: skip
OPENING = {
    "{": "{", "(": "(", "[": "[", "lbrace": "{", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈", "lvert": "|", "lVert":
    "‖",
}  # fmt: skip
CLOSING = {
    "}": "}", ")": ")", "]": "]", "rbrace": "}", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉", "rvert": "|", "rVert":
    "‖",
}  # fmt: skip
SPACES = {
    ",": " ", ";": " ", ":": " ", ">": " ", " ": " ", "\n": " ", "!": "", "quad": "  ", "qquad": "  ", "enspace": " ",
    "thinspace": " ", "medspace": " ", "thickspace": " ", "space": " ", "hspace": " ", "hfill": " ", "newline": " ",
}  # fmt: skip
SILENT = frozenset((
    "left", "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr",
    "Biggl", "Biggr", "bigm", "limits", "nolimits", "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle",
    "nonumber", "notag", "mathstrut", "strut", "mathsurround", "rm", "bf", "it", "mathop", "mathbin", "mathrel",
    "mathord", "mathopen", "mathclose", "hline", "bigstrut", "protect",
))  # fmt: skip
PLAIN = frozenset((
    "mathbf", "mathrm", "mathit", "mathsf", "mathtt", "mathnormal", "boldsymbol", "bm", "pmb", "bold",
    "operatorname", "boxed", "fbox", "underbrace", "overbrace", "underline", "ensuremath", "smash", "displaylines",
    "cancel", "mathfrak",
))  # fmt: skip
WORDS = frozenset(["text", "textbf", "textit", "textrm", "textsf", "texttt", "textnormal", "mbox", "hbox", "emph"])
# commands whose first group is not shown
UNSHOWN = frozenset(["label", "ref", "eqref", "color", "textcolor", "phantom", "hphantom", "vphantom", "cite", "href"])
DOUBLE_STRUCK = {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "P": "ℙ", "H": "ℍ"}
SCRIPT = {"L": "ℒ", "H": "ℋ", "F": "ℱ", "B": "ℬ", "R": "ℛ"}
STYLED = {"mathbb": DOUBLE_STRUCK, "Bbb": DOUBLE_STRUCK, "mathcal": SCRIPT, "mathscr": SCRIPT}
ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304",
    "overline": "\u0304", "dot": "\u0307", "ddot": "\u0308", "vec": "\u20d7", "check": "\u030c", "breve": "\u0306",
}  # fmt: skip
NEGATED = {"=": "≠", "∈": "∉", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "⊂": "⊄", "⊆": "⊈", "≡": "≢", "∃": "∄", "≈": "≉"}
VULGAR = {("1", "2"): "½", ("1", "3"): "⅓", ("2", "3"): "⅔", ("1", "4"): "¼", ("3", "4"): "¾"}
MATRICES = {"bmatrix": "[]", "pmatrix": "()", "matrix": "[]", "vmatrix": "||", "Vmatrix": "‖‖", "Bmatrix": "{}"}
MATRICES |= {"smallmatrix": "[]", "array": "[]", "cases": "{}", "dcases": "{}", "rcases": "{}"}

RAISED = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ⊤′″*°∘",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡᵀ′″*°°",
        strict=True,
    )
)
LOWERED = dict(
    zip(
        "0123456789+-−=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
        strict=True,
    )
)
