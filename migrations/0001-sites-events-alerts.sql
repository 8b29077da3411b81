-- Everything from a report to a delivery. Times are timestamptz in UTC: occurred_on is when something happened,
-- recorded_at when Orewatch learned of it. Distances are km, coordinates WGS84 degrees.

-- Sites -----------------------------------------------------------------------------------------------------------

create table site (
  site_no integer generated always as identity primary key,
  id text not null unique check (id ~ '^[a-z0-9][a-z0-9._-]{0,99}$'),
  name text not null,
  minerals text[] not null default '{}',
  commodities text[] not null default '{}',
  kind text not null,
  operator text,
  country text,
  admin1 text,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  status text not null,
  -- The record that the site was made from decides its name, position, kind, operator and status; others fill gaps.
  dataset text,
  record_id text,
  -- Raised by one whenever the coordinates change; the site is linked to past events where linked_location lags.
  location_revision integer not null default 1,
  linked_location integer,
  recorded_at timestamptz not null
);
create index site_to_link on site (site_no) where linked_location is distinct from location_revision;

create table site_name (
  site_no integer not null references site,
  name text not null,
  dataset text not null,
  primary key (site_no, name)
);

-- What a dataset says about a site; the newest revision is the current one, the older ones are its history.
-- Revision 0 has no content: another dataset said that this record describes the same site.
create table site_record (
  dataset text not null,
  record_id text not null,
  revision integer not null,
  site_no integer not null references site,
  content jsonb not null,
  content_hash text not null,
  recorded_at timestamptz not null,
  primary key (dataset, record_id, revision)
);
create index site_record_site on site_record (site_no);

create table site_visit (
  dataset text not null,
  visit_id text not null,
  site_no integer not null references site,
  visited_on date not null,
  workers integer,
  armed_presence boolean,
  interference boolean,
  armed_groups text[] not null default '{}',
  content jsonb not null,
  content_hash text not null,
  recorded_at timestamptz not null,
  primary key (dataset, visit_id)
);
create index site_visit_site on site_visit (site_no, visited_on);

-- One row. The version rises in each transaction that changes where sites are; workers rebuild their index by it.
create table site_set (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into site_set (version) values (0);

-- Reports and events ----------------------------------------------------------------------------------------------

create table report (
  id bigint generated always as identity primary key,
  source text not null,
  external_id text not null,
  content_hash text not null,
  publisher text,
  title text,
  url text,
  published_at timestamptz,
  fetched_at timestamptz not null,
  -- May the raw content be shown to users, by the licence of its source?
  may_show_raw boolean not null,
  content json not null
);
create index report_external on report (source, external_id);

create table event (
  id bigint generated always as identity primary key,
  source text not null,
  source_event_id text not null,
  revision integer not null,
  -- The revision that the links are made from; null or behind: the link stage has work.
  linked_revision integer,
  unique (source, source_event_id)
);
create index event_to_link on event (id) where linked_revision is distinct from revision;

create table event_revision (
  event_id bigint not null references event,
  revision integer not null,
  occurred_on date not null,
  date_precision smallint not null check (date_precision between 1 and 5),
  type text not null,
  sub_type text not null,
  place text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  location_precision smallint check (location_precision between 1 and 7),
  uncertainty_km real not null,
  actors text[] not null,
  deaths_low integer,
  deaths_best integer,
  deaths_high integer,
  confidence text not null check (confidence in ('provisional', 'confirmed')),
  notes text,
  url text,
  site_ids text[] not null default '{}',
  retracted boolean not null default false,
  content_hash text not null,
  report_id bigint references report,
  recorded_at timestamptz not null,
  primary key (event_id, revision),
  check ((latitude is null) = (longitude is null))
);
create index event_revision_occurred on event_revision (occurred_on desc, event_id desc);

-- The current revision of every event, with its identity. Notes are left out where the licence of their source forbids
-- to show them.
create view current_event as
select e.id as event_id, e.source, e.source_event_id, e.linked_revision, r.revision, r.occurred_on, r.date_precision,
       r.type, r.sub_type, r.place, r.latitude, r.longitude, r.location_precision, r.uncertainty_km, r.actors,
       r.deaths_low, r.deaths_best, r.deaths_high, r.confidence,
       case when report.may_show_raw is not false then r.notes end as notes, r.url, r.site_ids, r.retracted, r.report_id,
       r.recorded_at
from event e
join event_revision r on r.event_id = e.id and r.revision = e.revision
left join report on report.id = r.report_id;

-- Without foreign keys: links are written by the million, by one stage, from rows that are never deleted.
create table link (
  event_id bigint not null,
  revision integer not null,
  site_no integer not null,
  distance_km real not null,
  named boolean not null,
  primary key (event_id, revision, site_no)
);
create index link_site on link (site_no);
create index link_named on link (site_no) where named;

-- Assessments and alerts ------------------------------------------------------------------------------------------

create table policy (
  version text primary key,
  content jsonb not null,
  in_force_from timestamptz not null
);

-- Sites whose assessment is out of date, and the time for which they are to be assessed.
create table assessment_due (
  site_no integer primary key references site,
  due_at timestamptz not null,
  -- True where news is behind it; false where it is time alone, or events long past when they arrived.
  has_news boolean not null
);
create index assessment_due_news on assessment_due (site_no) where has_news;

create table assessment (
  id bigint generated always as identity primary key,
  site_no integer not null references site,
  at timestamptz not null,
  score double precision not null,
  level text not null,
  -- The level of the assessment before; unknown where there was none.
  previous_level text not null,
  signals jsonb not null,
  contributions jsonb not null,
  has_news boolean not null,
  model text not null,
  policy text not null references policy,
  recorded_at timestamptz not null,
  -- What the alert stage made of it; null: the alert stage has work.
  decision text,
  reason text
);
create index assessment_site on assessment (site_no, at desc, id desc);
create index assessment_to_decide on assessment (id) where decision is null;

-- The newest assessment of each site, for lists.
create table site_risk (
  site_no integer primary key references site,
  assessment_id bigint not null references assessment,
  score double precision not null,
  level text not null,
  at timestamptz not null
);
create index site_risk_level on site_risk (level);

create table alert (
  id bigint generated always as identity primary key,
  site_no integer not null references site,
  revision integer not null,
  is_open boolean not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- Since when the site has been assessed clearly below the alert's level.
  below_since timestamptz,
  -- The event revisions that the alert rests on: [{eventId, revision}].
  cited jsonb not null,
  -- Keys of the signals told so far.
  told_signals text[] not null
);
create unique index alert_one_open on alert (site_no) where is_open;
create index alert_site on alert (site_no);

-- What a person does not want to be told until a time. Exactly one of site, actor and signal is set.
create table mute (
  id bigint generated always as identity primary key,
  site_no integer references site,
  actor text,
  signal text,
  until timestamptz not null,
  -- A mute hides what rises to severe only if it says so.
  includes_severe boolean not null,
  reason text not null,
  author text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(site_no, actor, signal) = 1)
);

