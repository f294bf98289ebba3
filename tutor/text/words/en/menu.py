SENTENCES = {
    "menu.note": " ({note})",
    "menu.prompt": "choose 1–{last} or type a name (enter = 1, q = leave) >",
    "menu.hint": "type a number from 1 to {last}, or a name that fits only one",
}
