"""Numbers as dates write them: 2022, 二〇二二, 两千零四, 廿三, 十二."""

from __future__ import annotations

ZERO = "〇零○O0"
ONES = "一二三四五六七八九"
CHINESE = "〇零○一二三四五六七八九十廿卅百千两"

_DIGITS = {**dict.fromkeys(ZERO, 0), **{char: value for value, char in enumerate(ONES, start=1)}, "两": 2, "元": 1}
_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100, "千": 1000}


def digits(text: str) -> int:
    """The number whose digits stand one after the other (二〇二二, 2022, 零八); characters that are no digits count as nothing."""
    value = 0
    for char in text:
        digit = _DIGITS.get(char)
        if digit is None and char in "123456789":
            digit = int(char)
        value = value if digit is None else value * 10 + digit
    return value


def number(text: str) -> int:
    """The number that is written in figures (12), by place (十二, 廿三, 两千零四) or digit by digit (二〇〇四)."""
    return _by_place(text) if any(char in _TENS for char in text) else digits(text)


def _by_place(text: str) -> int:
    total, digit = 0, None
    for char in text:
        scale = _TENS.get(char)
        if scale is None:
            digit = _DIGITS.get(char, 0)
        elif char in "廿卅":
            total += scale
        else:
            total, digit = total + scale * (1 if digit is None else digit), None
    return total + (digit or 0)
