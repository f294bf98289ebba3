SENTENCES = {
    "game_higher.title": "谁更陡",
    "game_higher.pitch": "两个函数、一个 x：谁的斜率更大？",
    "game_higher.rules": "给你两个函数和一个 x，说出谁在那里的斜率更大。站得高的不一定陡，峰值大的也不一定处处都大，陷阱就在这两处。差距一轮比一轮小，但图上总看得出来。计的是连对。",
    "game_higher.ask": "在 x = {x} 处，谁的斜率更大？",
    "game_higher.negative": "有人在往下走：负的斜率比 0 小。",
    "game_higher.steeper": "x = {x} 处，{name} 更陡。",
    "game_higher.number": "{at}，由 {formula} 算得",
    "game_higher.why_value_for_slope": "{flat} 在这里站得更高（{high} 比 {low}），可高度不是陡度。",
    "game_higher.why_peak_for_tail": "{flat} 最陡的地方有 {peak}，可那是山顶；走到 x = {x}，它已经平下去了。",
    "game_higher.end_well": "斜率这件事，你手里有杆秤。",
    "game_higher.end_fair": "不错。两条老规矩：高不等于陡，山顶不等于山坡。",
    "game_higher.end_hard": "先记住三个数：σ′ 最大 ¼，tanh′ 最大 1，ReLU′ 非 0 即 1；再玩就有数了。",
}
