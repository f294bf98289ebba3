SENTENCES: dict[str, str] = {
    "activation.unknown": "There is no activation function called {name}.",
    "activation.unknown_near": "There is no activation function called {name}. Did you mean {near}?",
    "activation.unknown_parameter": "{function} has no parameter {name}; it has {known}.",
    "activation.no_parameters": "{function} has no parameters, so {name} cannot be set.",
    "activation.order": "{function} is known with two derivatives; order {order} is not available.",
    "activation.odd_length": "A gated unit halves its vector, so {size} numbers are one too many or too few.",
    "activation.needs_vector": "{function} needs a vector.",
}
