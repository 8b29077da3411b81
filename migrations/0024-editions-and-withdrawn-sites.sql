-- The edition of its dataset in which a visit stands, where the dataset says when it was published: an older edition
-- does not change back what a newer one corrected. Records of sites keep theirs with their content.
alter table site_visit add column edition text;

-- A site that a person has withdrawn is no longer watched: it is listed nowhere, tied to nothing and not assessed. What
-- was told of it stays.
alter table site
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add column withdrawn_reason text,
  add constraint site_withdrawn_whole check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3));
create trigger site_in_gazetteer_withdrawn after update of withdrawn_at on site
  for each statement execute function raise_place_set();

-- True where the alert is closed since its site is no longer watched, whatever goes on there.
alter table alert_revision add column ends_watch boolean not null default false;
