"""Functions of vectors: against mpmath, their Jacobians against differences, special vectors."""

import mpmath as mp
import numpy as np
import pytest

from tutor.activations import VECTOR_FUNCTIONS, get_vector
from tutor.activations.functions.vectors import logsumexp
from tutor.errors import UsageError

mp.mp.dps = 50
ROWS = [
    np.linspace(-3, 3, 10),
    np.array([1000.0, 1001.0, 999.5]),
    np.array([-1000.0, -1001.0]),
    np.array([0.0, 1e-20, -1e-20]),
    np.array([700.3, -700.1, 12.7, 3e-5]),
    np.cos(np.arange(50) ** 2) * 100,
    np.cos(np.arange(12) ** 2) * 300,
    np.sin(np.arange(200) ** 2),
    np.array([7.0]),
]


def exact_shares(row):
    weights = [mp.exp(mp.mpf(float(x)) - mp.mpf(float(max(row)))) for x in row]
    return [weight / mp.fsum(weights) for weight in weights]


def worst_ulp(got, want):
    units = [max(np.spacing(abs(float(w))), 5e-324) for w in want]
    return max(float(abs(mp.mpf(float(g)) - w) / mp.mpf(u)) for g, w, u in zip(got, want, units, strict=True))


@pytest.mark.parametrize("row", ROWS)
def test_softmax_within_4_ulp(row):
    error = worst_ulp(get_vector("softmax").value(row), exact_shares(row))
    assert error <= 4, error


@pytest.mark.parametrize("row", ROWS)
def test_log_softmax_within_4_ulp(row):
    top = int(np.argmax(row))
    steps = [mp.mpf(float(x)) - mp.mpf(float(row[top])) for x in row]
    rest = mp.log1p(mp.fsum(mp.exp(step) for i, step in enumerate(steps) if i != top))
    error = worst_ulp(get_vector("log_softmax").value(row), [step - rest for step in steps])
    assert error <= 4, error


@pytest.mark.parametrize("row", ROWS)
def test_softmax_jacobian_within_8_ulp(row):
    shares = exact_shares(row)
    others = [mp.fsum(share for j, share in enumerate(shares) if j != i) for i in range(len(shares))]
    jacobian = get_vector("softmax").jacobian(row)
    error = worst_ulp(np.diag(jacobian), [share * other for share, other in zip(shares, others, strict=True)])
    assert error <= 8, error
    off = [(i, j) for i in range(min(4, len(row))) for j in range(len(row)) if i != j]
    if off:
        assert worst_ulp([jacobian[i, j] for i, j in off], [-shares[i] * shares[j] for i, j in off]) <= 8


@pytest.mark.parametrize("row", ROWS)
def test_logsumexp(row):
    exact = mp.log(mp.fsum(mp.exp(mp.mpf(float(x))) for x in row))
    assert logsumexp(row) == pytest.approx(float(exact), rel=4e-16, abs=4e-16)


SMOOTH_POINT = np.array([0.3, -0.7, 1.1, 0.55])


@pytest.mark.parametrize("record", VECTOR_FUNCTIONS, ids=lambda record: record.name)
class TestEveryVectorFunction:
    def test_jacobian_agrees_with_central_differences(self, record):
        h = 1e-6
        columns = [
            (record.value(SMOOTH_POINT + h * e) - record.value(SMOOTH_POINT - h * e)) / (2 * h) for e in np.eye(4)
        ]
        assert np.allclose(record.jacobian(SMOOTH_POINT), np.stack(columns, axis=-1), atol=1e-8)

    def test_rows_of_a_batch_are_taken_one_by_one(self, record):
        batch = np.stack([SMOOTH_POINT, -SMOOTH_POINT])
        assert np.array_equal(record.value(batch)[1], record.value(-SMOOTH_POINT))
        assert np.array_equal(record.jacobian(batch)[1], record.jacobian(-SMOOTH_POINT))

    def test_many_rows_are_the_same_as_each_alone(self, record):
        """Rows are computed in blocks of 8192 numbers, whatever the shape."""
        rows = np.cos(np.arange(6 * 500 * 4)).reshape(6, 500, 4)
        together, alone = record.value(rows), [record.value(row) for row in rows[3]]
        assert together.shape[:2] == (6, 500)
        assert np.array_equal(together[3], alone)
        assert record.jacobian(rows).shape == (6, 500, *record.jacobian(rows[0, 0]).shape)
        assert record.value(rows[:0]).shape[:2] == (0, 500)

    def test_float32_stays_float32(self, record):
        assert record.value(np.float32(SMOOTH_POINT)).dtype == np.float32

    def test_huge_numbers_give_no_nan(self, record):
        assert not np.isnan(record.value(np.array([1e308, -1e308, 0.0, 1.0]))).any()

    @pytest.mark.parametrize("wrong", [3.0, []])
    def test_what_is_no_vector_is_refused(self, record, wrong):
        with pytest.raises(UsageError) as caught:
            record.value(wrong)
        assert caught.value.key == "activation.needs_vector"


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_temperature_divides(name):
    record = get_vector(name)
    assert np.allclose(record.value(SMOOTH_POINT, T=2.0), record.value(SMOOTH_POINT / 2))
    assert np.allclose(record.jacobian(SMOOTH_POINT, T=2.0), record.jacobian(SMOOTH_POINT / 2) / 2)


def test_sparsemax_is_on_the_simplex_and_reaches_its_corners():
    sparsemax = get_vector("sparsemax")
    assert sparsemax.value([0.5, 1.0, 0.1]).tolist() == pytest.approx([0.25, 0.75, 0.0])
    assert sparsemax.value([5.0, 1.0]).tolist() == [1.0, 0.0]


def test_a_gated_unit_needs_an_even_length():
    with pytest.raises(UsageError) as caught:
        get_vector("swiglu").value([1.0, 2.0, 3.0])
    assert caught.value.key == "activation.odd_length"
