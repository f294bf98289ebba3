"""笔记：读不懂的前置元数据、写回、扫描文件夹。"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # files
    "notes.file_gone": "文件不在了，或者链接没有指向任何文件",
    "notes.file_closed": "打不开（{why}）",
    "notes.file_large": "大于 {most}，不当作笔记读取",
    "notes.file_binary": "不是文本文件",
    "notes.file_name": "文件名不是 UTF-8，无法记住它；请改名",
    "notes.folder_closed": "文件夹打不开（{why}）",
    "notes.read_only": "只读，没有改动",
    "notes.changed_meanwhile": "刚才被别的程序改过，没有覆盖；请再运行一次",
    "notes.unwritable": "写不进去（{why}），没有改动",
    # the front matter
    "notes.encoding": "不是 UTF-8 编码的文本",
    "notes.front_open": "开头的 --- 没有结束：字段下面还缺一行 ---",
    "notes.front_large": "开头的 --- 到下一个 --- 之间超过 {most}，不读取",
    "notes.front_syntax": "前置元数据不是合法的 YAML：{reason}",
    "notes.front_character": "前置元数据里有 YAML 不允许的字符",
    "notes.front_no_mapping": "前置元数据应当是“键: 值”，这里是别的内容",
    "notes.front_key": "前置元数据的键应当是一个词",
    "notes.front_twice": "键 {key} 在第 {first} 行已经出现过",
    "notes.front_alias": "不读取别名（*）；请把内容写全，或加上引号",
    "notes.front_deep": "前置元数据的嵌套超过 {most} 层",
    "notes.front_by_hand": "前置元数据的写法特殊，改动它难免伤到别的内容；请手动修改",
    "notes.field_created": "created 应是 2026-11-20 这样的日期，而不是“{value}”",
    "notes.field_last_reviewed": "last_reviewed 应是 2026-11-20 这样的日期，而不是“{value}”",
    "notes.field_next_review": "next_review 应是 2026-11-20 这样的日期，而不是“{value}”",
    "notes.field_review_count": "review_count 应是不小于 0 的整数，而不是“{value}”",
    "notes.field_difficulty": "difficulty 应是 easy、medium 或 hard，而不是“{value}”",
    "notes.field_mastery_level": "mastery_level 应是 0 到 1 之间的数，而不是“{value}”",
}
