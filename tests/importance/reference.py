#!/usr/bin/env python3
"""Makes data sets and what an independent computation finds in them, for tests/importance.rs to agree with.

    python3 tests/importance/reference.py > tests/importance/reference.txt        (needs numpy)

Independent of src/core/importance: Johnson's weights come from the singular value decomposition of the standardised
answers instead of eigenvalues of their correlations, Shapley values from averaging over all orders of regressions by
least squares instead of weighted subsets of an elimination. The bootstrap's generator is written again. The file's form:

    data NAME factor factor …      one a criterion; rows follow: general question, criteria (1-5, - for no score)
    cannot KIND [numbers]          nothing can be told
    left CRITERION KIND            did not enter
    figures used ballots explained adjusted
    weight CRITERION weight low high share low high correlation     (199 samples, seed 2026)
    factor ID value                Shapley value of the factor as a block
    exact CRITERION value          Shapley value of the criterion (at most 7 of them here)
"""
import itertools
import math

import numpy

REPLICATES, SEED = 199, 2026
MASK = (1 << 64) - 1


class SplitMix:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, count):
        whole = (1 << 64) // count * count
        while True:
            bits = self.next()
            if bits < whole:
                return bits % count


def johnson(x, y):
    """Relative weights, R² and rank by the SVD of standardised scores."""
    varies = x.max(axis=0) > x.min(axis=0)
    weights = numpy.zeros(x.shape[1])
    z = x[:, varies] - x[:, varies].mean(axis=0)
    z = z / numpy.sqrt((z**2).sum(axis=0))
    t = y - y.mean()
    t = t / numpy.sqrt((t**2).sum())
    left, values, right = numpy.linalg.svd(z, full_matrices=False)
    rank = int((values > 1e-6).sum())
    left, values, right = left[:, :rank], values[:rank], right[:rank]
    stand_in = left @ right
    beta = stand_in.T @ t
    loading = right.T @ numpy.diag(values) @ right
    weights[varies] = (loading**2) @ (beta**2)
    return weights, float(((left.T @ t) ** 2).sum()), rank


def r_squared(x, y):
    if x.shape[1] == 0:
        return 0.0
    z, t = x - x.mean(axis=0), y - y.mean()
    fitted = z @ numpy.linalg.lstsq(z, t, rcond=1e-9)[0]
    return float((fitted**2).sum() / (t**2).sum())


def over_orders(x, y, blocks):
    """Mean gain in R² of each block over all orders."""
    known = {}

    def of(chosen):
        key = frozenset(chosen)
        if key not in known:
            columns = [column for block in sorted(key) for column in blocks[block]]
            known[key] = r_squared(x[:, columns], y)
        return known[key]

    gains = [0.0] * len(blocks)
    for order in itertools.permutations(range(len(blocks))):
        for place, block in enumerate(order):
            gains[block] += of(order[: place + 1]) - of(order[:place])
    return [gain / math.factorial(len(blocks)) for gain in gains]


def number(value):
    return f"{value:.15g}"


def percentiles(values):
    values = sorted(values)
    rank = (len(values) + 1) // 40
    return values[rank - 1], values[len(values) - rank]


def tell(name, factors, rows):
    print("data", name, *factors)
    for row in rows:
        print("".join("-" if value is None else str(value) for value in row))
    ids = [f"{factor}{factors[: place + 1].count(factor)}" for place, factor in enumerate(factors)]
    rows = [row for row in rows if row[0] is not None]
    answered = [sum(row[place + 1] is not None for row in rows) for place in range(len(ids))]
    entering = [place for place in range(len(ids)) if answered[place] * 2 >= len(rows)]
    full = [[row[0]] + [row[place + 1] for place in entering] for row in rows]
    full = sorted(row for row in full if None not in row)
    if len(full) < 30:
        return print("cannot few", len(full), max(30, 2 * len(entering) + 2))
    data = numpy.array(full, dtype=float)
    if len(set(data[:, 0])) == 1:
        return print("cannot constant")
    moving = [column for column in range(len(entering)) if len(set(data[:, column + 1])) > 1]
    if len(moving) < 2:
        return print("cannot criteria", len(moving))
    needed = max(30, 2 * len(moving) + 2)
    if len(full) < needed:
        return print("cannot few", len(full), needed)
    y, x = data[:, 0], data[:, 1:][:, moving]
    kept = [entering[column] for column in moving]
    weights, explained, rank = johnson(x, y)
    adjusted = 1 - (1 - explained) * (len(y) - 1) / (len(y) - rank - 1)
    if adjusted <= 0:
        return print("cannot nothing")
    for place, id_ in enumerate(ids):
        if place not in entering:
            print("left", id_, "rarely", answered[place], len(rows))
        elif place not in kept:
            print("left", id_, "constant")
    print("figures", len(full), len(rows), number(explained), number(adjusted))
    generator = SplitMix(SEED)
    drawn, shares = [], []
    for _ in range(REPLICATES):
        chosen = [generator.below(len(y)) for _ in range(len(y))]
        if len(set(y[chosen])) == 1:
            continue
        again, whole, _ = johnson(x[chosen], y[chosen])
        drawn.append(again)
        shares.append(again / whole)
    correlation = [float(numpy.corrcoef(x[:, column], y)[0, 1]) for column in range(len(kept))]
    for column, place in enumerate(kept):
        low, high = percentiles(float(again[column]) for again in drawn)
        share_low, share_high = percentiles(float(again[column]) for again in shares)
        parts = [weights[column], low, high, weights[column] / explained, share_low, share_high, correlation[column]]
        print("weight", ids[place], *map(number, parts))
    names = sorted({factors[place] for place in kept})
    blocks = [[column for column, place in enumerate(kept) if factors[place] == name] for name in names]
    for name, value in zip(names, over_orders(x, y, blocks)):
        print("factor", name, number(value))
    if len(kept) <= 7:
        for place, value in zip(kept, over_orders(x, y, [[column] for column in range(len(kept))])):
            print("exact", ids[place], number(value))


