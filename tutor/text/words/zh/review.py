SENTENCES = {
    "review.nothing_to_undo": "没有可以撤销的了",
    "review.nothing_to_redo": "没有可以恢复的了",
    "review.undone": "已撤销，请重新作答",
    "review.undone_elsewhere": "已撤销对卡片 {card} 的操作",
    "review.redone": "已恢复",
    "review.suspended": "已暂停这张卡片；用 tutor resume 恢复",
    "review.buried": "这张卡片明天再来",
    "review.skipped": "先跳过，稍后再问",
    "review.skipped_for_today": "这次不再问了",
    "review.correction_right": "这个更正只用于答对的题，每题一次",
    "review.correction_wrong": "这个更正只用于判错的题，每题一次",
}
