-- How good the scores of a month were, by what was confirmed since. A month is judged again where its source corrects
-- or adds events: what was judged before stays.
create table judged_month (
  -- Its first day.
  month date not null,
  judgement integer not null,
  judged_at timestamptz not null,
  -- When it was judged last, with the same figures.
  checked_at timestamptz not null,
  -- Up to which day the source had told.
  fresh_to date not null,
  figures json not null,
  primary key (month, judgement)
);
