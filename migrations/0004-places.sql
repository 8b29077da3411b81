-- The gazetteer: places that texts name. Mining sites are places as well; they stay in their own tables. Coordinates
-- are WGS84 degrees, of an area those of its centre or chief town; radius_km is that of a circle as large as it.

create table place (
  id text primary key check (length(id) <= 200),
  -- Where it comes from: bundled, whosonfirst, geonames.
  dataset text not null,
  kind text not null check (kind in ('country', 'admin1', 'admin2', 'locality', 'feature')),
  name text not null,
  country text,
  admin1 text,
  admin2 text,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  population bigint,
  radius_km double precision,
  -- Datasets name the areas that a place lies in by keys; the key of an area is that of its own row, which may come
  -- later in the file, or not at all.
  area_key text,
  within text[] not null default '{}',
  content_hash text not null,
  recorded_at timestamptz not null
);
create index place_dataset on place (dataset);

-- Other spellings, without the name itself.
create table place_name (
  place_id text not null references place on delete cascade,
  name text not null,
  primary key (place_id, name)
);

-- One row. The version rises in each transaction that changes places, or names and operators of sites; whoever holds
-- the gazetteer in memory builds it anew when it has risen.
create table place_set (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into place_set (version) values (0);

-- What a site is called, and by whom it is operated, belongs to the gazetteer: a change of it raises the version.
create function raise_place_set() returns trigger language plpgsql as $$
begin
  update place_set set version = version + 1;
  return null;
end
$$;
create trigger site_in_gazetteer_added after insert on site
  for each statement execute function raise_place_set();
create trigger site_in_gazetteer_changed after update of name, operator, country, admin1, latitude, longitude on site
  for each statement execute function raise_place_set();
create trigger site_name_in_gazetteer after insert or delete on site_name
  for each statement execute function raise_place_set();
