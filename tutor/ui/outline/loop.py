"""The outline on the whole screen: draw, read a key, change, draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.ui.outline.screen import compose
from tutor.ui.outline.tree import Chosen, changed, pasted
from tutor.ui.paint import painted
from tutor.ui.terminal import Key, Paste

if TYPE_CHECKING:
    from tutor.ui.outline.tree import Tree
    from tutor.ui.terminal import Terminal
    from tutor.ui.theme import Look


def run(tree: Tree, terminal: Terminal, look: Look) -> Chosen:
    """Show the tree until a lesson was chosen or the learner leaves. Raises KeyboardInterrupt and SystemExit."""
    with terminal:
        while True:
            page = compose(tree, terminal.size())
            terminal.show([painted(spans, look) for spans in page.lines], page.cursor)
            given = terminal.read()
            match given:
                case Key():
                    found = changed(tree, given.meant(typing=tree.typing))
                    if isinstance(found, Chosen):
                        return found
                    tree = found
                case Paste(text):
                    tree = pasted(tree, text)
                case _:
                    pass
