SENTENCES: dict[str, str] = {
    "decision.title": "Choosing an activation",
    "decision.see": "go to {n}",
    "decision.first": "first",
    "decision.why": "why",
    "decision.else": "or",
    "decision.start": "initialise",
    "decision.do_answer": "answer",
    "decision.do_back": "back",
    "decision.do_again": "start again",
    "decision.do_leave": "leave",
    "decision.prompt": "Type 1–{last}, u to go back, q to leave: ",
    "decision.told_on": "then “{ask}”",
}
