-- The language that a feed publishes in, as a person or the feed itself says: a hint for texts that do not show theirs.
alter table feed add column language text;
