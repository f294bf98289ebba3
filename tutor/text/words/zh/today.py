SENTENCES = {
    "today.date": "今天 {day}",
    "today.backlog": "一共积了 {n} 张，慢慢来，先做最容易忘的。",
    "today.part": "第 {number} 部分 {title}：掌握 {mastery}，学过 {met}/{cards}",
    "today.studied": "最近 {days} 天学了 {n} 天",
    "today.recall": "学过的 {met} 张里，现在大约能想起 {n} 张",
    "today.next_review": "开始：tutor review",
    "today.next_tomorrow": "今天没有要做的了，明天见。",
    "today.problems": "课程文件里有问题，有些卡片没有用上；tutor check 会告诉你在哪里",
}
