-- en: an organisation, and how much is told of it
-- zh: 一个单位及有关它的各类记录数
-- key: name
SELECT
    o.name, o.kind, o.place, p.province, p.city, CASE WHEN p.level = 'county' THEN p.name END AS county, o.parent, o.aliases,
    o.articles_count, o.first_seen, o.last_seen,
    coalesce(s.n, 0)::INTEGER AS claims_count,
    coalesce(g.n, 0)::INTEGER AS programmes_count,
    coalesce(m.n, 0)::INTEGER AS persons_count
FROM (
    SELECT
        name, mode(n.kind) AS kind, mode(n.place) AS place, mode(n.parent) AS parent,
        list_sort(list_distinct(flatten(list(n.aliases)))) AS aliases,
        count(DISTINCT n.article_id)::INTEGER AS articles_count,
        min(a.published_first) AS first_seen, max(a.published_first) AS last_seen
    FROM organisations AS n
    JOIN articles AS a ON a.article_id = n.article_id
    GROUP BY name
) AS o
LEFT JOIN places AS p ON p.adcode = o.place
LEFT JOIN (SELECT subject AS name, count(*) AS n FROM statistics GROUP BY subject) AS s ON s.name = o.name
LEFT JOIN (SELECT owner AS name, count(DISTINCT canonical) AS n FROM programmes GROUP BY owner) AS g ON g.name = o.name
LEFT JOIN (SELECT organisation AS name, count(DISTINCT persons.name) AS n FROM persons GROUP BY organisation) AS m ON m.name = o.name
