import datetime
from collections import Counter

import pytest

from transforms.lexicon import table
from transforms.mentions.dates import Reference, almanac, find_dates

TABLES = ("calendar", "festivals", "plans", "events", "years", "anniversaries", "campaigns")
DAY = datetime.timedelta(1)


def days(name):
    return {int(row["year"]): datetime.date.fromisoformat(row["day"]) for row in table("calendar") if row["name"] == name}


@pytest.mark.parametrize("name", TABLES)
def test_each_row_has_a_source_and_stands_once(name):
    assert all(row["source"] for row in table(name))
    keys = Counter((row["name"], row.get("year", row.get("start"))) for row in table(name))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("name", ["festivals", "events", "years", "anniversaries"])
def test_each_form_means_one_thing(name):
    forms = Counter(form for row in table(name) for column in ("forms", "bound_forms") for form in row.get(column, "").split("|") if form)
    assert [form for form, count in forms.items() if count > 1] == []


def test_each_festival_has_its_day_every_year_and_each_day_its_festival():
    dated = {row["name"] for row in table("festivals") if row["day"] or row["nth"]}
    yearly = Counter(row["name"] for row in table("calendar"))
    assert {row["name"] for row in table("festivals")} - dated <= set(yearly)
    assert set(yearly) <= {row["name"] for row in table("festivals")}
    assert {name: count for name in ("春节", "端午节", "中秋节", "清明节", "春运") if (count := yearly[name]) != 51} == {}


def test_the_calendar_agrees_with_what_is_known_of_lunar_days():
    new_year, eve, lanterns, boats, moon = (days(name) for name in ("春节", "除夕", "元宵节", "端午节", "中秋节"))
    for year in range(1990, 2041):
        assert (1, 21) <= (new_year[year].month, new_year[year].day) <= (2, 20)
        assert new_year[year] - eve[year] == DAY
        assert lanterns[year] - new_year[year] == 14 * DAY
        assert (5, 25) <= (boats[year].month, boats[year].day) <= (6, 25)
        assert (9, 7) <= (moon[year].month, moon[year].day) <= (10, 8)
    assert (new_year[2000], new_year[2023], moon[2020]) == (
        datetime.date(2000, 2, 5),
        datetime.date(2023, 1, 22),
        datetime.date(2020, 10, 1),
    )


def test_days_off_hold_their_festival_and_are_no_longer_than_a_spring_rush():
    for row in table("calendar"):
        if row["first"]:
            first, day, last = (datetime.date.fromisoformat(row[column]) for column in ("first", "day", "last"))
            assert first <= day <= last, row
            assert last - first < 45 * DAY, row


@pytest.mark.parametrize("row", [row for row in table("festivals") if row["kind"] == "day"], ids=lambda row: row["name"])
def test_every_name_of_a_festival_is_found(row):
    for form in row["forms"].split("|") if row["forms"] else []:
        (hit,) = find_dates(f"{form},民警在岗", Reference(2022, None, None))
        assert hit.rule == "festival", form
    for form in row["bound_forms"].split("|") if row["bound_forms"] else []:
        hits = find_dates(f"“{form}”期间,民警在岗", Reference(2022, None, None))
        assert [hit.rule for hit in hits] == ["festival"], form
        assert find_dates(f"见{form}民警", Reference(2022, None, None)) == (), form


@pytest.mark.parametrize("row", table("events"), ids=lambda row: row["name"])
def test_every_event_opens_a_time(row):
    for form in row["forms"].split("|"):
        (hit,) = find_dates(f"{form}以来,民警在岗", Reference(2025, None, None))
        assert (hit.edtf, hit.kind) == (f"{row['start']}/..", "since"), form


@pytest.mark.parametrize("row", table("plans"), ids=lambda row: row["name"])
def test_every_plan_has_five_years(row):
    assert almanac.plan(row["name"]) == (int(row["first"]), int(row["first"]) + 4)
    (hit,) = find_dates(f"“{row['name']}”期间", Reference(2025, None, None))
    assert hit.edtf == f"{row['first']}/{row['last']}"
