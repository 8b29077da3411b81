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

-- What others forecast for the cells of a grid of half a degree in which watched sites lie, and for those around. It is
-- shown beside a risk and never a part of it.
create table forecast_cell (
  source text not null,
  -- The cell's number in PRIO-GRID.
  cell_id integer not null check (cell_id between 1 and 259200),
  -- The first day of the month.
  month date not null,
  run text not null,
  -- The chance of a death, 0 to 1, and the deaths that are expected.
  chance double precision not null check (chance between 0 and 1),
  expected double precision not null check (expected >= 0 and expected < 'infinity'),
  recorded_at timestamptz not null,
  primary key (source, cell_id, month, run)
);
