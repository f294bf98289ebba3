SENTENCES = {
    "coverage.part": "Part {part}:",
    "coverage.anywhere": "Whole course:",
    "coverage.item": "{n:item|items} without a lesson: {names}",
    "coverage.erratum": "{n} errata that no card answers: {names}",
    "coverage.fact": "{n:fact|facts} asked in one format only: {names}",
    "coverage.function": "{n:function|functions} that no lesson teaches: {names}",
    "coverage.complete": "Nothing is missing.",
}
