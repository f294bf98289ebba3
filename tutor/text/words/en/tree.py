SENTENCES: dict[str, str] = {
    "tree.do_move": "move",
    "tree.do_fold": "fold, open",
    "tree.do_all": "open all",
    "tree.do_none": "fold all",
    "tree.do_lesson": "open the lesson",
    "tree.do_leave": "leave",
    "tree.opens": "enter opens the lesson {lesson}",
    "tree.no_lesson": "no lesson of its own yet",
    "tree.counts": "{n} below",
    "tree.told": "{name} has {n} below it: {children}.",
    "tree.told_leaf": "{name}: {told}.",
}
