-- en: a check that what was claimed does not pass, with the claims that it compares
-- zh: 一次未通过的检验及其所比较的各条主张
-- key: fact_id
SELECT
    f.fact_id, f.result, f.rule, f.expected, f.stated, f.article_id, a.title, a.published, a.published_first, a.source,
    any_value(c.place ORDER BY c.article_id, c.start) AS place,
    any_value(c.place_name ORDER BY c.article_id, c.start) AS place_name,
    any_value(c.province ORDER BY c.article_id, c.start) AS province,
    any_value(c.city ORDER BY c.article_id, c.start) AS city,
    any_value(c.county ORDER BY c.article_id, c.start) AS county,
    list(concat(c.metric, ' ', c.value_zh) ORDER BY c.article_id, c.start) FILTER (c.fact_id IS NOT NULL) AS claims,
    list_sort(list_distinct(list(c.source))) AS sources,
    f.facts
FROM (SELECT *, unnest(facts) AS claim FROM findings WHERE result IN ('fails', 'impossible')) AS f
JOIN articles AS a ON a.article_id = f.article_id
LEFT JOIN claims AS c ON c.fact_id = f.claim
GROUP BY ALL
