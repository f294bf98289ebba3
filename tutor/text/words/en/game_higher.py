SENTENCES = {
    "game_higher.title": "Higher or lower",
    "game_higher.pitch": "two functions, one x: whose slope is larger?",
    "game_higher.rules": "You get two functions and one x, and say whose slope is larger there. The one that stands higher need not be steeper, and the one with the larger peak need not be larger everywhere: that is where the traps are. The gap shrinks from round to round, but you could always see it in a plot. What counts is your streak.",
    "game_higher.ask": "At x = {x}, whose slope is larger?",
    "game_higher.negative": "Somebody is going down here: a negative slope is less than 0.",
    "game_higher.steeper": "At x = {x}, {name} is steeper.",
    "game_higher.number": "{at}, by {formula}",
    "game_higher.why_value_for_slope": "{flat} stands higher here ({high} against {low}), but height is not steepness.",
    "game_higher.why_peak_for_tail": "At its steepest {flat} has {peak}, but that is the summit; by x = {x} it has flattened out.",
    "game_higher.end_well": "You have a spirit level built in.",
    "game_higher.end_fair": "Not bad. Two old rules: high is not steep, and the summit is not the slope.",
    "game_higher.end_hard": "Start with three numbers: σ′ peaks at ¼, tanh′ at 1, and ReLU′ is 0 or 1. The rest follows.",
}
