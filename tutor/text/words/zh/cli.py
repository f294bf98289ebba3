SENTENCES = {
    "cli.near": "你是想说 {near} 吗？",
    "cli.bad_now": "TUTOR_NOW 读不成一个时刻：{text}（例如 2026-11-20T08:00+08:00）",
    "cli.bad_language": "没有这种语言：{given}（可选 zh、en、both）",
    "cli.pretended_home": "设了 TUTOR_NOW 就不写入你真正的数据；请用 --home 或 TUTOR_HOME 指定一个目录",
    "cli.no_such_option": "没有选项 {name}。",
    "cli.no_such_command": "没有命令 {name}；运行 tutor --help 看有哪些。",
    "cli.missing": "还缺少 {name}；在命令后面加 --help 看用法。",
    "cli.bad_value": "{name} 的值不行：{why}",
    "cli.usage": "用法不对：{why}；在命令后面加 --help 看用法。",
}
