"""The computable questions of the course, asked in its own language, with the values they must have.

Left out are those that need linear algebra, a search over a parameter, or the arc cosine.
"""

import pytest

from tutor.activations.expression import calculate

BANK = """
Q02: relu(1+1) - 2*relu(1+1-1) == 0
Q03: [-3*2, -3*1+0.5] ≈ [-6.000000, -2.500000]
Q05: 1 + 3 + 3*2/2 == 7
Q06: sigmoid(1.5) == softmax([1.5, 0])[0] ≈ 0.817574
Q07: 2*sigmoid(1) - 1 == tanh(0.5) ≈ 0.462117
Q08: gelu(1) + gelu(-1) ≈ 0.682689
Q09: [min(gelu), argmin(gelu)] ≈ [-0.169971, -0.751792]
Q10: min(swish) ≈ -0.278465
Q11: mish′(0) ≈ 0.600000
Q12: min(selu) ≈ -1.758099
Q13: max(abs(swish(x, β=10) - relu(x))) ≈ 0.027846
Q14: max(softplus - relu) ≈ 0.693147
Q15: min(hard_swish) ≈ -0.375000
Q16: [softmax([1, 2, 3])[2], softmax([1, 2, 3], T=2)[2]] ≈ [0.665241, 0.506480]
Q17: logsumexp([1000, 1001]) ≈ 1001.313262
Q18: [50*(100+1), 5*50*(100+1)] == [5050, 25250]
Q19: sparsemax([0.5, 1, 0.1]) ≈ [0.250000, 0.750000, 0.000000]
Q20: σ′(10) ≈ 4.539581e-05
Q21: root(tanh′ - sigmoid′, 0.5, 3) ≈ 1.662886
Q22: [max(gelu′), argmax(gelu′)] ≈ [1.128904, 1.414214]
Q23: [E(step(gelu′(x) - 1)), E(step(silu′(x) - 1))] ≈ [0.226088, 0.100543]
Q24: [E(relu), Var(relu)] ≈ [0.398942, 0.340845]
Q25: [E(elu), E(relu)/(-E(elu - relu))] ≈ [0.160521, 1.673263]
Q26: E(gelu) == 1/(2*sqrt(pi)) ≈ 0.282095
Q27: [max(selu′), min(selu′(abs(x) + 1e-300))] ≈ [1.758099, 1.050701]
Q28: jacobian(softmax, [1, 2, 3])[0, 1] ≈ -0.022033
Q29: softmax([1, 2, 3]) - [0, 0, 1] ≈ [0.090031, 0.244728, -0.334759]
Q30: [24*log(2), 53*log(2)] ≈ [16.635532, 36.736801]
Q31: ((sigmoid(x) - 1)^2)″(-2) ≈ -0.118814
Q32: [max(abs(gelu_tanh - gelu)), max(abs(quick_gelu - gelu))] ≈ [4.732355e-04, 0.020335]
Q33: root(elu′ - leaky_relu′, -10, -1) ≈ -4.605170
Q34: ceil(log(1e-6)/log(max(sigmoid′))) == 10
Q34: max(sigmoid′)^10 ≈ 9.536743e-07
Q35: [gain(relu)/sqrt(512), gain(leaky_relu(x, α=0.2))] ≈ [0.062500, 1.386750]
Q36: sqrt(E(relu′^2)^100) ≈ 8.881784e-16
Q37: [chi1(tanh, 2), chi1(tanh, 2)^25] ≈ [1.362673, 2289.781075]
Q38: chi1(sigmoid, 10.149264) ≈ 1.000000
Q39: E(relu′^2)/Var(relu) == pi/(pi-1) ≈ 1.466942
Q40: 1 - (1 - (1 - E(relu′))^4)^50 ≈ 0.960321
Q42: [1/sqrt(Var(relu)), 1/sqrt(Var(gelu))] ≈ [1.712859, 1.700926]
Q43: 256*ceil(8*4096/3/256) == 11008
Q43: 3*4096*11008/(8*4096^2) ≈ 1.007812
Q44: [E(sigmoid^2), E(silu^2), E(gelu^2), E(relu^2)] ≈ [0.293379, 0.355776, 0.425221, 0.500000]
Q45: max(relu6)/255 ≈ 0.023529
Q46: 1 - E(relu′(x - 2)) ≈ 0.977250
Q47: [64*Var(x)^2, 64*Var(x)^2/64] == [64, 1]
Q48: [acon_c(-2, 1, 0.25, 1e6), acon_c(-2, 1, 0.25, 0)] ≈ [-0.500000, -1.250000]
Q49: [1/sqrt(Var(squared_relu)), -E(squared_relu)/sqrt(Var(squared_relu))] ≈ [0.894427, -0.447214]
Q50: quick_gelu(1)*(0 + 1) ≈ 0.845796
Q51: E(sine^2) == (1 - exp(-2))/2 ≈ 0.432332
"""


@pytest.mark.parametrize("line", BANK.strip().splitlines())
def test_question_has_its_value(line):
    claim = line.partition(": ")[2]
    assert calculate(claim) is True, calculate(claim.partition(" ≈ ")[0].partition(" == ")[0])
