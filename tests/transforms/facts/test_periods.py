"""Which period a number belongs to, by the words around it."""

import pytest

from tests.transforms.facts.examples import accounts_of


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("2023年12月1日,记者获悉,今年以来,截至11月底,全省共破案860起。", "860起", "2023-01/2023-11"),
        ("2023年12月1日讯,今年截至11月底,全省共破案860起。", "860起", "2023-01/2023-11"),
        ("2024年11月20日讯,今年3月启动行动以来,截至10月底,共检查场所860家。", "860家", "2024-03/2024-10"),
        ("2024年11月20日讯,今年3月启动行动以来,共检查场所860家。", "860家", "2024-03/.."),
        ("2024年11月20日讯,截至10月底,共检查场所860家。", "860家", "../2024-10"),
        ("2022年,该小区有1987年建成的居民楼24栋,破案3起。", "3起", "2022"),
        ("2022年,满意度在全市21个派出所中排第2。", "21个", None),
        ("2022年,满意度在全市21个派出所中排第2。", "第2", "2022"),
        ("2018年诈骗财损新台币2亿元,比2017年的3亿元少1亿元。", "3亿元", "2017"),
    ],
)
def test_a_number_belongs_to_the_period_that_frames_it(text, number, period):
    found = {item.quote: item.period for item in accounts_of(text).statistics}
    assert found[number] == period
