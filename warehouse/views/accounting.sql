-- en: the numbers of a source that a load read: how many are accounted for, as a statistic or with the reason why they are none
-- zh: 一个来源在一次入库中的数字:作为统计数据或说明原因的各有多少
-- key: source load_id
SELECT
    a.source, n.load_id,
    count(DISTINCT n.article_id)::INTEGER AS articles_count, count(*)::INTEGER AS numbers_count,
    count(*) FILTER (n.fate = 'statistic')::INTEGER AS statistics_count,
    count(*) FILTER (n.fate NOT IN ('statistic', 'unstated'))::INTEGER AS explained_count,
    count(*) FILTER (n.fate = 'unstated')::INTEGER AS unstated_count,
    count(*) FILTER (n.fate <> 'unstated') / count(*) AS accounted
FROM numbers AS n
JOIN articles AS a ON a.article_id = n.article_id
GROUP BY a.source, n.load_id
