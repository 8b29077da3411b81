-- The edition of its dataset in which a visit stands, where the dataset says when it was published: an older edition
-- does not change back what a newer one corrected. Records of sites keep theirs with their content.
alter table site_visit add column edition text;
