-- en: an incident spelt out: what happened, when, where, and how soon somebody came
-- zh: 一起事件的全貌:何时何地发生何事,多久有人到场
-- key: fact_id
SELECT
    e.fact_id, e.article_id, a.title, a.published, a.published_first, a.source,
    e."when", e.when_first, e.when_last, e.place, coalesce(p.name, e.place_name) AS place_name, e.place_name AS scene, p.province, p.city, CASE WHEN p.level = 'county' THEN p.name END AS county,
    e.category, coalesce(k.label_en, o.label_en) AS category_en, coalesce(k.label_zh, o.label_zh) AS category_zh,
    e.summary, e.outcome, e.response_minutes, e.facts, e.quote, e.start, e."end", e.load_id
FROM incidents AS e
JOIN articles AS a ON a.article_id = e.article_id
LEFT JOIN places AS p ON p.adcode = e.place
LEFT JOIN terms AS k ON k.vocabulary = 'category' AND k.term = e.category
LEFT JOIN terms AS o ON o.vocabulary = 'offence' AND o.term = e.category
