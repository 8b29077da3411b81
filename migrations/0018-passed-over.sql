-- Sentences of the newest revision that was read which have words of conflict or of mining and made no event: an array
-- of {"span": {"start", "end", "inTitle"}, "reason"}, spans in UTF-16 units.
alter table news_report add column passed_over jsonb not null default '[]';

-- Until when a worker has the report read by a second reader, which is asked once; null where none is at it.
alter table news_report add column asking_until timestamptz;
