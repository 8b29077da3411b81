-- One score: the harm to be expected from conflict in the next 30 days. The chance of violence is its calibrated part
-- and is kept beside it. Assessments of earlier policies have none of these and stay as they were.
alter table assessment
  add column expected_harm double precision,
  add column violence_chance double precision check (violence_chance between 0 and 100),
  -- Facts that signals told and that are over: a place that was lost, a restart.
  add column endings jsonb not null default '[]';
alter table site_risk add column violence_chance double precision check (violence_chance between 0 and 100);

-- What was told so far: keys of signals and of their ends. A seizure and an approach were two signals of one front.
alter table alert rename column told_signals to told_keys;
update alert set told_keys = array(
  select distinct regexp_replace(key, '^(territory-seized|front-approaching):', 'front:') from unnest(told_keys) as key);
-- The level is the band of the score and nothing else.
alter table alert drop column score_made_level;
-- cited: [{eventId, revision, seen}]: the revision that was told last, and the one that it was last compared with.
update alert set cited = (
  select coalesce(jsonb_agg(event || jsonb_build_object('seen', event -> 'revision')), '[]') from jsonb_array_elements(cited) as event);

alter table alert_revision
  add column violence_chance double precision check (violence_chance between 0 and 100),
  -- What had been told wrongly and is set right by this revision, a sentence each.
  add column corrections text[] not null default '{}';

-- Signals have other names: a mute of one of the old ones holds for the front.
update mute set signal = 'front' where signal in ('territory-seized', 'front-approaching');
