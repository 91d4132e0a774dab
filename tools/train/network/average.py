"""The weighted mean of two checkpoints of one training (Izmailov et al. 2018, "Averaging Weights Leads to Wider Optima").

    average.py EARLIER.pt LATER.pt --later 0.7 --out mean.pt
"""
import argparse

import torch


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("earlier")
    ap.add_argument("later")
    ap.add_argument("--later", dest="share", type=float, default=0.7, help="weight of the later one, 0 to 1")
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    before = torch.load(args.earlier, weights_only=False)["state"]
    saved = torch.load(args.later, weights_only=False)
    for name, value in saved["state"].items():
        if value.is_floating_point():
            saved["state"][name] = args.share * value + (1 - args.share) * before[name]
    saved["mean"] = {"share of the last round": args.share, "share of the round before": round(1 - args.share, 6)}
    torch.save(saved, args.out)


if __name__ == "__main__":
    main()
