-- When a report was really written, by the clock of the database. fetched_at is the time that it counts for: a replay
-- gives that of the publication, which lies before. Unknown for reports of before.
alter table report add column stored_at timestamptz;
alter table report alter column stored_at set default clock_timestamp();
