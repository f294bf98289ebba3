SENTENCES = {
    "recap.derivation": "Derivation",
    "recap.because": "{show}: {because}",
    "recap.table": "Computed",
    "recap.facts": "Worth knowing by heart",
    "recap.arguments": "For and against",
    "recap.pros": "For",
    "recap.cons": "Against",
    "recap.saved": "Written to {file}",
    "recap.exists": "{file} is there already; add --force to replace it, or choose another name.",
    "recap.not_saved": "{file} cannot be written: {why}",
    "recap.nothing": "What is to be exported? For instance: tutor export --recap relu relu.md",
}
