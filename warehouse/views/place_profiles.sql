-- en: a place of which anything is told, and how much
-- zh: 有报道的一个地点及有关它的各类记录数
-- key: adcode
SELECT
    p.adcode, p.name, p.level, p.province, p.city, CASE WHEN p.level = 'county' THEN p.name END AS county,
    coalesce(a.articles_count, 0)::INTEGER AS articles_count, coalesce(a.sources_count, 0)::INTEGER AS sources_count, a.first_seen, a.last_seen,
    coalesce(s.claims_count, 0)::INTEGER AS claims_count, s.first_year, s.last_year, coalesce(s.indicators, []) AS indicators,
    coalesce(g.n, 0)::INTEGER AS programmes_count, coalesce(o.n, 0)::INTEGER AS organisations_count, coalesce(e.n, 0)::INTEGER AS incidents_count,
    coalesce(f.n, 0)::INTEGER AS contradictions_count
FROM places AS p
LEFT JOIN (
    SELECT
        jurisdiction AS adcode, count(*) AS articles_count, count(DISTINCT source) AS sources_count,
        min(published_first) AS first_seen, max(published_first) AS last_seen
    FROM articles GROUP BY jurisdiction
) AS a ON a.adcode = p.adcode
LEFT JOIN (
    SELECT
        adcode, sum(n) AS claims_count, min(first_year) AS first_year, max(last_year) AS last_year,
        list(indicator ORDER BY n DESC, indicator) FILTER (indicator <> 'other') AS indicators
    FROM (
        SELECT
            place AS adcode, indicator, count(*) AS n,
            year(min(period_first))::INTEGER AS first_year, year(max(period_last))::INTEGER AS last_year
        FROM statistics GROUP BY place, indicator
    )
    GROUP BY adcode
) AS s ON s.adcode = p.adcode
LEFT JOIN (SELECT place AS adcode, count(*) AS n FROM adoption GROUP BY place) AS g ON g.adcode = p.adcode
LEFT JOIN (SELECT place AS adcode, count(DISTINCT name) AS n FROM organisations GROUP BY place) AS o ON o.adcode = p.adcode
LEFT JOIN (SELECT place AS adcode, count(*) AS n FROM incidents GROUP BY place) AS e ON e.adcode = p.adcode
LEFT JOIN (SELECT place AS adcode, count(*) AS n FROM contradictions GROUP BY place) AS f ON f.adcode = p.adcode
WHERE coalesce(a.articles_count, s.claims_count, g.n, o.n, e.n, f.n) IS NOT NULL
