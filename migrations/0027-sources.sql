-- Sources that are fetched from by themselves: what is switched on, how far each one is, and what it brought.

alter table source_state
  -- Null: nobody has switched it on or off.
  add column is_on boolean,
  -- What whoever switched it on chose, such as countries.
  add column options jsonb not null default '{}',
  -- How far it was fetched, in the source's own terms; null: from the beginning.
  add column cursor jsonb,
  -- Up to which day the source says that it has published, and what it says about that in words. A quiet country
  -- brings no events, and is not stale for that.
  add column published_to date,
  add column recency text,
  add column next_fetch_at timestamptz,
  -- Until then the source belongs to the fetch that counted the claim up; later whoever finds it may take it over.
  add column claim integer not null default 0,
  add column claimed_until timestamptz,
  add column last_fetch_at timestamptz,
  -- Fetches that failed one after the other; 0: the last one did not.
  add column failures integer not null default 0,
  -- True where only a person can mend what failed, such as a wrong password.
  add column needs_person boolean not null default false,
  -- What the last fetch that went well could not make use of, in words.
  add column note text,
  -- Rows since it was switched on first.
  add column rows_seen bigint not null default 0,
  add column rows_new bigint not null default 0,
  add column rows_changed bigint not null default 0,
  add column rows_retracted bigint not null default 0,
  add column rows_left_out bigint not null default 0,
  add column rows_refused bigint not null default 0;
create index source_state_due on source_state (next_fetch_at) where is_on;

-- From when on it was known that a source is fresh to a day: what was known when can be asked of any instant.
create table source_freshness (
  source text not null,
  fresh_to date not null,
  recorded_at timestamptz not null,
  primary key (source, fresh_to)
);
insert into source_freshness (source, fresh_to, recorded_at)
select told.source, told.fresh_to, min(told.recorded_at)
from (select event.source, r.recorded_at,
             max(r.occurred_on) over (partition by event.source order by r.recorded_at, r.event_id, r.revision
                                      rows unbounded preceding) as fresh_to
      from event_revision r join event on event.id = r.event_id) as told
group by told.source, told.fresh_to;

-- In which edition of its source an event stood last. What a newer edition of the same days lacks is retracted.
create table source_row (
  source text not null,
  row_id text not null,
  edition text not null,
  -- A row of an edition of higher rank is not changed by one of lower rank.
  edition_rank integer not null,
  primary key (source, row_id)
);
create index source_row_edition on source_row (source, edition_rank);

-- Rows of sources that could not be read, kept aside with the reason; gone once the row can be read.
create table source_refused_row (
  source text not null,
  row_id text not null,
  refusals jsonb not null,
  raw json not null,
  refused_at timestamptz not null,
  primary key (source, row_id)
);
