-- en: a source, and how fresh what the lake has of it is
-- zh: 一个来源及其数据的新近程度
-- key: source
SELECT
    a.source, count(*)::INTEGER AS articles_count,
    min(a.published_first) AS first_published, max(a.published_first) AS last_published,
    (current_date - max(a.published_first))::INTEGER AS days_since,
    max(a.load_id) AS load_id, max(l.ended) AS loaded
FROM articles AS a
LEFT JOIN loads AS l ON l.load_id = a.load_id
GROUP BY a.source
