-- en: what became of the numbers of a source that a load read, by the rule that decided
-- zh: 一个来源在一次入库中的数字的归宿及判定规则
-- key: source load_id fate rule
SELECT
    a.source, n.load_id, n.fate, t.label_en AS fate_en, t.label_zh AS fate_zh, n.rule,
    count(*)::INTEGER AS numbers_count, min(n.quote) AS example
FROM numbers AS n
JOIN articles AS a ON a.article_id = n.article_id
LEFT JOIN terms AS t ON t.vocabulary = 'fate' AND t.term = n.fate
GROUP BY ALL
