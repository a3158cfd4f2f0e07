-- en: a numeric claim spelt out: who published it, about which place and period, and its value as people write it
-- zh: 一条数字主张的全貌:出处、地点、时期、指标、罪名和可读的数值
-- key: fact_id
--
-- `place_name` is the division's, or, where none is known, the article's. Only a query that asks for `sentence` pays for reading raw texts.
SELECT
    s.fact_id, s.article_id, a.title, a.published, a.published_first, a.source, a.site,
    s.place, coalesce(p.name, s.place_name) AS place_name, p.province, p.city, CASE WHEN p.level = 'county' THEN p.name END AS county,
    s.period, s.period_first, s.period_last,
    CASE WHEN year(s.period_first) = year(s.period_last) THEN year(s.period_first)::INTEGER END AS year,
    s.indicator, i.label_en AS indicator_en, i.label_zh AS indicator_zh,
    s.offence, o.label_en AS offence_en, o.label_zh AS offence_zh, o.standard AS iccs,
    s.subject, s.metric, s.kind, s.direction, s.comparison, s.bound, s.value, s.value_high, s.unit, u.standard AS ucum, s.classifier,
    CASE
        WHEN s.direction = 'flat' THEN concat(c.label_zh, d.label_zh)
        WHEN s.kind = 'rank' THEN concat('第', s.amount_zh, u.label_zh)
        ELSE concat('较' || nullif(s.since, ''), c.label_zh, d.label_zh, b.label_zh, s.amount_zh, coalesce(s.classifier, u.label_zh, nullif(s.unit, 'count')))
    END AS value_zh,
    CASE
        WHEN s.direction = 'flat' THEN concat_ws(' ', d.label_en, c.label_en)
        WHEN s.kind = 'rank' THEN 'rank ' || s.amount_en
        ELSE concat_ws(' ',
            d.label_en,
            concat(b.label_en, s.amount_en, CASE WHEN s.unit = 'percent' THEN '%' END),
            CASE WHEN s.unit NOT IN ('percent', 'count') THEN coalesce(u.label_en, s.unit) END,
            c.label_en,
            'on ' || nullif(s.since, ''))
    END AS value_en,
    s.quote, substr(a.raw, s.sentence_start + 1, s.sentence_end - s.sentence_start) AS sentence,
    s.start, s."end", s.rule, s.load_id
FROM (
    SELECT
        *,
        CASE WHEN comparison LIKE 'vs:%' THEN comparison[4:] END AS since,
        array_to_string(list_transform([value, value_high], lambda v: CASE
            WHEN v >= 100000000 AND v % 10000 = 0 THEN regexp_replace((v / 100000000)::DECIMAL(38, 4)::VARCHAR, '\.?0*$', '') || '亿'
            WHEN v >= 10000 AND v % 100 = 0 THEN regexp_replace((v / 10000)::DECIMAL(38, 2)::VARCHAR, '\.?0*$', '') || '万'
            ELSE regexp_replace(v::VARCHAR, '\.?0*$', '')
        END), '至') AS amount_zh,
        array_to_string(list_transform([value, value_high], lambda v: CASE
            WHEN abs(v) < 1000 THEN regexp_replace(v::VARCHAR, '\.?0*$', '')
            ELSE format('{:,}', trunc(v)::HUGEINT) || regexp_extract(v::VARCHAR, '\.\d*[1-9]')
        END), '–') AS amount_en
    FROM statistics
) AS s
JOIN articles AS a ON a.article_id = s.article_id
LEFT JOIN places AS p ON p.adcode = s.place
LEFT JOIN terms AS i ON i.vocabulary = 'indicator' AND i.term = s.indicator
LEFT JOIN terms AS o ON o.vocabulary = 'offence' AND o.term = s.offence
LEFT JOIN terms AS u ON u.vocabulary = 'unit' AND u.term = s.unit
LEFT JOIN terms AS b ON b.vocabulary = 'bound' AND b.term = s.bound
LEFT JOIN terms AS d ON d.vocabulary = 'direction' AND d.term = s.direction
LEFT JOIN terms AS c ON c.vocabulary = 'comparison' AND c.term = s.comparison
