-- PostgreSQL checks a foreign key row by row and locks the row that it names: on a back-fill that was more work than
-- storing the revisions. A revision is written by the transaction that makes its event and its report, or that holds a
-- lock on the event, and neither events nor reports are ever deleted. Links and incidents name events in the same way.
alter table event_revision drop constraint event_revision_event_id_fkey;
alter table event_revision drop constraint event_revision_report_id_fkey;
