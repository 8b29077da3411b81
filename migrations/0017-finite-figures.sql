-- No figure is stored that is no number or without end: a reach without end would tie an event to every site. In
-- PostgreSQL NaN is more than infinity, and infinity more than all else, so that an upper bound refuses both.
alter table event_revision add constraint event_revision_uncertainty_is_km check (uncertainty_km between 0 and 20038);
alter table place add constraint place_radius_is_km check (radius_km between 0 and 20038);
alter table reading add constraint reading_certainty_is_share check (certainty between 0 and 1);
alter table assessment add constraint assessment_harm_is_finite check (expected_harm >= 0 and expected_harm < 'infinity');
-- west, south, east, north in degrees
alter table subscription add constraint subscription_bbox_is_degrees check (-180 <= all (bbox) and 180 >= all (bbox));
