"""Which line is the title: the one that the page repeats, that date and source follow, and that speaks of what the body speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.cleaning.furniture import reason_at_edge
from transforms.cleaning.lines import Line, is_abstract, is_caption, is_prose
from transforms.cleaning.media import is_medium, may_be_site
from transforms.patterns import seldom

_SUFFIX = re.compile(r"\s*[-_|—–·]+\s*([^-_|—–·]{2,14})$")
_LABEL = re.compile(r"^(?:(?:标题|题目|title)\s*:\s*)?(?:[\[【(](?:视频|图文|组图|图|音频)[\]】)]\s*)?")
_FIRST_POINT = seldom(r"[一二三][、.]|\([一二三]\)")  # a heading of the body: 一、基本情况
_OF_POST = seldom(r"0\d(?:\s*[/|、.]\s*|\s+)[一-鿿“]|(?i:part)[ .]*\d|(?:同比|环比)\s?[↑↓]")  # a part of a bulletin: 01 / 警情再降, PART 1
_COLUMN = seldom(r"\([一-鿿·]{4,10}\)$")  # the column of the paper that the article stands in: …(平安中国)
_OF_COLUMN = seldom(r"(?<=[一-鿿!?”])\s*\((?:[一-鿿·“”]{4,14}|组图|图文?|[一-鿿]{2,6}·[一-鿿]{2,8})\)$")
_LONGEST = 80
_RELATED = 0.25
_ENOUGH_TO_COMPARE = 100


def overlap(text: str, sample: str) -> float:
    """The share of the pairs of characters in a line that the sample of the body has too, 0 to 1."""
    pairs = [a + b for a, b in pairwise(text[:_ENOUGH_TO_COMPARE]) if "\u4e00" <= a <= "\u9fff" and "\u4e00" <= b <= "\u9fff"]
    return sum(pair in sample for pair in pairs) / len(pairs) if pairs else 0.0


def title_line(lines: Sequence[Line], body: int, sample: str, hinted: str | None) -> int | None:
    """The index of the title among the lines before `body`, None where no line can be it."""
    head = next((i for i in range(1, min(body, 60)) if _OF_POST.match(lines[i].text)), min(body, 60))
    candidates = [i for i in range(min(body, 60)) if _can_be_title(lines[i])]
    candidates = [i for i in candidates if i < head] or candidates
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    first = next((i for i in candidates if not lines[i].text.startswith("——") and not reason_at_edge(lines[i].text)), None)
    scored = [(_score(lines, i, body, sample, hinted) + (0.5 if i == first else 0.0), -i) for i in candidates]
    text = lines[-max(scored)[1]].text
    return max(i for i in candidates if lines[i].text == text)  # the last one, where a list of the page's articles comes before


def subtitle_line(lines: Sequence[Line], title: int, body: int) -> int | None:
    """The index of the subtitle (——柳林派出所夜巡侧记) that belongs to the title, None where it has none."""
    below = title + 1
    return below if below < body and lines[below].text.startswith("——") and _can_be_title(lines[below]) else None


def bare_title(text: str) -> str:
    """The title without label (标题:, [视频]), column of the paper ((平安中国)) and the name of the site behind it (_舜网)."""
    labelled = _LABEL.sub("", text)
    named = _OF_COLUMN.sub("", labelled) if labelled.endswith(")") else labelled
    suffix = _SUFFIX.search(named)
    return named[: suffix.start()] if suffix and suffix.start() > 0 and may_be_site(suffix[1]) else named


def _can_be_title(line: Line) -> bool:
    if line.is_metadata or line.furniture or line.section or not 4 <= len(line.text) <= _LONGEST:
        return False
    return not (is_abstract(line.text) or is_caption(line.text) or is_prose(line.text))


def _score(lines: Sequence[Line], i: int, body: int, sample: str, hinted: str | None) -> float:
    text = lines[i].text
    framed = _has_kicker_or_subtitle(lines, i, body) or _has_shoulder(lines, i, body)
    kin = 2 * overlap(text, sample) if len(sample) >= _ENOUGH_TO_COMPARE else 1.0
    score = kin - (2.0 if kin < 2 * _RELATED and not framed else 0.0) - (3.0 if reason_at_edge(text) else 0.0)
    score += 3.0 if any(lines[j].text == text for j in range(body) if j != i) or _is_hinted(text, hinted) else 0.0
    score += 1.5 if _COLUMN.search(text) else 0.0
    score -= 3.0 if any(lines[j].text == f"——{text}" for j in range(body)) else 0.0  # the subtitle, as the page repeats it
    score += 1.5 if _metadata_follows(lines, i, body) else 0.0
    score += 3.0 if framed else 0.0
    score -= 2.0 if is_medium(text) else 0.0
    score -= 3.0 if _FIRST_POINT.match(text) else 0.0
    return score - (4.0 if text.startswith("——") or text.endswith("——") else 0.0) - (1.0 if text[-1] in ",、;:" else 0.0)


def _has_kicker_or_subtitle(lines: Sequence[Line], i: int, body: int) -> bool:
    """Whether the line above ends in a dash, or the line below begins with one: between the two stands the title."""
    return (i > 0 and lines[i - 1].text.endswith("——")) or subtitle_line(lines, i, body) is not None


def _has_shoulder(lines: Sequence[Line], i: int, body: int) -> bool:
    """Whether a longer line stands right above, both apart from the text below: the shoulder over a newspaper's title."""
    if not 0 < i < body or not _can_be_title(lines[i - 1]):
        return False
    above, title = lines[i - 1], lines[i]
    close = _gap(above, title)
    alone = i == 1 or _gap(lines[i - 2], above) > close
    apart = i + 1 < len(lines) and _gap(title, lines[i + 1]) > close
    return alone and apart and (len(above.text) > len(title.text) or _COLUMN.search(title.text) is not None)


def _gap(above: Line, below: Line) -> int:
    """The characters between two lines: more where blank lines or an indent stand there, too."""
    return below.start - above.start - len(above.text)


def _is_hinted(text: str, hinted: str | None) -> bool:
    return hinted is not None and "".join(bare_title(text).split()) == "".join(bare_title(hinted).split())


def _metadata_follows(lines: Sequence[Line], i: int, body: int) -> bool:
    """Whether date, source or authors come behind a line, with no more than a line or two (a subtitle) between."""
    following = [line for line in lines[i + 1 : body] if line.furniture is None][:3]
    return any(line.is_metadata for line in following)
