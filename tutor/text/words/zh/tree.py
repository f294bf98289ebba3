SENTENCES: dict[str, str] = {
    "tree.do_move": "移动",
    "tree.do_fold": "收起、展开",
    "tree.do_all": "全部展开",
    "tree.do_none": "全部收起",
    "tree.do_lesson": "打开课程",
    "tree.do_leave": "离开",
    "tree.opens": "回车打开课程 {lesson}",
    "tree.no_lesson": "还没有专门的课程",
    "tree.counts": "下面有 {n} 项",
    "tree.told": "{name}，其下有 {n} 项：{children}。",
    "tree.told_leaf": "{name}：{told}。",
}
