-- What failed by itself, stage by stage. It is left out of its stage until its next try, so that all else goes on.
create table set_aside (
  -- The queue of the stage, and the id as that stage knows it: of an event, a site, an assessment, …
  stage text not null,
  id bigint not null,
  reason text not null,
  attempts integer not null,
  first_failed_at timestamptz not null,
  last_failed_at timestamptz not null,
  next_try_at timestamptz not null,
  primary key (stage, id)
);

-- What of it is still to be left alone. Where the clock was put back since it failed, nothing waits until that has
-- caught up.
create view waiting_aside as
  select stage, id from set_aside where next_try_at > now() and last_failed_at <= now();

-- What has changed since it failed is tried again at once: it may no longer be what failed. The argument names the
-- stage, the column that holds its ids is the trigger's second argument.
create function try_again() returns trigger language plpgsql as $$
begin
  update set_aside set next_try_at = now()
  where set_aside.stage = tg_argv[0] and set_aside.id = (to_jsonb(new) ->> tg_argv[1])::bigint
    and set_aside.next_try_at > now();
  return null;
end $$;

create trigger event_try_again after update of revision on event for each row
  when (new.revision <> old.revision) execute function try_again('link-events', 'id');
create trigger site_try_again after update of location_revision on site for each row
  when (new.location_revision <> old.location_revision) execute function try_again('link-sites', 'site_no');
create trigger news_report_try_again after update of revision on news_report for each row
  when (new.revision <> old.revision) execute function try_again('read', 'id');
create trigger assessment_due_try_again after update of due_at, has_news on assessment_due for each row
  when (new.has_news and (new.due_at > old.due_at or not old.has_news)) execute function try_again('assess', 'site_no');
