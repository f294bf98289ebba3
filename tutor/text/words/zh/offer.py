SENTENCES = {
    "offer.first": "先上一课，还是直接复习？",
    "offer.then": "之后还有 {cards} 张卡片，大约 {minutes} 分钟。",
    "offer.do_lesson": "上课",
    "offer.do_review": "直接复习（今天不再问）",
}
