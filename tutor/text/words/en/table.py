SENTENCES: dict[str, str] = {
    "table.unknown_column": "There is no column {name}. The columns are: {known}.",
    "table.no_rows": "No row meets {filter}.",
    "table.not_a_number": "Cannot read {filter}: a number must follow < and >, as in mean<0.3.",
    "table.no_terms": "The course has no glossary (content/glossary.yaml).",
    "table.no_course": "There is no course: content/course.yaml cannot be read.",
}
