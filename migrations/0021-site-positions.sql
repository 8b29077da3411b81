-- Where a site was held to be, from when on: all positions, the newest one is that of the site. A question about what
-- was known at an instant is answered for the position known then.
create table site_position (
  site_no integer not null references site,
  -- The site's location_revision.
  revision integer not null,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  -- The record that says so; null for sites without one.
  dataset text,
  record_id text,
  recorded_at timestamptz not null,
  primary key (site_no, revision)
);

-- The records of sites are kept with all their revisions: that which a site was made from tells where it has been.
insert into site_position (site_no, revision, latitude, longitude, dataset, record_id, recorded_at)
select site_no, location_revision + 1 - row_number() over (partition by site_no order by step desc), latitude, longitude,
       dataset, record_id, recorded_at
from (
  select said.*, lag(said.latitude) over before as latitude_before, lag(said.longitude) over before as longitude_before
  from (
    select site.site_no, site.location_revision, record.revision as step,
           (record.content ->> 'latitude')::double precision as latitude,
           (record.content ->> 'longitude')::double precision as longitude, site.dataset, site.record_id,
           record.recorded_at
    from site join site_record as record on record.dataset = site.dataset and record.record_id = site.record_id
    where record.content ? 'latitude'
    union all
    select site.site_no, site.location_revision, 2147483647, site.latitude, site.longitude, site.dataset,
           site.record_id, site.recorded_at
    from site) as said
  window before as (partition by said.site_no order by said.step)) as positions
where (latitude_before, longitude_before) is distinct from (latitude, longitude);
