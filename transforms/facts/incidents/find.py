"""From a page, its mentions and its statistics to its incidents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.aligned import Span
from transforms.facts.context import Context, within
from transforms.facts.incidents.scenes import paragraphs
from transforms.facts.incidents.stories import Story, tell
from transforms.facts.incidents.whereabouts import place_of, response_minutes, when_of
from transforms.facts.incidents.wording import outcome_of, summary_of
from transforms.facts.scopes import Scope, scopes
from transforms.mentions.dates import DateHit
from transforms.mentions.places.gazetteer import coded
from transforms.records import Incident, Page, Statistic

_WIDEST = 24  # characters of an organisation's name
_FAR = 1000  # characters in which a story goes on without telling its day again


def tellings(page: Page, context: Context) -> tuple[Story, ...]:
    """Which sentences of a page tell one event, in the order of the text. Deterministic; never raises."""
    return tuple(tell(paragraphs(page, context)))


def incidents_of(page: Page, context: Context, stories: Sequence[Story], statistics: Sequence[Statistic]) -> tuple[Incident, ...]:
    """The incidents that the `tellings` of a page are, each with the statistics that stand in it."""
    if not stories:
        return ()
    places = scopes(page.text.text, _around(context, stories))
    numbers = sorted(statistics, key=lambda item: item.start)
    return tuple(_incident(page, context, story, places, numbers) for story in stories)


def _around(context: Context, stories: Sequence[Story]) -> Context:
    """The context with the places and organisations of the stories alone."""
    spans = [(story.sentences[0].start, story.sentences[-1].end) for story in stories]
    hits = tuple(hit for span in spans for hit in within(context.places.hits, *span))
    organisations = tuple(hit for start, end in spans for hit in within(context.organisations, start - _WIDEST, end))
    return replace(context, places=replace(context.places, hits=hits), organisations=organisations)


def _dates(context: Context, start: int, end: int) -> tuple[Sequence[DateHit], Sequence[DateHit]]:
    """The dates of a stretch, and those told not far above it."""
    return within(context.dates, start, end), within(context.dates, max(0, start - _FAR), start)


def _incident(page: Page, context: Context, story: Story, places: Sequence[Scope], statistics: Sequence[Statistic]) -> Incident:
    text, event, sentences = page.text.text, story.event, story.sentences
    start, end, quote = page.cite(sentences[0].start, sentences[-1].end)
    mine = [item for item in within(statistics, start, end) if item.end <= end]
    place = place_of(text, sentences, event.start, places, context)
    return Incident(
        start,
        end,
        quote=quote,
        rule=story.rule,
        when=when_of(text, sentences, event.start, *_dates(context, sentences[0].start, sentences[-1].end)),
        place_name=place.name,
        place=coded(place.adcode),
        category=event.category,
        summary=summary_of(text, sentences, event, context),
        outcome=outcome_of(text, sentences, event, context),
        response_minutes=response_minutes(sentences, mine),
        statistics=tuple(Span(item.start, item.end) for item in mine),
    )
