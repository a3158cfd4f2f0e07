from __future__ import annotations

import pytest

from transforms.asking import asked


@pytest.mark.parametrize(
    ("query", "phrases", "words"),
    [
        ("调解 纠纷", ("调解", "纠纷"), ("调解", "纠纷")),
        ("電信詐騙", ("电信诈骗",), ("电信", "诈骗")),
        ("ＡＴＭ　取款", ("ATM", "取款"), ("ATM", "取款")),
        ("盗窃 盗窃", ("盗窃",), ("盗窃",)),
        ("“三联”机制", ("“三联”机制",), ("三联", "机制")),
        ("!! ——", ("!!", "——"), ()),
        ("", (), ()),
    ],
)
def test_a_query_is_asked_in_the_terms_of_the_clean_text(query, phrases, words) -> None:
    found = asked(query)
    assert found.phrases == phrases
    assert found.words == words
