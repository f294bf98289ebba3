SENTENCES = {
    "config.unreadable": "读不懂设置文件 {file}：{why}",
    "config.unknown": "设置文件 {file} 里没有 {name} 这一项。",
    "config.range": "设置文件 {file} 里 {name} = {value} 不行：应在 {low} 到 {high} 之间",
    "config.choice": "设置文件 {file} 里 {name} = {value} 不行：可选 {choices}",
}
