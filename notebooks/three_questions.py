"""Three questions to a lake, answered with charts. `marimo edit notebooks/three_questions.py`; the lake is `SHIZHENG_LAKE` or ./lake."""

import marimo

app = marimo.App(width="medium", app_title="三问 Three questions")


@app.cell
def setup():
    import altair as alt
    import marimo as mo

    from flows.settings import settings
    from warehouse.lake import Lake
    from warehouse.query import ask, asking

    lake = Lake(settings().lake)

    def answer(query):
        """The rows of a query as a data frame."""
        import pandas as pd

        with asking(lake) as connection:
            found = ask(connection, query)
            return pd.DataFrame(found.rows, columns=found.columns)

    return alt, answer, mo


@app.cell(hide_code=True)
def _(mo):
    mo.md("""
    # 三问

    每个答案都由查询得出，改动查询，图表随之更新。`fact_id` 可交给 `shizheng explain`，直达原文。
    """)


@app.cell
def crime(answer):
    # 警情与发案，逐年是升是降？
    crime = answer("""
        SELECT place_name, coalesce(subject, place_name) AS told_by, metric, year, lowest::DOUBLE AS value, facts[1] AS fact_id
        FROM series
        WHERE kind = 'level' AND unit = 'count' AND indicator IN ('incidents', 'cases_recorded') AND period = year::VARCHAR
        QUALIFY count(*) OVER (PARTITION BY place, indicator, offence, subject, metric) > 1
        ORDER BY place_name, metric, year
    """)
    return (crime,)


@app.cell
def crime_answer(crime, mo):
    def _told(rows):
        first, last = rows.iloc[0], rows.iloc[-1]
        change = 100 * (last["value"] / first["value"] - 1)
        way = "上升" if change > 0 else "下降"
        return (
            f"- {first['place_name']}“{first['metric']}”：{first['year']}年 {first['value']:g}，"
            f"{last['year']}年 {last['value']:g}，{way} {abs(change):.1f}%"
        )

    _lines = [_told(rows) for _, rows in crime.groupby(["place_name", "metric"])]
    crime_answer = mo.md("## 一、警情与发案，逐年是升是降？\n\n" + ("\n".join(_lines) or "尚无同一口径的跨年数据。"))
    crime_answer
    return (crime_answer,)


@app.cell
def crime_chart(alt, crime):
    crime_chart = (
        alt.Chart(crime)
        .mark_line(point=True)
        .encode(
            x=alt.X("year:O", title="年份"),
            y=alt.Y("value:Q", title="起"),
            color=alt.Color("metric:N", title="口径"),
            strokeDash=alt.StrokeDash("metric:N", title="口径"),  # told apart in print, too
            shape=alt.Shape("metric:N", title="口径"),
            tooltip=["place_name", "metric", "year", "value", "fact_id"],
        )
        .properties(width=420, height=240)
        .facet(alt.Facet("place_name:N", title=None), columns=1)
        .resolve_scale(x="independent", y="independent")
    )
    crime_chart
    return (crime_chart,)


@app.cell
def response(answer):
    # 文章说，民警多久到场？
    response = answer("""
        SELECT DISTINCT ON (place_name, value) coalesce(place_name, '地点未明') AS place_name, value::DOUBLE AS minutes, value_zh, metric, quote, fact_id
        FROM claims
        WHERE indicator = 'response_time' AND kind = 'level' AND unit = 'min'
        ORDER BY place_name, value, fact_id
    """)
    return (response,)


@app.cell
def response_answer(mo, response):
    response_answer = mo.md(
        "## 二、文章说，民警多久到场？\n\n"
        + (
            f"共 {len(response)} 种说法，中位数为 {response['minutes'].median():g} 分钟；"
            f"最短 {response['minutes'].min():g} 分钟，最长 {response['minutes'].max():g} 分钟。"
            if len(response)
            else "尚无到场用时的数据。"
        )
    )
    response_answer
    return (response_answer,)


@app.cell
def response_chart(alt, response):
    response_chart = (
        alt.Chart(response)
        .mark_point(filled=True, size=90)
        .encode(
            x=alt.X("minutes:Q", title="到场用时（分钟）", scale=alt.Scale(zero=True)),
            y=alt.Y("place_name:N", title=None, sort="x"),
            tooltip=["place_name", "value_zh", "metric", "quote", "fact_id"],
        )
        .properties(width=460)
    )
    response_chart
    return (response_chart,)


@app.cell
def sums(answer):
    # 文章里的数字，对得上吗？每个来源的数字，多少有着落？
    sums = answer("""
        SELECT coalesce(a.source, '来源不详') AS source, f.result, count(*) AS checks
        FROM findings AS f JOIN articles AS a USING (article_id) GROUP BY ALL ORDER BY ALL
    """)
    accounted = answer("""
        SELECT coalesce(source, '来源不详') AS source, fate, sum(numbers_count)::INTEGER AS numbers
        FROM (SELECT source, CASE fate WHEN 'statistic' THEN '统计数据' WHEN 'unstated' THEN '未能说明' ELSE '已注明原因' END AS fate, numbers_count FROM fates)
        GROUP BY ALL ORDER BY ALL
    """)
    return accounted, sums


@app.cell
def sums_answer(accounted, mo, sums):
    _checks, _held = sums["checks"].sum(), sums.loc[sums["result"] == "holds", "checks"].sum()
    _all, _open = accounted["numbers"].sum(), accounted.loc[accounted["fate"] == "未能说明", "numbers"].sum()
    sums_answer = mo.md(f"""
    ## 三、文章里的数字，对得上吗？

    能作算术核验的有 {_checks} 处，成立 {_held} 处，不成立 {_checks - _held} 处。
    全部 {_all} 个数字中，{_all - _open} 个有着落（成为统计数据，或注明了不作统计的原因），{_open} 个未能说明。
    """)
    sums_answer
    return (sums_answer,)


@app.cell
def accounted_chart(accounted, alt):
    accounted_chart = (
        alt.Chart(accounted)
        .mark_bar(stroke="black", strokeWidth=0.4)
        .encode(
            x=alt.X("numbers:Q", title="数字个数"),
            y=alt.Y("source:N", title=None, sort="-x"),
            color=alt.Color("fate:N", title="归宿", scale=alt.Scale(range=["#cfe3ec", "#3f7fae", "#b4552d"], domain=["已注明原因", "统计数据", "未能说明"])),
            order=alt.Order("fate:N"),
            tooltip=["source", "fate", "numbers"],
        )
        .properties(width=460)
    )
    accounted_chart
    return (accounted_chart,)


if __name__ == "__main__":
    app.run()
