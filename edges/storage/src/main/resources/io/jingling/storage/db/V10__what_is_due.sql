-- When what is due next of an open case is due; none once it is closed. Officers' lists are in this order.
alter table cases add column next_due timestamptz;
create index on cases (next_due, number) where next_due is not null;
