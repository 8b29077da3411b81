-- What an edition is whole by, and what one edition lacked and a later one has again.

alter table source_row
  -- The fetch of an edition that brought the row last, whatever the rank of the edition: what it brought is counted.
  add column seen_by text,
  -- The edition that lacked the row, so that its event was retracted; null where its event was not, or came again.
  add column lost_in text;
