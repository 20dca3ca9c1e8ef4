"""How teachers and pupils are trained: AdamW by steps, the lower layers slower, and a mean of the weights kept.

On a GPU when torch has one, else on the processor, slowly; with matrix products in bfloat16 where there are any.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from attribution_fit import batches
from attribution_model import layer_of

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
WARM = 0.06  # of all steps; from there straight down to nothing
EVERY = 4  # steps from one weight of the mean to the next


def half() -> torch.autocast:
    """Matrix products in bfloat16, where there is a GPU or a processor that has them."""
    able = DEVICE.type == "cuda" or torch.ops.mkldnn._is_mkldnn_bf16_supported()
    return torch.autocast(DEVICE.type, dtype=torch.bfloat16, enabled=able)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    What is new in the network learns `faster` than the encoder, each layer `decay` times as fast as the one above
    (Howard & Ruder 2018). `average` is how much of the weights' mean stays from one reading to the next (Polyak &
    Juditsky 1992); with 0 there is none.
    """

    rate: float
    steps: int
    faster: float
    decay: float = 1.0
    average: float = 0.0


def groups(model: torch.nn.Module, plan: Plan) -> list[dict]:
    """The weights by how fast they learn."""
    named = [(name, weight) for name, weight in model.named_parameters() if weight.requires_grad]
    layers = 1 + max(number for name, _ in named if (number := layer_of(name)) is not None)
    made: dict[float, list[torch.nn.Parameter]] = {}
    for name, weight in named:
        number = layer_of(name)
        depth = layers if number is None else layers - 1 - number
        rate = plan.rate * (plan.decay**depth if name.startswith("encoder.") else plan.faster)
        made.setdefault(rate, []).append(weight)
    return [{"params": weights, "lr": rate} for rate, weights in made.items()]


def train(
    model: torch.nn.Module,
    plan: Plan,
    epoch: Callable[[], Sequence[Sequence[int]]],
    loss_for: Callable[[Sequence[int]], torch.Tensor],
) -> None:
    """Train on the batches of one epoch after the other; the network is left with the weights' mean, if one is kept."""
    weights = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(groups(model, plan), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: pace(step / plan.steps))
    mean = [weight.detach().clone() for weight in weights] if plan.average else []
    model.train()
    total, began = torch.zeros((), device=DEVICE), time.time()
    for number, chosen in enumerate(_steps(epoch, plan.steps)):
        with half():
            loss = loss_for(chosen)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        schedule.step()
        if mean and number % EVERY == 0:  # the first readings are far from the last: they count less
            keep = min(plan.average, (number + 1) / (number + 20))
            torch._foreach_lerp_(mean, [weight.detach() for weight in weights], 1 - keep)
        total += loss.detach()
        if number % 100 == 99:
            passed = time.time() - began
            print(f"step {number + 1} of {plan.steps} loss {total.item() / 100:.4f} {passed:.0f}s", flush=True)
            total.zero_()
    for weight, kept in zip(weights, mean, strict=bool(mean)):
        weight.data.copy_(kept)


def pace(passed: float) -> float:
    """The share of the full rate when this share of the steps has passed."""
    return max(min(passed / WARM, (1 - passed) / (1 - WARM)), 0.0) + 1e-4


def _steps(epoch: Callable[[], Sequence[Sequence[int]]], count: int) -> Iterator[Sequence[int]]:
    done = 0
    while done < count:
        dealt = epoch()
        assert dealt, "fewer windows than a batch holds"
        yield from dealt[: count - done]
        done += len(dealt)


def dealing(lengths: Sequence[int], pool: Sequence[int], size: int) -> Callable[[], list[list[int]]]:
    """Batches of windows of the pool, dealt anew for each epoch."""
    own = [lengths[k] for k in pool]
    return lambda: [[pool[k] for k in chosen] for chosen in batches(own, size)]


def weights_of(model: torch.nn.Module) -> dict[str, torch.Tensor]:
    """What a trained network is written as."""
    return {name: value.detach().float().cpu() for name, value in model.state_dict().items()}
