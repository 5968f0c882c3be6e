-- Companies on their way to being named in a report, and what was done with each, one step after the other.
create table namings (
    id uuid primary key,
    company text not null,
    period text not null,
    people bigint not null,
    proposed timestamptz not null
);
create index on namings (proposed);
create table naming_steps (
    naming uuid not null references namings,
    place integer not null,
    act text not null,
    at timestamptz not null,
    taken_by text not null,
    said text not null,
    primary key (naming, place)
);

-- Reports as they were made when their period was over.
create table made_reports (
    period text primary key,
    made timestamptz not null,
    csv text not null
);
