"""The mean of trained networks' weights: `python train/attribution_average.py A.pt B.pt OUT.pt`.

For networks of which one was trained on from the other (Izmailov et al. 2018, "Averaging weights leads to wider optima
and better generalization"): the mean reads a little better than either, at the cost of one.
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Average, write."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("weights", type=Path, nargs="+")
    cli.add_argument("out", type=Path)
    said = cli.parse_args()
    states = [torch.load(path) for path in said.weights]
    torch.save({name: sum(state[name] for state in states) / len(states) for name in states[0]}, said.out)


if __name__ == "__main__":
    main()
