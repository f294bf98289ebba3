SENTENCES = {
    "calc.true": "成立",
    "calc.false": "不成立",
}
