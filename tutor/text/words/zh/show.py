SENTENCES = {
    "show.unknown": "没有叫 {name} 的图；tutor show 列出全部。",
    "show.no_functions": "{name} 不能挑函数。",
    "show.no_range": "{name} 没有可改的范围。",
    "show.no_param": "{name} 没有可改的参数。",
    "show.no_layout": "{name} 只有一种排法。",
    "show.no_columns": "{name} 不是表格，没有列可挑。",
    "show.no_sort": "{name} 不是表格，不能排序。",
    "show.no_filter": "{name} 不是表格，不能筛选。",
    "show.no_gain": "{name} 与权重的增益无关。",
    "show.no_units": "{name} 与每层的单元数无关。",
    "show.no_depth": "{name} 与网络深度无关。",
    "show.no_seed": "{name} 里没有随机数。",
}
