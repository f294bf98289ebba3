"""Sentences of the journal and its care."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "store.newer": "{path} 是较新版本的 tutor 写的（格式 {version}，这个版本只认到 {known}）。请升级 tutor；文件未作任何改动。",
    "store.damaged": "{path} 已损坏（{detail}）。文件保持原样。`tutor doctor` 会告诉你怎么办。",
    "store.foreign": "{path} 不是 tutor 的学习记录。文件保持原样；请用 --home 指定另一个文件夹。",
    "store.home_is_file": "{path} 是一个文件，而 tutor 在此需要一个文件夹。请用 --home 指定另一个文件夹。",
    "store.unwritable": "无法写入 {path}。请检查文件夹的权限，或用 --home 指定另一个文件夹。",
    "store.full": "{path} 写不进去：磁盘已满或达到限额。什么都没有记录；请先腾出空间。",
    "store.busy": "{path} 长时间被另一个程序占用。请关闭它后再试；什么都没有记录。",
    "store.failed": "无法读写 {path}（{detail}）。什么都没有记录。",
}
