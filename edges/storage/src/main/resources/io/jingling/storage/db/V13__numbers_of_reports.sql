-- What the number of a report is: a case of a campaign has reports of several, and figures count reports.
alter table reports add column carrier text;
alter table reports add column number_kind text;
update reports r set carrier = c.carrier, number_kind = c.number_kind from cases c where c.number = r.case_number;
alter table reports alter column carrier set not null;
alter table reports alter column number_kind set not null;
