"""The best tree under arc scores: each word's best head, and where that has cycles Chu-Liu/Edmonds; one root."""
import numpy as np


def find_cycle(heads):
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        path, v = [], start
        while v != 0 and colour[v] == 0:
            colour[v] = 1
            path.append(v)
            v = heads[v]
        if v != 0 and colour[v] == 1:
            return path[path.index(v):]
        for u in path:
            colour[u] = 2
    return None


def arborescence(scores):
    """scores[d, h] over nodes 0..n (0 the root) → heads, by contraction of cycles."""
    n = scores.shape[0]
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = [v for v in range(n) if not inside[v]]
    where = {v: i for i, v in enumerate(outside)}
    m = len(outside)
    small = np.full((m + 1, m + 1), -np.inf)
    enter, leave = {}, {}
    for v in outside:
        for u in outside:
            small[where[v], where[u]] = scores[v, u]
        out = max(cycle, key=lambda u: scores[v, u])
        small[where[v], m] = scores[v, out]
        leave[v] = out
    for u in outside:
        best = max(cycle, key=lambda v: scores[v, u] - scores[v, heads[v]])
        small[m, where[u]] = scores[best, u] - scores[best, heads[best]]
        enter[u] = best
    result = arborescence(small)
    back = heads.copy()
    for v in outside[1:]:
        back[v] = leave[v] if result[where[v]] == m else outside[result[where[v]]]
    u = outside[result[m]]
    back[enter[u]] = u
    return back


def decode(arcs):
    """arcs: words × (words + 1) → heads counted from 1, exactly one of them 0."""
    n = arcs.shape[0]
    scores = np.full((n + 1, n + 1), -np.inf)
    scores[1:, :] = arcs
    heads = arborescence(scores)
    roots = [d for d in range(1, n + 1) if heads[d] == 0]
    if len(roots) != 1:
        best, kept = -np.inf, None
        for root in (roots or range(1, n + 1)):
            only = scores.copy()
            only[1:, 0] = -np.inf
            only[root, 0] = scores[root, 0]
            found = arborescence(only)
            value = sum(only[d, found[d]] for d in range(1, n + 1))
            if value > best:
                best, kept = value, found
        heads = kept
    return [int(h) for h in heads[1:]]
