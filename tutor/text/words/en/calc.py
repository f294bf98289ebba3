SENTENCES = {
    "calc.true": "true",
    "calc.false": "false",
}
