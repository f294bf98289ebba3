SENTENCES = {
    "summary.practice": "练习 {n} 次。",
    "summary.rise": "{title}：掌握度 {before} → {after}",
    "summary.done": "今天的都完成了；明天大约 {n} 张，约 {minutes} 分钟。",
    "summary.left": "都已保存，随时回来继续；明天大约 {n} 张，约 {minutes} 分钟。",
    "summary.time": "时间到，都已保存；明天大约 {n} 张，约 {minutes} 分钟。",
    "summary.nothing_due": "现在没有要复习的。",
    "summary.nothing_done": "这次没有作答，什么都没有改变。",
    "summary.tomorrow": "明天大约 {n} 张，约 {minutes} 分钟。",
    "summary.line": "评了 {n} 张，一次答对 {right} 张，用时 {minutes} 分钟。",
    "summary.more": "这次做完了；今天还有 {left} 张在等你。明天大约 {n} 张，约 {minutes} 分钟。",
}
