SENTENCES = {
    "lab_points.higher": "{name} 高 {points} ± {half} 个百分点",
    "lab_points.lower": "{name} 低 {points} ± {half} 个百分点",
    "lab_points.lost": "{name} 没法比：没有一对网络都没炸",
    "lab_points.same": "{name} 的差别没有超出噪声（{points} ± {half}）",
}
