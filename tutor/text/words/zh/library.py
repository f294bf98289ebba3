"""Sentences of the compiled library."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "library.own": "自己的笔记和牌组",
    "library.no_card": "没有卡片 {id}。",
    "library.no_card_near": "没有卡片 {id}。是不是想找 {near}？",
    "library.no_lesson": "没有课 {id}。",
    "library.no_lesson_near": "没有课 {id}。是不是想找 {near}？",
}
