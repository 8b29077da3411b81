-- Reports in prose (news articles), what was read from them, and what people made of that.

-- A report whose notes on events are Orewatch's own words: they may be shown where its own words may not.
alter table report add column is_prose boolean not null default false;

-- Who stands behind what a report in prose says: an agency or a publisher. Null for sources that code events themselves.
alter table event_revision add column origin text;

-- doubtful: a reading that may well be wrong. It counts nothing until more is known.
alter table event_revision drop constraint event_revision_confidence_check,
  add constraint event_revision_confidence_check check (confidence in ('doubtful', 'provisional', 'confirmed'));

create or replace view current_event as
select e.id as event_id, e.source, e.source_event_id, e.linked_revision, r.revision, r.occurred_on, r.date_precision,
       r.type, r.sub_type, r.place, r.latitude, r.longitude, r.location_precision, r.uncertainty_km, r.actors,
       r.deaths_low, r.deaths_best, r.deaths_high, r.confidence,
       case when report.may_show_raw is not false or report.is_prose then r.notes end as notes, r.url, r.site_ids,
       r.retracted, r.report_id, r.recorded_at, r.origin
from event e
join event_revision r on r.event_id = e.id and r.revision = e.revision
left join report on report.id = r.report_id;

-- One report in prose, whatever was edited in it since. Each of its revisions is a row of `report`.
create table news_report (
  -- The id of its first revision's row.
  id bigint primary key references report,
  -- Its address, or a hash of its text where it has none: `services/reading/article.ts`.
  key text not null unique,
  revision integer not null,
  -- The revision that its events were read from; null or behind: the read stage has work.
  read_revision integer,
  -- The time for which it is to be read: when its newest revision came, or when its origin was learned.
  due_at timestamptz not null,
  published_at timestamptz not null,
  state text not null check (state in ('unread', 'unreviewed', 'reviewed')),
  -- en and fr are read; other: in another language; none: too little prose to tell.
  language text,
  -- Why it was not read, where that is not its language.
  failure text,
  -- The version of the reader that read it last.
  reader text,
  read_at timestamptz,
  origin text not null,
  -- True where the origin is an agency, not the publisher of the text.
  is_agency boolean not null,
  -- The smallest hashes of its word 5-grams, and how many there are in all: `domain/reading/copies.ts`.
  fingerprint integer[] not null,
  shingles integer not null
);
create index news_report_to_read on news_report (id) where read_revision is distinct from revision;
create index news_report_state on news_report (state, id);
create index news_report_fingerprint on news_report using gin (fingerprint);

create table news_report_revision (
  news_report_id bigint not null references news_report,
  revision integer not null,
  report_id bigint not null references report,
  content_hash text not null,
  -- The feed that it came by; null where a person or a program handed it in.
  feed text,
  -- The prose without its title, as it is read: spans count its UTF-16 units.
  text text not null,
  primary key (news_report_id, revision)
);

-- What a report says of one event: the place in its text and what the reader made of it. Without a foreign key to
-- event, as for links.
create table reading (
  event_id bigint primary key,
  news_report_id bigint not null references news_report,
  -- Counts the events that were ever read from this report: its n-th has the source's id `<key>#n`.
  number integer not null,
  -- The newest revision of the report in which it was found.
  report_revision integer not null,
  span_start integer not null,
  span_end integer not null,
  in_title boolean not null,
  certainty real not null,
  rendering text not null,
  rivals jsonb not null,
  attributed_to text,
  reader text not null,
  -- What was read, as it was read: the next reading is matched with it, whatever a person has corrected since.
  content jsonb not null,
  -- gone: a later reading no longer finds it.
  state text not null check (state in ('unreviewed', 'confirmed', 'corrected', 'rejected', 'gone')),
  settled_by text,
  settled_at timestamptz,
  reason text,
  unique (news_report_id, number)
);
