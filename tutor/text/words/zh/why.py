SENTENCES = {
    "why.card": "卡片 {card}",
    "why.reason_due": "它今天到期了。",
    "why.reason_new": "它是新卡片，按课程顺序轮到它。",
    "why.reason_again": "刚才没答对，所以再来一次。",
    "why.reason_cram": "你在集中复习，日程不受影响。",
    "why.reason_undone": "你刚撤销了对它的作答。",
    "why.never": "你还没有答过它，所以没有记忆可以预测。",
    "why.memory": "上次作答是 {ago}前；记忆稳定期 {stability}；我估计你现在有 {recall} 的把握想起来。",
    "why.counts": "一共评过 {reviews} 次，其中遗忘 {lapses} 次。",
    "why.practice": "今天已经评过分，再答只算练习。",
    "why.grade": "评「{grade}」：{interval}后再来，稳定期变为 {stability} 天。",
    "why.source": "出处：{text}",
}
