"""Bilingual texts, the words of the program, display width and numbers for people.

`Text` is loaded when asked for: `tutor due` speaks two sentences and must not pay for dataclasses.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tutor.text.bilingual import Language, Text

__all__ = ["Language", "Text"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        message = f"module 'tutor.text' has no attribute {name!r}"
        raise AttributeError(message)
    from tutor.text import bilingual

    return getattr(bilingual, name)
