-- Around a site in a war there may be hundreds of signals. The strongest stand in `signals`; of the others an assessment
-- keeps what decisions need: [{signal, key, expected, share, event: {eventId, revision}}], event being the first behind it.
alter table assessment add column further_signals jsonb not null default '[]';

-- What a revision rests on beside the signals and events that it names.
alter table alert_revision
  add column further_signals jsonb not null default '{"count": 0, "expected": 0, "share": 0}',
  add column further_evidence integer not null default 0;