-- What was said, as it was said. Never changed.
create table alert_revision (
  alert_id bigint not null references alert,
  revision integer not null,
  kind text not null,
  level text not null,
  previous_level text not null,
  score double precision not null,
  reason text not null,
  assessment_id bigint not null references assessment,
  signals jsonb not null,
  -- The events as they were then, the heaviest first.
  evidence jsonb not null,
  -- The mute that kept this revision from being delivered.
  muted_by bigint references mute,
  at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (alert_id, revision)
);

create table acknowledgement (
  id bigint generated always as identity primary key,
  alert_id bigint not null,
  alert_revision integer not null,
  author text not null,
  comment text not null,
  at timestamptz not null,
  foreign key (alert_id, alert_revision) references alert_revision
);
create index acknowledgement_alert on acknowledgement (alert_id);

-- Subscriptions and deliveries ------------------------------------------------------------------------------------

create table subscriber (
  id bigint generated always as identity primary key,
  email text not null,
  created_at timestamptz not null
);
create unique index subscriber_email on subscriber (lower(email));

create table subscription (
  id bigint generated always as identity primary key,
  subscriber_id bigint not null references subscriber,
  sites text[],
  minerals text[],
  countries text[],
  -- west, south, east, north in degrees, as in GeoJSON
  bbox double precision[] check (array_length(bbox, 1) = 4),
  min_level text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz
);

create table message (
  id bigint generated always as identity primary key,
  subscription_id bigint not null references subscription,
  channel text not null,
  recipient text not null,
  -- RFC 5322 Message-ID, derived from the deliveries: the same at every attempt.
  message_id text not null unique,
  state text not null default 'pending' check (state in ('pending', 'sent', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  last_error text,
  at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index message_subscription on message (subscription_id, at);
create index message_to_send on message (next_attempt_at) where state = 'pending';

create table delivery (
  id bigint generated always as identity primary key,
  subscription_id bigint not null references subscription,
  alert_id bigint not null,
  alert_revision integer not null,
  channel text not null,
  message_id bigint references message,
  -- Not urgent: it waits until then for others to go with it.
  hold_until timestamptz,
  at timestamptz not null,
  created_at timestamptz not null,
  unique (subscription_id, alert_id, alert_revision, channel),
  foreign key (alert_id, alert_revision) references alert_revision
);
create index delivery_to_group on delivery (subscription_id) where message_id is null;
create index delivery_message on delivery (message_id);

-- Operation -------------------------------------------------------------------------------------------------------

create table api_key (
  id bigint generated always as identity primary key,
  name text not null,
  key_hash text not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  details jsonb not null
);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each statement execute function refuse_change();

create table source_state (
  source text primary key,
  -- The newest day of which the source has told.
  fresh_to date,
  last_success_at timestamptz,
  last_error text,
  last_error_at timestamptz
);

-- Facts about this installation, such as the bundled facts that were loaded.
create table installation (
  key text primary key,
  value jsonb not null
);
