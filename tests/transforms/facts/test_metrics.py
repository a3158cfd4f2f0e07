"""What a number counts, where its own clause does not say it all."""

import pytest

from tests.transforms.facts.examples import read
from transforms.facts.incidents import tellings
from transforms.facts.statistics import account


def told(text):
    """Metric and indicator by the number as it is written."""
    page, context = read(text)
    return {item.quote: (item.metric, item.indicator) for item in account(page, context, tellings(page, context)).statistics}


@pytest.mark.parametrize(
    ("text", "number", "metric", "indicator"),
    [
        ("在全省法治建设考评中,青河县得96.5分,列第3名。", "第3名", "法治建设考评排名", "rank"),
        ("该局破案率位居全市8个分局第1位。", "第1位", "破案率全市排名", "rank"),
        ("今年一季度,满意度在全州7个县市中排第2。", "第2", "满意度全州排名", "rank"),
        ("查获假酒320箱,案值18万元。", "18万元", "假酒案值", "goods_seized"),
        ("电信诈骗案46起,涉款210万元。", "210万元", "电信诈骗案涉款", "money_lost"),
        ("缴获冰毒12公斤,市值约300万元。", "约300万元", "冰毒市值", "goods_seized"),
        ("社区民警人均走访群众36人次。", "36人次", "人均走访群众", "people_reached"),
        ("全县每万人配备辅警12人。", "12人", "每万人配备辅警", "personnel"),
        ("全市每千名居民拥有网格员2.1名。", "2.1名", "每千名居民网格员", "personnel"),
        ("像他这样的平安志愿者,全镇有1300多名。", "1300多名", "平安志愿者", "personnel"),
        ("接警出动860起,其中抢险救援310起、社会救助220起。", "220起", "社会救助", "people_helped"),
        ("店主拨打110,3分钟后,巡逻车就停在了门口。", "3分钟", "到达现场用时", "response_time"),
        ("居民报警后仅4分钟,消防车就开到了楼下。", "4分钟", "到达现场用时", "response_time"),
        ("老人求助,10分钟后网格员敲响了房门。", "10分钟", "到达现场用时", "response_time"),
        ("全县盗窃案连降3年。", "3年", "盗窃案连降时间", "duration"),
    ],
)
def test_it_is_said_from_what_stands_around_it(text, number, metric, indicator):
    assert told(text)[number] == (metric, indicator)
