-- What a message said. It is kept before it is sent first, in the words of its channel; what is sent again under the
-- same Message-ID is this. Null: not worded yet, or sent by a release that did not keep it.
alter table message
  add column subject text,
  add column written json,
  -- What a message says is bounded where it is worded; this only keeps a mistake there out of the table.
  add constraint message_written_is_bounded check (octet_length(written::text) <= 2000000);

-- By which messages a site's alerts were told.
create index delivery_alert on delivery (alert_id, alert_revision);
