SENTENCES = {
    "interval.days": "{amount} 天",
    "interval.months": "{amount} 个月",
    "interval.years": "{amount} 年",
}
