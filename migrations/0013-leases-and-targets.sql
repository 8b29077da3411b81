-- A message is claimed by a lease: until then nobody else sends it. Whoever sends prolongs it; where the sender died, it
-- lapses, and the message goes out again under the same Message-ID.
alter table message add column claimed_until timestamptz, add column last_attempt_at timestamptz;

-- Where a subscription is told: by which channel, and at which address of it. The subscriber stays who is told.
alter table subscription add column channel text not null default 'email', add column address text;
update subscription set address = subscriber.email
from subscriber where subscriber.id = subscription.subscriber_id;
alter table subscription alter column address set not null, alter column channel drop default;

-- When each task of the schedule was started last, by the clock of this database.
create table scheduled_task (
  name text primary key,
  started_at timestamptz not null
);
