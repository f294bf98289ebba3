SENTENCES: dict[str, str] = {
    "decision.title": "选激活函数",
    "decision.see": "接第 {n} 问",
    "decision.first": "首先",
    "decision.why": "理由",
    "decision.else": "或者",
    "decision.start": "初始化",
    "decision.do_answer": "回答",
    "decision.do_back": "上一步",
    "decision.do_again": "从头",
    "decision.do_leave": "离开",
    "decision.prompt": "输入 1–{last}，u 上一步，q 离开：",
    "decision.told_on": "接着问「{ask}」",
}
