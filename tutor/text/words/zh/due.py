SENTENCES = {
    "due.line": "到期 {due} · 新卡片 {new} · 约 {minutes} 分钟",
    "due.nothing": "今天没有要复习的",
}
