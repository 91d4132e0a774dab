"""The best tree under arc scores: one root, no crossing arcs. The same as lib/entente/syntax/tree.cpp."""
import numpy as np


def is_projective_tree(heads):
    """heads: of nodes 0..n, that of node 0 not read. One root, no cycle, no two arcs that cross."""
    n = len(heads) - 1
    if sum(heads[d] == 0 for d in range(1, n + 1)) != 1:
        return False
    for d in range(1, n + 1):
        v = d
        for _ in range(n):
            v = heads[v] if v != 0 else 0
        if v != 0:
            return False
        low, high = min(d, heads[d]), max(d, heads[d])
        if any(not low <= heads[between] <= high for between in range(low + 1, high)):
            return False
    return True


def eisner(scores):
    """scores[d, h] over nodes 0..n (0 the root) → the heads of the best tree without crossing arcs (Eisner 1996).

    Of words from..to: open[side] where an arc joins the two ends, closed[side] where the head has all its dependents;
    side 0: the head is the last word, side 1: the first.
    """
    n = scores.shape[0] - 1
    closed = np.zeros((2, n + 2, n + 2))
    opened = np.zeros((2, n + 2, n + 2))
    splits = np.zeros((4, n + 2, n + 2), dtype=int)
    for length in range(1, n):
        for a in range(1, n - length + 1):
            b = a + length
            apart = closed[1, a, a:b] + closed[0, a + 1:b + 1, b]
            splits[0, a, b] = a + apart.argmax()
            opened[0, a, b] = apart.max() + scores[a, b]
            opened[1, a, b] = apart.max() + scores[b, a]
            left = closed[0, a, a:b] + opened[0, a:b, b]
            right = opened[1, a, a + 1:b + 1] + closed[1, a + 1:b + 1, b]
            splits[2, a, b], closed[0, a, b] = a + left.argmax(), left.max()
            splits[3, a, b], closed[1, a, b] = a + 1 + right.argmax(), right.max()
    root = 1 + int(np.argmax([closed[0, 1, r] + closed[1, r, n] + scores[r, 0] for r in range(1, n + 1)]))
    heads = [0] * (n + 1)
    parts = [(1, root, 0, False), (root, n, 1, False)]
    while parts:
        a, b, side, is_open = parts.pop()
        if a == b:
            continue
        if is_open:
            split = splits[0, a, b]
            heads[a if side == 0 else b] = b if side == 0 else a
            parts += [(a, split, 1, False), (split + 1, b, 0, False)]
        else:
            split = splits[2 + side, a, b]
            parts += [(a, split, side, side == 1), (split, b, side, side == 0)]
    return heads


def decode(arcs):
    """arcs: words × (words + 1) → heads counted from 1, exactly one of them 0."""
    n = arcs.shape[0]
    scores = np.full((n + 1, n + 1), -np.inf)
    scores[1:, :] = arcs
    np.fill_diagonal(scores, -np.inf)
    heads = [0, *scores[1:].argmax(axis=1)]
    return [int(h) for h in (heads if is_projective_tree(heads) else eisner(scores))[1:]]
