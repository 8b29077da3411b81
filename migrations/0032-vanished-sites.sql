-- Records of sites that the newest whole edition of their dataset no longer has. The sites stay, and are watched.
create table site_vanished (
  dataset text not null,
  record_id text not null,
  -- The first edition that lacks the record, and the last one that had it, where that is known.
  edition text not null,
  last_edition text,
  recorded_at timestamptz not null,
  primary key (dataset, record_id)
);