def levels(latent, cuts=(-1.6, -0.8, 0.0, 1.0)):
    return 1 + sum((latent > cut).astype(int) for cut in cuts)


def people(seed, count, factors, person=0.8, within=0.5, effects=None, noise=0.8, missing=0.0, rare=()):
    """Answers that go together within a person and a factor; the general question follows `effects`."""
    random = numpy.random.default_rng(seed)
    base = 0.6 + random.normal(0, person, count)
    themes = {name: random.normal(0, within, count) for name in dict.fromkeys(factors)}
    latent = [base + themes[name] + random.normal(0, 0.7, count) for name in factors]
    effects = effects or [1.0 / len(factors)] * len(factors)
    general = 0.3 + sum(e * l for e, l in zip(effects, latent)) + random.normal(0, noise, count)
    columns = [levels(general)] + [levels(one) for one in latent]
    rows = [[int(column[person]) for column in columns] for person in range(count)]
    for row in rows:
        for place in range(len(row)):
            if random.random() < missing or (place > 0 and factors[place - 1] in rare and random.random() < 0.8):
                row[place] = None
    return rows


def with_column(rows, place, of):
    return [row[:place] + [of(row)] + row[place + 1 :] for row in rows]


def main():
    desk = ["a"] * 4 + ["b"] * 5 + ["c"] * 6 + ["d"] * 3 + ["e"] * 4
    six = ["a", "a", "b", "b", "c", "c"]
    tell("three-criteria", ["a", "b", "c"], people(1, 60, ["a", "b", "c"], person=0.1))
    tell("six-correlated", six, people(2, 120, six, effects=[0.6, 0.1, 0.4, 0, 0, 0.1]))
    tell("twins", six, with_column(people(3, 90, six), 4, lambda row: row[1]))
    tell("triplets-only", ["a", "a", "b"], [[r[0], r[1], r[1], r[1]] for r in people(4, 50, ["a", "a", "b"])])
    tell("constant-criterion", six, with_column(people(5, 80, six), 3, lambda row: 4))
    summed = [row for row in people(6, 150, six) if 3 <= row[1] + row[2] <= 6]
    tell("sum-of-two", six, with_column(summed, 5, lambda row: row[1] + row[2] - 2))
    tell("general-is-one", six, with_column(people(7, 70, six), 0, lambda row: row[2]))
    tell("turned-round", six, with_column(people(8, 100, six), 6, lambda row: 6 - row[6]))
    tell("desk", desk[:18], people(9, 160, desk[:18], effects=[0.3, 0, 0, 0.1] + [0.02] * 13 + [0.3]))
    tell("desk-with-feedback", desk, people(10, 150, desk, missing=0.01, rare=("e",)))
    tell("many-missing", six, people(11, 150, six, missing=0.12))
    tell("nearly-constant", six, with_column(people(12, 60, six), 2, lambda row: 1 if row == first(12, six) else 5))
    tell("three-levels", six, [[min(v, 3) for v in row] for row in people(13, 90, six)])
    tell("noise", six, people(14, 40, six, effects=[0.0001] * 6, noise=2.0))
    tell("less-than-chance", six, people(21, 60, six, effects=[0.0001] * 6, noise=2.0))
    tell("constant-general", six, with_column(people(15, 60, six), 0, lambda row: 5))
    tell("one-moves", ["a", "b"], with_column(people(16, 60, ["a", "b"]), 2, lambda row: 3))
    tell("too-few", six, people(17, 25, six))
    tell("too-few-for-so-many", desk[:18], people(18, 34, desk[:18]))


def first(seed, factors):
    return people(seed, 60, factors)[0]


if __name__ == "__main__":
    main()
