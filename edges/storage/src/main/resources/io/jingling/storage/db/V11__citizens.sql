-- Where in the evidence log a report is, so that its reporter can prove it; not noted of those before.
alter table reports add column entry bigint;

-- Who is logged in. id: the look-up value of the cookie's SHA-256; sealed: the number.
create table sessions (
    id uuid primary key,
    ends timestamptz not null,
    sealed bytea not null
);
create index on sessions (ends);

-- Codes that were sent, as salted digests. id: the look-up value of what the code is for.
create table one_time_codes (
    id uuid primary key,
    salt text not null,
    digest text not null,
    since timestamptz not null,
    wrong integer not null
);
create index on one_time_codes (since);

-- How often something was done within the hour. id: the look-up value of what.
create table door_tallies (
    id uuid primary key,
    since timestamptz not null,
    count integer not null
);
create index on door_tallies (since);

-- 亲情守护: who may act for whom, who agreed. guardian, ward: look-up values; sealed: both numbers.
create table guards (
    id uuid primary key,
    guardian uuid not null,
    ward uuid not null,
    since timestamptz not null,
    sealed bytea not null,
    unique (guardian, ward)
);
create index on guards (ward);
