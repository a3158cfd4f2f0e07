"""A word for an organisation in its surroundings: what the readings look at, and what they give."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from transforms.mentions.organisations.bodies import Body, Seat, institution
from transforms.mentions.organisations.context import Context
from transforms.mentions.organisations.names import name_start
from transforms.mentions.organisations.vocabulary import Word
from transforms.mentions.places import PlaceHit
from transforms.mentions.places.gazetteer import Level
from transforms.patterns import seldom

_MEMORY = 100  # mentions that a reader still has in mind; it also keeps the reading linear
_FAR = 20
_SHORT = 3  # letters of a name that may be the end of many (二大队)
_LISTING = seldom("(?:、[一-鿿]{2,8}(?=[、和与及]))?(?:、|和|与|及|以及|会同|联合|协同|联动|联手)")
_SEVERAL = frozenset("各个多级等类")  # 各派出所, 三个分局: none in particular
_COUNTED, _COUNT = seldom(r"[\d一二三四五六七八九十百千两几多余][个家支][一-鿿]{2}$"), 4  # 38个边境派出所


class Mention(NamedTuple):
    """A body at its place in the text; `rule` names the reading that found it, `written` is its name where it is written out in full."""

    start: int
    end: int
    body: Body
    rule: str
    written: str | None = None


class Spot(NamedTuple):
    """A word at `start` to before `end`, with what is known of the page and what was mentioned before."""

    start: int
    end: int
    word: Word
    known: Context
    before: Sequence[Mention]

    @property
    def text(self) -> str:
        """The page's clean text."""
        return self.known.text

    @property
    def following(self) -> str:
        """The letter after the word, or nothing at the end."""
        return self.text[self.end : self.end + 1]

    @property
    def hit(self) -> PlaceHit | None:
        """The place that ends where the word begins, unless it is a reference (全市)."""
        return self.known.named_until(self.start)

    @property
    def is_generic(self) -> bool:
        """Whether the word names none in particular: 全市公安局, 各派出所, 三个分局, 38个边境派出所."""
        hit = self.known.ends.get(self.start)
        general = hit is not None and hit.kind == "reference" and hit.name[0] not in "我本该"
        several = self.text[max(0, self.start - 1) : self.start] in _SEVERAL
        return general or several or _COUNTED.search(self.text, max(0, self.start - _COUNT), self.start) is not None

    def over(self, end: int) -> Mention | None:
        """The last mention, where it ends at `end`: what the word is a part of."""
        return self.before[-1] if self.before and self.before[-1].end == end else None

    def beside(self) -> Body | None:
        """The body that stands before this one in a list."""
        last = self.before[-1] if self.before else None
        listed = last and 0 < self.start - last.end < _FAR and _LISTING.fullmatch(self.text, last.end, self.start)
        return last.body if last and listed else None

    def listed(self) -> Seat | None:
        """The seat of the office that stands before this one in a list (区公安分局、司法局): a list says the place once."""
        last = self.beside()
        placed = last is not None and (last.form in {"institution", "office", "organ"} or last.kind == "party")
        return last.seat if last and placed else None

    def abroad(self) -> int | None:
        """Where the name of another country begins whose authority this is: 韩国 | 警察厅, 美国 | 移民海关执法 | 局."""
        near = [span for span in self.known.countries if 0 <= self.start - span.end < _FAR]
        if not near:
            return None
        of_it = near[-1].end == self.start or name_start(self.text, near[-1].end, self.start) == near[-1].end
        return near[-1].start if of_it else None

    def name_start(self) -> int:
        """Where the name before the word begins; `start` where there is none. It reaches neither into a place nor into a mention."""
        place = next(self.known.nearby(self.start), None)
        last = self.before[-1].end if self.before else 0
        return name_start(self.text, max(last, place.end if place and place.end <= self.start else 0), self.start)

    def own(self, name: str) -> Body | None:
        """The institution of the place that the article is about."""
        return institution(name, self.known.seat) if self.known.seat else None

    def at_level(self, wanted: Level, written: str = "") -> str | None:
        """The code of the division of that level which the article, or else the paragraph, is about."""
        return self.known.at_level(wanted, written, self.start)

    def recent(self, since: int = 0) -> Iterator[Body]:
        """The bodies mentioned last, from the offset `since` on, the latest first, each followed by those that it is within."""
        for mention in self.before[: -_MEMORY - 1 : -1]:
            if mention.start < since:
                return
            body: Body | None = mention.body
            while body is not None:
                yield body
                body = body.within

    def in_paragraph(self) -> Iterator[Body]:
        """The bodies that the paragraph has mentioned, the latest first."""
        return self.recent(self.known.paragraph(self.start))

    def called(self, name: str) -> Body | None:
        """The unit that was called so before, or more fully (交巡警 | 德感大队), with what it belongs to."""
        units = [body for body in self.recent() if body.form in {"unit", "apart"}]
        same = (body for body in units if body.own == name)
        return next(same, None) or next((body for body in units if len(name) > _SHORT and body.own.endswith(name)), None)

    def follows(self, pattern: re.Pattern[str]) -> bool:
        """Whether the text goes on so after the word."""
        return pattern.match(self.text, self.end) is not None

    def mention(self, body: Body | None, rule: str, start: int | None = None) -> Mention | None:
        """The body from `start`, or from the word itself, to the word's end; None without a body."""
        return Mention(self.start if start is None else start, self.end, body, rule) if body else None


Reading = Callable[[Spot], Mention | None]


def only(bodies: Iterator[Body]) -> Body | None:
    """The body, where all are one."""
    first = next(bodies, None)
    return first if all(body is first or body == first for body in bodies) else None
