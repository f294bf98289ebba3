SENTENCES = {
    "recap.derivation": "推导",
    "recap.because": "{show}：{because}",
    "recap.table": "算出来的数",
    "recap.facts": "要记住的",
    "recap.arguments": "优缺点",
    "recap.pros": "优点",
    "recap.cons": "缺点",
    "recap.saved": "已写入 {file}",
    "recap.exists": "{file} 已经存在；加 --force 覆盖它，或换一个文件名。",
    "recap.not_saved": "写不了 {file}：{why}",
    "recap.nothing": "要导出什么？例如 tutor export --recap relu relu.md",
}
