SENTENCES = {
    "labs.unknown": "There is no experiment called {name}; tutor lab lists them all.",
    "labs.unknown_preset": "There is no preset {name}. The presets are: {known}.",
    "labs.too_many": "--{name} takes at most {most} things, not {n}.",
    "labs.no_function": "{text} is no function of x that is known here.",
    "labs.out_of_range": "--{name} goes from {low} to {high}; {text} does not fit.",
    "labs.unknown_word": "--{name} knows {known}, not {text}.",
    "labs.no_switch": "--{name} is yes or no, not {text}.",
    "labs.not_finite": "{text} has no number somewhere between {low} and {high}, so a network cannot use it.",
}
