"""Notes as learners keep them, with what they ask: input and claim side by side."""

from __future__ import annotations

# A note of the common kind: front matter, questions with standard answers, chapters, formulas, code, related notes.
STUDY = """---
created: '2026-01-10'
last_reviewed: null
next_review: '2026-01-10'
review_count: 0
difficulty: medium
mastery_level: 0.0
tags:
- 机器学习
related_outlines: []
---
# 归一化为什么有用

## 速答

### Q: 批归一化做了什么？

**标准答案：**
分三步：
1. **减去均值**：让每个通道以 0 为中心
2. **除以标准差**：$\\hat{x} = \\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\epsilon}}$
3. **缩放平移**：$y = \\gamma \\hat{x} + \\beta$，两个参数可学习

### Q: 推理时用什么统计量？

**标准答案：**
- **均值**：训练时的滑动平均
- **方差**：同样是滑动平均

---

## 细节

### 1. 公式

$$
\\mu = \\frac{1}{m}\\sum_{i=1}^m x_i
$$

#### 问题1：批太小会怎样？
统计量不稳定：
$$\\sigma^2 = \\begin{cases}
0, & \\text{if } m = 1 \\\\
> 0, & \\text{otherwise}
\\end{cases}$$

所以 $m = 1$ 时不能用。

#### 和层归一化的区别
- **批归一化**：沿样本
- **层归一化**：沿特征

```python
# Q: 这是注释
def norm(x):  # A :: B
    return (x - x.mean()) / x.std()
```

## 面试

### Q1: 放在激活之前还是之后？
**回答要点：**
- **原文**：放在激活之前
- **实践**：
  - 之后也常见
  - 看实验

---

## 相关笔记
<!-- 自动生成 -->

- [另一篇](notes/x.md) - 相似度: 33%
"""
STUDY_ASKS = {
    16: "批归一化做了什么？",
    24: "推理时用什么统计量？",
    40: "批太小会怎样？",
    61: "放在激活之前还是之后？",
}
CHAT = """You:

请讲讲 Softplus

助手：

## **🎯 Softplus**

-   **定义**：$\\ln(1 + e^x)$

-   **导数**：

    $$
    \\sigma(x)
    $$

    就是 Sigmoid

| 函数 | 公式 | 说明 |
| --- | --- | --- |
| **Softplus** | $\\ln(1+e^x)$ | 处处光滑 |
| ReLU | $\\max(0,x)$ | 0 处有折 |

> “光滑，但慢。”

小测验：它在 0 处的值？
A. 0
B. ln 2
"""
HASHCARDS = """Q: What is the slope of sigmoid at 0?
A: 1/4

C: [GELU] is x times the [normal distribution function].

---

Q: Which of these is not smooth?
A: ReLU,
at 0.
"""
MIXED = """# Facts

- ReLU 的导数 :: 0 或 1 ^relu-slope
- GELU ::: 高斯误差线性单元

==Swish== 也叫 ==SiLU==。

Q: 哪些函数没有上界？ <!-- id: unbounded -->
- [x] ReLU
- [ ] tanh
- [x] GELU
答：正半轴一直增长。
"""

CODE = """# Code

### Q: 写出 GELU 的近似实现，说明用途

```python
def gelu(x):
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))  # the tanh form
```

**答案：**
1. **公式**：$GELU(x) \\approx 0.5x(1 + \\tanh(\\sqrt{\\frac{2}{\\pi}}(x + 0.044715x^3)))$，常数由拟合误差函数得到
2. **代价**：
   - 一次立方
   - one tanh, cheaper than erf, and for that reason everywhere in the code of early Transformers

```python
class Activations:
    @staticmethod
    def leaky_relu(x, alpha=0.01):
        return np.where(x > 0, x, alpha * x) if getattr(x, "ndim", 0) else max(x, alpha * x)
```

| 形式 | 误差 |
|--|--|
| erf | 0 |
| tanh | $4.73 \\times 10^{-4}$ |
"""
ALL = {"study.md": STUDY, "chat.md": CHAT, "hashcards.md": HASHCARDS, "mixed.md": MIXED, "code.md": CODE}
