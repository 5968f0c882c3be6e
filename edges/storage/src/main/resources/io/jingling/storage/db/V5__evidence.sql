-- What opens the evidence log's entries, apart from the log. leaf: the entry's hash; log: which log it is in; place: its
-- index there, told after it is durable. Sealed: salt and content, or the parts that were not deleted.
create table evidence_openings (
    leaf bytea primary key,
    log text not null,
    kind text not null,
    place bigint,
    sealed bytea not null
);
create unique index on evidence_openings (log, place);
-- Whose data is in which of them. subject: the look-up value of the number.
create table evidence_subjects (
    subject uuid not null,
    leaf bytea not null
);
create index on evidence_subjects (subject);
