-- An event may be dated tomorrow, where it is tomorrow already. Its sites are assessed when that day begins, by a mark
-- that waits here, apart from the marks of what is due now: `due_at` decides when it is taken up.
create table assessment_ahead (
  site_no integer not null references site,
  due_at timestamptz not null,
  has_news boolean not null,
  primary key (site_no, due_at)
);
create index assessment_ahead_due on assessment_ahead (due_at);

-- No risk is stored that is no number: whatever made it so is found where it happens. In PostgreSQL NaN is more than 100.
alter table assessment add constraint assessment_score_is_percent check (score between 0 and 100);
alter table site_risk add constraint site_risk_score_is_percent check (score between 0 and 100);
alter table alert_revision add constraint alert_revision_score_is_percent check (score between 0 and 100);
alter table link add constraint link_distance_is_km check (distance_km between 0 and 20038);
