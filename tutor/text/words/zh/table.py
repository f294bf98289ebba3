SENTENCES: dict[str, str] = {
    "table.unknown_column": "没有叫 {name} 的列。可用的列：{known}。",
    "table.no_rows": "没有一行符合 {filter}。",
    "table.not_a_number": "{filter} 读不懂：< 和 > 后面要写一个数，例如 mean<0.3。",
    "table.no_terms": "课程里没有术语表（content/glossary.yaml）。",
    "table.no_course": "没有课程：content/course.yaml 读不到。",
}
