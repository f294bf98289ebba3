"""Functions of a whole vector: softmax and its kin, maxout, gated linear units."""

from __future__ import annotations

from tutor.activations.record import Framework, Parameter, Source, VectorFunction
from tutor.text import Text

TEMPERATURE = Parameter("T", "T", 1.0, Text("温度：越高越平均，越低越尖", "temperature: high evens out, low sharpens"))
BRIDLE = Source(
    1990,
    "Bridle",
    "Probabilistic interpretation of feedforward classification network outputs",
)
DAUPHIN = Source(2016, "Dauphin, Fan, Auli & Grangier", "Language modeling with gated convolutional networks")
SHAZEER = Source(2020, "Shazeer", "GLU variants improve transformer")

SOFTMAX = VectorFunction(
    name="softmax",
    title=Text("Softmax", "Softmax"),
    symbol="softmax",
    formula="pᵢ = e^(xᵢ/T) / Σⱼ e^(xⱼ/T)",
    derivative_formula="∂pᵢ/∂xⱼ = pᵢ(δᵢⱼ − pⱼ)/T",
    family="vector",
    module="vectors",
    parameters=(TEMPERATURE,),
    sources=(BRIDLE,),
    frameworks=(Framework("PyTorch", "nn.Softmax"), Framework("JAX", "jax.nn.softmax"), Framework("Keras", "softmax")),
    claims=(
        "sum(softmax([1, -2, 3])) == 1",
        "softmax([1, 2, 3]) == softmax([11, 12, 13])",
        "softmax([1.5, 0])[0] == sigmoid(1.5)",
        "softmax([1, 2], T=2) == softmax([0.5, 1])",
    ),
)
LOG_SOFTMAX = VectorFunction(
    name="log_softmax",
    title=Text("对数 Softmax", "Log-softmax"),
    symbol="ln softmax",
    formula="ln pᵢ = xᵢ/T − ln Σⱼ e^(xⱼ/T)",
    derivative_formula="∂ ln pᵢ/∂xⱼ = (δᵢⱼ − pⱼ)/T",
    family="vector",
    module="vectors",
    parameters=(TEMPERATURE,),
    frameworks=(
        Framework("PyTorch", "nn.LogSoftmax"),
        Framework("JAX", "jax.nn.log_softmax"),
        Framework("Keras", "log_softmax"),
    ),
    claims=("exp(log_softmax([1, 2, 3])) == softmax([1, 2, 3])", "log_softmax([0, 1000])[0] == -1000"),
)
SPARSEMAX = VectorFunction(
    name="sparsemax",
    title=Text("Sparsemax", "Sparsemax"),
    symbol="sparsemax",
    formula="pᵢ = max(xᵢ − τ, 0), Σ pᵢ = 1",
    derivative_formula="J = diag(s) − ssᵀ/|s|, sᵢ = 1[pᵢ > 0]",
    family="vector",
    module="vectors",
    sources=(
        Source(
            2016,
            "Martins & Astudillo",
            "From softmax to sparsemax: a sparse model of attention and multi-label classification",
        ),
    ),
    frameworks=(Framework("Keras", "sparsemax"),),
    claims=("sparsemax([0.5, 1, 0.1]) == [0.25, 0.75, 0]", "sum(sparsemax([3, 1, 2.5])) == 1"),
)
MAXOUT = VectorFunction(
    name="maxout",
    title=Text("Maxout", "Maxout"),
    symbol="maxout",
    formula="f(z) = max(z₁, …, z_k), zᵢ = wᵢᵀx + bᵢ",
    derivative_formula="∂f/∂zᵢ = 1 (zᵢ largest), 0 otherwise",
    family="vector",
    module="vectors",
    sources=(Source(2013, "Goodfellow, Warde-Farley, Mirza, Courville & Bengio", "Maxout networks"),),
    claims=("maxout([2, -3, 1])[0] == 2", "jacobian(maxout, [2, -3, 1])[0] == [1, 0, 0]"),
)


def _gated(title: str, gate: str, slope: str, sources: tuple[Source, ...], claim: str) -> VectorFunction:
    """Return the record of a gated linear unit; all five differ in their gate only."""
    name = title.lower()
    return VectorFunction(
        name=name,
        title=Text(f"{title}（门控线性单元）", f"{title} (gated linear unit)"),
        symbol=title,
        formula=f"{title}(a, b) = a·{gate}",
        derivative_formula=f"∂/∂a = {gate}, ∂/∂b = {slope}",
        family="vector",
        module="gated_pairs",
        sources=sources,
        frameworks=(Framework("PyTorch", "nn.GLU"), Framework("JAX", "jax.nn.glu")) if name == "glu" else (),
        claims=(claim,),
    )


GLU = _gated("GLU", "σ(b)", "a·σ′(b)", (DAUPHIN,), "glu([3, 2])[0] == 3*sigmoid(2)")
REGLU = _gated("ReGLU", "ReLU(b)", "a·ReLU′(b)", (SHAZEER,), "reglu([3, 2, 2, -1]) == [6, 0]")
GEGLU = _gated("GEGLU", "GELU(b)", "a·GELU′(b)", (SHAZEER,), "geglu([3, 2])[0] == 3*gelu(2)")
SWIGLU = _gated("SwiGLU", "SiLU(b)", "a·SiLU′(b)", (SHAZEER,), "swiglu([3, 2])[0] == 3*silu(2)")
BILINEAR = _gated("Bilinear", "b", "a", (DAUPHIN, SHAZEER), "bilinear([3, 2])[0] == 6")
RECORDS = (SOFTMAX, LOG_SOFTMAX, SPARSEMAX, MAXOUT, GLU, REGLU, GEGLU, SWIGLU, BILINEAR)
