"""Chinese speakers behind a credit line, a date or a name in marks, in invented sentences: text, (source, content)."""

import pytest

from told_by import attributions, sayings

ROWS: list[tuple[str, list[tuple[str | None, str]]]] = [
    ("岸通社林港8日电　海岛交通部在一份声明中说，大桥已关闭。", [("海岛交通部", "大桥已关闭")]),
    (
        "岸通社林港8日电（记者林安）海岛“北方管理当局”卫生部门9日发布消息说，三人失踪。",
        [("海岛“北方管理当局”卫生部门", "三人失踪")],
    ),
    ("本报记者林安林港报道　交通部长说，大桥已关闭。", [("交通部长", "大桥已关闭")]),
    ("岸报综合报道 据晚潮通讯社9月3日消息，大桥已关闭。", [("晚潮通讯社", "大桥已关闭")]),
    ("林港红新月会3日通报，洪水造成12人遇难。", [("林港红新月会", "洪水造成12人遇难")]),
    (
        "负责运营渡轮的“青石湾”基金会负责人陈远当天在记者会上说，船票已退。",
        [("负责运营渡轮的“青石湾”基金会负责人陈远", "船票已退")],
    ),
    ("反政府武装“白塔运动”否认，称车上只有粮食。", [("反政府武装“白塔运动”", "车上只有粮食")]),
    (
        "渡轮公司方面此前核实了24人死亡，并表示搜救仍在继续。",
        [("渡轮公司方面", "24人死亡"), ("渡轮公司方面", "搜救仍在继续")],
    ),
]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_who_says_what(text: str, told: list[tuple[str | None, str]]) -> None:
    found = attributions(text, "zh")
    found.sort(key=lambda one: one.content[0].start)
    assert sayings(found) == told


@pytest.mark.parametrize("text", ["13日说，大桥已关闭。", "林港中学登记了35名新生。"])
def test_nobody_speaks(text: str) -> None:
    assert [one for one in attributions(text, "zh") if one.source_name] == []
