-- Where in the evidence log a report is, so that its reporter can prove it; not noted of those before.
alter table reports add column entry bigint;
