-- Past events can raise an open alert, or complete the picture of news and so open one: that is kept as a revision and
-- told to nobody. What was told last is what the next telling is compared with.
alter table alert_revision add column is_told boolean not null default true;

-- True where the score itself has reached the alert's level since it was last revised, and not a signal alone.
alter table alert add column score_made_level boolean not null default true;

-- Something happened near the site within the days that count as news, whenever Orewatch came to know of it.
alter table assessment add column has_recent_event boolean not null default false;
