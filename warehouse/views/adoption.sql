-- en: a programme in a place: since when it is seen there, and who tells of it
-- zh: 一地的一项工作机制、行动或平台:最早见报时间及报道来源
-- key: canonical place
--
-- The place is that of the programme's owner where the article tells it, else the one that the article is about.
SELECT
    g.canonical, mode(g.kind) AS kind, g.place, p.name AS place_name, p.province, p.city,
    CASE WHEN p.level = 'county' THEN p.name END AS county,
    min(a.published_first) AS first_seen, max(a.published_first) AS last_seen,
    arg_min(a.source, a.published_first) AS first_source, arg_min(a.article_id, a.published_first) AS first_article,
    count(DISTINCT g.article_id)::INTEGER AS articles_count, count(DISTINCT a.source)::INTEGER AS sources_count,
    list_sort(list_distinct(list(g.owner))) AS owners,
    list_sort(list_distinct(list(g.name))) AS names
FROM (
    SELECT DISTINCT q.article_id, q.canonical, q.name, q.kind, q.owner, coalesce(o.place, b.jurisdiction) AS place
    FROM programmes AS q
    JOIN articles AS b ON b.article_id = q.article_id
    LEFT JOIN organisations AS o ON o.article_id = q.article_id AND o.name = q.owner
) AS g
JOIN articles AS a ON a.article_id = g.article_id
LEFT JOIN places AS p ON p.adcode = g.place
GROUP BY g.canonical, g.place, p.name, p.province, p.city, p.level
