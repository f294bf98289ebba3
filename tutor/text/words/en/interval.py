SENTENCES = {
    "interval.days": "{amount}d",
    "interval.months": "{amount}mo",
    "interval.years": "{amount}y",
}
