"""The small words of the grammar of dates, as pieces of regular expressions that its patterns are put together from."""

from __future__ import annotations

import re

from transforms.mentions.dates.numerals import CHINESE, ONES, ZERO

SPACE = "[ \xa0]{0,2}"  # narrowed texts have no wide ones
FREE = r"(?<![0-9.])"  # a figure starts here, not in the middle of one
CHINESE_FREE = rf"(?<![{CHINESE}])"  # and so for numbers in Chinese
TO = rf"{SPACE}(?:-{{1,2}}|—{{1,2}}|–|~|~|―|至|到){SPACE}"
QUOTE_OPEN, QUOTE_CLOSE = '[“"「]', '[”"」]'

FULL_YEAR = rf"(?:{FREE}(?:1[89][0-9]{{2}}|20[0-9]{{2}})(?![0-9]))"
OLD_YEAR = rf"(?:{FREE}1[0-7][0-9]{{2}})"  # a year of long ago counts as one only before a month
CHINESE_YEAR = rf"(?:{CHINESE_FREE}[一二][{ZERO}{ONES}]{{3}})"
SPOKEN_YEAR = rf"(?:{CHINESE_FREE}[两二]千(?:[零〇][{ONES}]|[零〇]?[{ONES}]?十[{ONES}]?))"  # 两千零四, 二千一十

MONTH = rf"(?:{FREE}(?:1[0-2]|0?[1-9])(?![0-9])|{CHINESE_FREE}(?:十[一二]?|[{ONES}元]))"
DAY = rf"(?:{FREE}(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])|{CHINESE_FREE}(?:三十一?|卅一?|廿[{ONES}]?|二?十[{ONES}]?|[{ONES}]))"
COUNT = rf"(?:{FREE}[1-9][0-9]{{0,2}}(?![0-9])|{CHINESE_FREE}(?:[两{ONES}]?十[{ONES}]?|[两{ONES}]))"
SMALL = f"(?:[1-9](?![0-9])|[两{ONES}])"
WEEKDAY = "一二三四五六日天"
TO_FAR_END = re.compile(rf"(?:起|开始)?{SPACE}(?:-{{1,2}}|—{{1,2}}|–|~|~|―|一?直?[至到]){SPACE}(?!今(?![年天日晚早夏秋冬]))")
