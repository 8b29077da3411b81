-- Events that are the same occurrence. Without foreign keys to event, as for links: the row of an event is locked by
-- the transaction that links it, and a reference to it would have two of these wait for each other.

-- Two events that the rule takes for one occurrence, by their current revisions, and why.
create table event_pair (
  event_a bigint not null,
  event_b bigint not null check (event_b > event_a),
  reason text not null,
  primary key (event_a, event_b)
);
create index event_pair_b on event_pair (event_b);

-- The events that are joined, and nothing else: an event that stands alone has no row.
create table incident_member (
  event_id bigint primary key,
  -- The smallest id among the members.
  incident_id bigint not null
);
create index incident_member_incident on incident_member (incident_id);

-- A person says that two events are not one occurrence. What was ended stays readable.
create table incident_separation (
  id bigint generated always as identity primary key,
  event_a bigint not null,
  event_b bigint not null check (event_b > event_a),
  author text not null,
  reason text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  end_reason text
);
create unique index incident_separation_in_force on incident_separation (event_a, event_b) where ended_at is null;
create index incident_separation_b on incident_separation (event_b);

-- The search for events that an event may be joined with: the same days, then a band of latitude. Most dates are
-- exact; of the few that are not, more days have to be looked at.
create index event_revision_exact_day on event_revision (occurred_on, latitude)
  where date_precision = 1 and latitude is not null;
create index event_revision_near_day on event_revision (occurred_on, latitude)
  where date_precision in (2, 3) and latitude is not null;
create index event_revision_names_site on event_revision using gin (site_ids) where site_ids <> '{}';
