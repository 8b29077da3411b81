-- What the operator of this installation is told, once: a source that is stale, or waits for a person.

create table operator_notice (
  -- What it is about, such as "source ucdp-ged is stale": it is told again only after it had ended.
  key text primary key,
  text text not null,
  told_at timestamptz not null
);

-- A message to the operator belongs to no subscription.
alter table message alter column subscription_id drop not null;
