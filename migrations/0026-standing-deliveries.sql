-- Whoever begins to follow a site that stands at the level asked for is told how it stands.
alter table delivery add column standing boolean not null default false;
comment on column delivery.standing is
  'True where the subscription began, or was widened, when the alert had been told to others already.';
