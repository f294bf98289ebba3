SENTENCES = {
    "plot.range": "{given} is no range; write -6:6.",
    "plot.parameter": "{given} sets no parameter; write β=0.5, or β=0.5,1,2 for a family.",
    "plot.layout": "There is no layout {given}; there are overlay, panels and grid.",
    "plot.mark": "{given} cannot be marked; max, min and zero can.",
    "plot.suffix": "{given} cannot be written; a plot is saved as .svg or .txt.",
    "plot.not_saved": "{file} could not be written: {why}",
    "plot.saved": "saved to {file}",
}
