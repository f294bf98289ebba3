SENTENCES = {
    "show.unknown": "There is no picture called {name}; tutor show lists them all.",
    "show.no_functions": "{name} cannot be asked for single functions.",
    "show.no_range": "{name} has no range to change.",
    "show.no_param": "{name} has no parameters to set.",
    "show.no_layout": "{name} has one layout only.",
    "show.no_columns": "{name} is no table: there are no columns to choose.",
    "show.no_sort": "{name} is no table: it cannot be sorted.",
    "show.no_filter": "{name} is no table: it cannot be filtered.",
    "show.no_gain": "{name} does not depend on the gain of weights.",
    "show.no_units": "{name} does not depend on the number of units.",
    "show.no_depth": "{name} does not depend on depth.",
    "show.no_seed": "{name} holds no chance.",
}
