"""What an article repeats of another, in the sample set, in the gold corpus and in texts made for it."""

import random
from itertools import combinations
from operator import eq

import pytest

from tests.transforms.checks.given import articles, extractions
from transforms.checks.reprints import compare, minhash, signature, sketch

BULLETIN = (
    "{month}月份,全县共接报刑事警情{a}起,同比下降{b}%;治安警情{c}起,同比下降{d}%。全县公安机关破获刑事案件{e}起,抓获犯罪嫌疑人{f}名,"
    "打掉犯罪团伙{g}个,追回被盗财物折合人民币{h}万元。各派出所坚持所长带班、民警巡逻,重点时段见警率明显提高,群众报警求助得到及时回应。"
)


def bulletin(seed: int) -> str:
    given = random.Random(seed)
    return BULLETIN.format(month=seed, **{name: given.randrange(10, 900) for name in "abcdefgh"})


def bands(text: str) -> tuple[int, ...]:
    return signature(minhash(text))


def test_the_reprints_among_the_samples_are_found_and_none_is_invented():
    texts = {path.name: extraction for path in articles() for _, extraction in extractions(path)}
    candidates = [(a, b) for a, b in combinations(texts, 2) if set(texts[a].signature) & set(texts[b].signature)]
    found = {frozenset(pair) for pair in candidates if compare(*(texts[name].text for name in pair))}
    assert found == {
        frozenset({"siyang_2023.txt", "siyang_2023_reprint.txt"}),
        frozenset({"c2_zhenjiang.txt", "c6_zhenjiang_reprint.txt"}),
    }


def test_a_changed_number_is_told_with_what_it_counts():
    copy = bulletin(3).replace("3月份", "三月份").replace("抓获犯罪嫌疑人", "抓获嫌疑人").replace("打掉犯罪团伙", "打掉犯罪团伙1")
    original, copy = (f"2024-06-0{day} 09:1{day} 来源:晨报\n{text}" for day, text in enumerate((bulletin(3), copy), 1))
    assert compare(original, original).changed == ()
    repeat = compare(original, copy)
    assert repeat.changed == ("打掉犯罪团伙495→1495个",)
    assert 0.8 < repeat.similarity < 0.9


def test_a_form_filled_in_with_other_numbers_is_no_reprint():
    assert bands(bulletin(3)) != bands(bulletin(4))
    assert compare(bulletin(3), bulletin(4)) is None


@pytest.mark.parametrize("text", ["", "短讯。", "同上" * 400])
def test_a_text_too_short_to_tell_has_no_signature_and_repeats_nothing(text):
    assert (minhash(text), bands(text), sketch(minhash(text))) == ([], (), "")
    assert compare(text, text) is None


def test_texts_that_share_half_share_a_band():
    given = random.Random(7)
    missed = 0
    for _ in range(200):
        sentence = [chr(given.randrange(0x4E00, 0x9FA5)) for _ in range(600)]
        first, second = "".join(sentence[:450]), "".join(sentence[150:])
        missed += not set(bands(first)) & set(bands(second))
    assert missed <= 8


def test_sketches_tell_texts_that_share_a_third_from_strangers():
    given = random.Random(7)
    for _ in range(100):
        words = [chr(given.randrange(0x4E00, 0x9FA5)) for _ in range(1200)]
        first, copy, stranger = (sketch(minhash("".join(words[at : at + 450]))) for at in (0, 225, 700))
        alike, apart = (sum(map(eq, first, other)) / len(first) for other in (copy, stranger))
        assert apart < 0.14 < alike


def test_signatures_are_the_same_on_every_machine():
    assert bands(bulletin(3))[:2] == (-2946283218786426096, -1540364038789414092)
    assert sketch(minhash(bulletin(3)))[:8] == "tuCTTdwK"


@pytest.mark.parametrize("size", [70, 200, 3000])
@pytest.mark.parametrize("piece", [12, 60, 400])
def test_a_copy_is_told_from_a_stranger_wherever_its_own_words_stand(size, piece):
    given = random.Random(size * piece)
    for _ in range(20):
        original = [chr(given.randrange(0x4E00, 0x9FA5)) for _ in range(size * 2)]
        copied = "".join(original[:size])
        pieces = [copied[at : at + piece] for at in range(0, size, piece)]
        for at in given.sample(range(len(pieces)), len(pieces) // 5):
            pieces[at] = "".join(chr(given.randrange(0x4E00, 0x9FA5)) for _ in range(piece))
        copy = "".join(pieces)
        shared = {copied[at : at + 5] for at in range(size - 4)} & {copy[at : at + 5] for at in range(len(copy) - 4)}
        assert (compare("".join(original), copy) is not None) == (len(shared) >= 0.6 * (len(copy) - 4) and len(copy) >= 64)
