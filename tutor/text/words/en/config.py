SENTENCES = {
    "config.unreadable": "the settings in {file} cannot be read: {why}",
    "config.unknown": "the settings in {file} have no {name}.",
    "config.range": "in {file}, {name} = {value} will not do: it goes from {low} to {high}",
    "config.choice": "in {file}, {name} = {value} will not do: choose {choices}",
}
