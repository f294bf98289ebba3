SENTENCES = {
    "stats.mistakes": "弄混过的",
    "stats.times": "{n} 次",
    "stats.ago": "{ago}前",
    "stats.today": "今天",
    "stats.yesterday": "昨天",
    "stats.more_cards": "另有 {n} 张",
    "stats.once_only": "只弄混过一次的有 {n} 处，再犯才会列出来。",
    "stats.none": "还没有哪一处弄混过两次。",
    "stats.none_why": "答错时，程序会记下是哪一种错；同一种错出现两次，就会列在这里，并告诉你怎么分清。",
    "stats.mistake_line": "{name}：{n} 次，最近一次：{ago}。卡片：{cards}。",
    "stats.comma": "、",
}
