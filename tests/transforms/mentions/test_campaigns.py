import pytest

from transforms.mentions.dates import Reference, find_campaigns


def named(text, published=None):
    return [(text[hit.start : hit.end], hit.edtf, hit.kind) for hit in find_campaigns(text, Reference.published(published))]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("夏季治安打击整治“百日行动”以来", "2022-08-20", [("夏季治安打击整治“百日行动”", "2022-06-25/2022-09", "period")]),
        ("“百日行动”不止百日", "2023-01-17", [("百日行动", "2022-06-25/2022-09", "period")]),
        ("2023年夏季行动中", None, [("夏季行动", "2023-06-25/2023-09-30", "period")]),
        ("去年“夏季行动”中", "2024-03-01", [("夏季行动", "2023-06-25/2023-09-30", "period")]),
        ("扫黑除恶专项斗争开展三年来", None, [("扫黑除恶专项斗争", "2018-01/2020-12", "period")]),
        ("“断卡”行动成效明显", "2022", [("断卡”行动", "2020-10-10/..", "since")]),
        ("“净网2022”专项行动", None, [("净网2022", "2022", "date")]),
        ("猎狐-2019行动", None, [("猎狐-2019", "2019", "date")]),
    ],
)
def test_a_campaign_is_known_by_its_name(text, published, expected):
    assert named(text, published) == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("夏季治安整治百日行动中", None),
        ("夏季行动中", "2025-08-01"),
        ("“百日行动”启动", "2014-05-01"),
        ("2016年夏季行动", "2022-08-20"),
        ("净网行动", "2022-08-20"),
    ],
)
def test_a_name_that_recurs_says_nothing_without_its_year(text, published):
    assert named(text, published) == []


def test_a_campaign_carries_its_full_name():
    (hit,) = find_campaigns("“百日行动”", Reference.published("2022-08-20"))
    assert (hit.name, hit.rule) == ("夏季治安打击整治“百日行动”", "campaign")
