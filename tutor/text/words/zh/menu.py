SENTENCES = {
    "menu.note": "（{note}）",
    "menu.prompt": "选 1–{last} 或输入名字（回车 = 1，q = 离开）>",
    "menu.hint": "请输入 1 到 {last} 的数字，或一个能认出来的名字",
}
