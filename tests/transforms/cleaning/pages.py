"""Pages for the tests, of our own writing: a body, and the heads and tails of the kinds of sites that carry such articles."""

from transforms.aligned import AlignedText
from transforms.cleaning import clean
from transforms.records import Document, Origin

TITLE = "柳林派出所:夜间巡逻护平安 警情下降一成五"
BODY = (
    "近日,清河县公安局柳林派出所在辖区开展夜间巡逻,民警走访商铺46家,发现安全隐患12处,当场整改9处。",
    "今年以来,派出所共接警情1280起,同比下降15.2%,其中盗窃类警情86起,同比下降31.7%。派出所依托网格员队伍化解矛盾纠纷214起,化解率达97.3%。",
    "“家门口多了巡逻的警灯,晚上出门心里踏实。”居民赵女士说。",
)


def document(text, **hints):
    return Document(Origin("test", ""), "utf-8", "text/plain", text, AlignedText.identity(text), hints)


def page(text, **hints):
    return clean(document(text, **hints))


def article(head="{title}", tail=""):
    """A page with our body between a head (`{title}` stands for the title) and a tail."""
    return "\n".join((head.replace("{title}", TITLE), *BODY, tail))


def blocks(cleaned, *kinds):
    """The texts of the blocks of the given kinds, or (kind, text) of all."""
    found = [(block.kind, cleaned.text.text[block.start : block.end]) for block in cleaned.blocks]
    return [text for kind, text in found if kind in kinds] if kinds else found


def dropped(cleaned):
    return [cleaned.document.raw[part.start : part.end] for part in cleaned.boilerplate]
