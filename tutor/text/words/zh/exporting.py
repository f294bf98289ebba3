SENTENCES = {
    "exporting.nothing": "要导出什么？tutor export --anki 文件、--csv 文件、--hashcards 文件、--revlog 文件、--all 文件，或者 --recap 课文。",
    "exporting.one": "一次只能选一种格式。",
    "exporting.no_filter": "这种导出不能只取一部分：--part、--lesson、--tag、--started 只用于 --anki、--csv、--hashcards 和 --revlog。",
    "exporting.no_cards": "没有符合条件的卡片，什么都没有写。",
    "exporting.needs_file": "Anki 牌组包要写到文件里：tutor export --anki cards.apkg",
    "exporting.folder": "{file} 是文件夹，请写出文件名。",
    "exporting.exists": "{file} 已经存在。加上 --force 就覆盖它，或者换一个文件名。",
    "exporting.not_saved": "写不了 {file}：{why}。",
    "exporting.saved_anki": "{cards} 张卡片和 {answers} 次作答已写入 {file}，用 Anki 打开即可。",
    "exporting.saved_csv": "{cards} 张卡片已写入 {file}。",
    "exporting.saved_hashcards": "{cards} 张卡片已写入 {file}。",
    "exporting.saved_revlog": "{answers} 次作答已写入 {file}。",
    "exporting.saved_all": "设置、牌组和 {events} 条学习记录都已写入 {file}；用 tutor import 可以读回来。",
    "exporting.front": "正面",  # as Anki calls the fields of its basic note type
    "exporting.back": "背面",
    "exporting.by_sight": "有 {n} 张卡片离开图就看不懂，没有导出。",
}
