"""The weighted mean of checkpoints of one training (Izmailov et al. 2018, "Averaging Weights Leads to Wider Optima").

    average.py FIRST.pt … LAST.pt --shares 0.2 … 0.8 --out mean.pt

Layers of the last one may have grown: new units keep their weights.
"""
import argparse

import torch


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("checkpoints", nargs="+")
    ap.add_argument("--shares", nargs="+", type=float, required=True, help="of each, together 1")
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    if len(args.shares) != len(args.checkpoints) or abs(sum(args.shares) - 1) > 1e-6:
        ap.error("a share for each checkpoint, together 1")
    *before, saved = [torch.load(path, weights_only=False) for path in args.checkpoints]
    for name, value in saved["state"].items():
        if not value.is_floating_point():
            continue
        mean = args.shares[-1] * value
        for share, other in zip(args.shares, before):
            same = value.clone()
            weights = other["state"].get(name, value)
            same[tuple(slice(n) for n in weights.shape)] = weights
            mean += share * same
        saved["state"][name] = mean
    saved["mean"] = {"shares": args.shares}
    torch.save(saved, args.out)


if __name__ == "__main__":
    main()
