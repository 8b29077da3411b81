-- A feed is fetched from as every other source is: its state stands in source_state, under the name feed/<id>.

insert into source_state (source, is_on, cursor, next_fetch_at, last_fetch_at, last_success_at, failures, last_error,
  last_error_at, note)
select 'feed/' || feed.id, true, jsonb_build_object('etag', feed.etag, 'lastModified', feed.last_modified),
  feed.next_poll_at, feed.last_poll_at, feed.last_success_at, feed.failures, feed.last_error, feed.last_error_at,
  feed.note
from feed where feed.removed_at is null;

drop index feed_due;
alter table feed
  drop column etag,
  drop column last_modified,
  drop column next_poll_at,
  drop column claim,
  drop column claimed_until,
  drop column last_poll_at,
  drop column last_success_at,
  drop column failures,
  drop column last_error,
  drop column last_error_at,
  drop column note;
