"""Normal numbers from a seed."""

import numpy as np

from tutor.labs.normals import normals

PINNED = [-0.8876065514601311, 0.6687539892010457, -1.8036270869827857]


def test_the_same_seed_gives_the_same_numbers_for_ever():
    assert normals((3,), "flow", 1).tolist() == normals((3,), "flow", 1).tolist()
    np.testing.assert_allclose(normals((3,), "flow", 1), PINNED, rtol=1e-14)
    assert normals((3,), "flow", 2).tolist() != normals((3,), "flow", 1).tolist()


def test_they_are_standard_normal():
    found = normals((200, 101), "moments")
    assert found.shape == (200, 101)
    assert abs(found.mean()) < 0.02
    assert abs(found.std() - 1) < 0.02
    assert abs(np.mean(found < 1) - 0.8413447) < 0.01
