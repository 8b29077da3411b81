-- Who did it: the key that was used, which is certain, beside `actor`, the author that the caller claims to be. Null
-- where the command line did it, and in entries that are older.
alter table audit_entry add column key_name text;
