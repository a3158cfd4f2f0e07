"""How long other programs take for texts, in processor seconds. Runs in an environment of its own, which has them and not shizheng.

JSON Lines of texts on standard input; one JSON object, seconds by program, on standard output.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from time import process_time


def jionlp() -> Callable[[str], object]:
    """JioNLP: times, amounts of money, places."""
    import jionlp

    return lambda text: (jionlp.ner.extract_time(text), jionlp.ner.extract_money(text), jionlp.recognize_location(text))


def recognizers() -> Callable[[str], object]:
    """Recognizers-Text: numbers, quantities, dates."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_suite import Culture

    every = (recognize_number, recognize_currency, recognize_dimension, recognize_datetime)
    return lambda text: [recognize(text, Culture.Chinese) for recognize in every]


def seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Processor time for the texts, after one that warms the program up."""
    read(texts[0])
    start = process_time()
    for text in texts:
        read(text)
    return process_time() - start


if __name__ == "__main__":
    given = [json.loads(line) for line in sys.stdin]
    chosen = {"jionlp": jionlp, "recognizers": recognizers}
    print(json.dumps({name: seconds(chosen[name](), given) for name in sys.argv[1:]}))
