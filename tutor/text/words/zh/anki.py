"""Packages for Anki, out and in."""

SENTENCES = {
    "anki.root": "神经网络的激活函数",
    "anki.several": "可能不止一项是对的",
    "anki.myth_or_fact": "事实，还是误区？",
    "anki.not_saved": "写不了 {file}：{why}。原来的文件没有动。",
    "anki.unreadable": "读不了 {file}：{why}。什么都没有导入。",
    "anki.not_a_package": "{file} 不是 Anki 牌组包：.apkg 和 .colpkg 都是 zip 压缩包，它不是。什么都没有导入。",
    "anki.truncated": "{file} 不完整（{why}），可能没下载完。什么都没有导入；请重新导出或下载一次。",
    "anki.encrypted": "{file} 是加密的压缩包，打不开。什么都没有导入；请从 Anki 里重新导出。",
    "anki.no_collection": "{file} 是压缩包，但里面没有 Anki 的数据。什么都没有导入。",
    "anki.too_large": "{file} 里的数据解开后超过 {most} MB，不像是真的牌组包。什么都没有导入；请在 Anki 里分成几个牌组导出。",
    "anki.not_a_collection": "{file} 里的数据不是 Anki 的（{why}）。什么都没有导入。",
    "anki.damaged": "{file} 里的 Anki 数据已损坏（{why}）。什么都没有导入；请在 Anki 里运行「检查数据库」，再导出一次。",
    "anki.needs_zstd": "{file} 是新格式的牌组包，要先安装 backports.zstd 才能读（Python 3.14 起自带）；也可以在 Anki 导出时勾选「支持较旧的 Anki 版本」。什么都没有导入。",
}
