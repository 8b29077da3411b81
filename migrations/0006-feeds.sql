-- News feeds that are polled, what was made of their items, and how the hosts they lie on want to be treated.

create table feed (
  id bigint generated always as identity primary key,
  url text not null,
  -- Who publishes the articles; null: the title that the feed gives itself.
  publisher text,
  title text,
  every_minutes integer not null check (every_minutes between 5 and 10080),
  -- May the raw text of the articles be shown to users, by the licence of their publisher?
  may_show_raw boolean not null,
  created_at timestamptz not null,
  -- A removed feed is kept for the audit trail and the reports that came from it.
  removed_at timestamptz,
  -- What the server wants to hear again in a conditional request (RFC 9110, 13.1).
  etag text,
  last_modified text,
  next_poll_at timestamptz not null,
  -- Until then the feed belongs to the poll that counted the claim up; later whoever finds it may take it over.
  claim integer not null default 0,
  claimed_until timestamptz,
  last_poll_at timestamptz,
  last_success_at timestamptz,
  -- Polls that failed one after the other; 0: the last one did not.
  failures integer not null default 0,
  last_error text,
  last_error_at timestamptz,
  -- What the last poll that got the feed could not make use of, in words.
  note text
);
create unique index feed_url on feed (url) where removed_at is null;
create index feed_due on feed (next_poll_at) where removed_at is null;

-- The items of a feed that need not be looked at again. `failed` is tried again, at most as often as the poll says.
create table feed_item (
  feed_id bigint not null references feed,
  item_key text not null,
  state text not null check (state in ('read', 'skipped', 'failed')),
  url text,
  reason text,
  attempts integer not null,
  -- When the article was changed last, by what the feed says.
  changed_at timestamptz,
  -- When the item last stood in the feed.
  seen_at timestamptz not null,
  primary key (feed_id, item_key)
);

-- One row for each host and port that is fetched from, shared by all workers.
create table fetch_host (
  host text primary key,
  -- Nobody asks it anything before.
  next_request_at timestamptz not null
);

-- robots.txt by origin, kept for a day.
create table fetch_robots (
  origin text primary key,
  content text not null,
  fetched_at timestamptz not null
);
