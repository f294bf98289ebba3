SENTENCES = {
    "labs.unknown": "没有叫 {name} 的实验；tutor lab 列出全部。",
    "labs.unknown_preset": "没有叫 {name} 的预设。现有：{known}。",
    "labs.too_many": "--{name} 最多写 {most} 样，这里有 {n} 样。",
    "labs.no_function": "{text} 不是这里认识的 x 的函数。",
    "labs.out_of_range": "--{name} 的范围是 {low} 到 {high}，{text} 不行。",
    "labs.unknown_word": "--{name} 可选 {known}，没有 {text}。",
    "labs.no_switch": "--{name} 只能是 yes 或 no，{text} 不行。",
    "labs.not_finite": "{text} 在 {low} 和 {high} 之间有地方算不出数，网络没法用。",
}
