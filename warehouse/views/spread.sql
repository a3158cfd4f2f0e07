-- en: a programme, and how far it has spread
-- zh: 一项工作机制、行动或平台及其推广范围
-- key: canonical
SELECT
    canonical, mode(kind) AS kind,
    count(place)::INTEGER AS places_count, count(DISTINCT province)::INTEGER AS provinces_count,
    sum(articles_count)::INTEGER AS articles_count,
    min(first_seen) AS first_seen, max(last_seen) AS last_seen,
    arg_min(place, first_seen) AS first_place, arg_min(place_name, first_seen) AS first_place_name,
    list_sort(list_distinct(flatten(list(names)))) AS names
FROM adoption
GROUP BY canonical
