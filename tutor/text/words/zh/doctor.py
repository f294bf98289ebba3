SENTENCES = {
    "doctor.damaged": "学习日志 {path} 损坏了：{why}。它没有被改动。tutor restore 会列出备份；恢复其中一个时，损坏的文件会原样留存。",
    "doctor.counted": "学习日志里有 {events} 条记录，涉及 {cards} 张卡片。",
    "doctor.differences": "{n} 张卡片的缓存与学习日志不一致：{ids}",
    "doctor.future": "{n} 条记录来自未来（时钟可能走错过）：{ids}",
    "doctor.unknown": "{n} 条记录的种类不认识（可能来自较新的版本）：{ids}",
    "doctor.broken": "{n} 条记录的内容读不懂：{ids}",
    "doctor.deck": "导入的牌组 {deck} 第 {line} 行读不出来（{why}），这张卡片先跳过。重新导入一次即可。",
    "doctor.more_lines": "……牌组里还有 {n} 行读不出来。",
    "doctor.agree": "缓存与学习日志一致。",
    "doctor.healthy": "一切正常：缓存与学习日志一致。",
    "doctor.rebuild": "运行 tutor doctor --rebuild 可以从学习日志重建缓存；你的作答都在学习日志里。",
}
