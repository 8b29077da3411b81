-- A crowded incident is joined by way of its representatives: its best confirmed members. The others are compared
-- with nobody, and a search for events to be compared with passes them over.
alter table event_revision add column represented boolean not null default false;
comment on column event_revision.represented is
  'True where the event belongs to an incident of which it is no representative.';

drop index event_revision_exact_day;
drop index event_revision_near_day;
create index event_revision_exact_day on event_revision (occurred_on, latitude)
  where date_precision = 1 and latitude is not null and not represented;
create index event_revision_near_day on event_revision (occurred_on, latitude)
  where date_precision in (2, 3) and latitude is not null and not represented;
create index event_revision_represented_day on event_revision (occurred_on, latitude)
  where latitude is not null and represented;
create index event_revision_represented on event_revision (event_id) where represented;
