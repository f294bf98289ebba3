SENTENCES = {
    "plot.range": "{given} 不是范围；请写成 -6:6。",
    "plot.parameter": "{given} 没有设定参数；请写 β=0.5，一族曲线写 β=0.5,1,2。",
    "plot.layout": "没有布局 {given}；有 overlay、panels、grid。",
    "plot.mark": "无法标出 {given}；可以标 max、min、zero。",
    "plot.suffix": "无法写 {given}；图可以存成 .svg 或 .txt。",
    "plot.not_saved": "无法写入 {file}：{why}",
    "plot.saved": "已保存到 {file}",
}
