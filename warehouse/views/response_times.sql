-- en: how soon somebody came, by place and kind of event
-- zh: 各地各类事件的到场用时
-- key: place place_name category
SELECT
    place, place_name, province, city, county, category, category_en, category_zh,
    count(*)::INTEGER AS incidents_count, count(response_minutes)::INTEGER AS timed_count,
    min(response_minutes) AS fastest, median(response_minutes) AS middle, max(response_minutes) AS slowest
FROM responses
GROUP BY place, place_name, province, city, county, category, category_en, category_zh
