-- en: what was claimed of one thing, in one place, for one period: its lowest and highest value, and by how many sources
-- zh: 同一地点、同一时期、同一指标的各方主张:最低值、最高值和来源数
-- key: place indicator offence subject metric unit kind direction comparison period
--
-- Periods lie within a calendar year, so that `year` orders them and `period` tells whole years from parts of them.
SELECT
    place, place_name, province, city, county, indicator, indicator_en, indicator_zh, offence, offence_en, offence_zh,
    subject, metric, unit, kind, direction, comparison, year, period, period_first, period_last,
    min(value) AS lowest, max(coalesce(value_high, value)) AS highest,
    count(*)::INTEGER AS claims_count, count(DISTINCT article_id)::INTEGER AS articles_count, count(DISTINCT source)::INTEGER AS sources_count,
    list(fact_id ORDER BY published_first, fact_id) AS facts
FROM claims
WHERE place IS NOT NULL AND year IS NOT NULL
GROUP BY ALL
