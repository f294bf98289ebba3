SENTENCES = {
    "coverage.part": "第 {part} 部分：",
    "coverage.anywhere": "全课程：",
    "coverage.item": "{n} 个条目没有课：{names}",
    "coverage.erratum": "{n} 条常见误解没有卡片来纠正：{names}",
    "coverage.fact": "{n} 个知识点只有一种题型：{names}",
    "coverage.function": "{n} 个函数没有课讲：{names}",
    "coverage.complete": "没有遗漏。",
}
