-- Who is behind a reporter's id, apart from all reports: only intake reads it. The id is the number's look-up value.
create table reporters (
    id uuid primary key,
    sealed bytea not null
);

-- What was reported around one time of one caller. What is in the clear names nobody: statistics are made from it.
-- caller: the look-up value of the number, none where it was hidden; sealed: number and all steps.
create table cases (
    number text primary key,
    caller uuid,
    number_kind text not null,
    carrier text not null,
    category text not null,
    mode text not null,
    opened timestamptz not null,
    reports integer not null,
    stage text not null,
    desk text not null,
    desk_name text not null,
    routed_by text not null,
    handed_over_at timestamptz,
    verified_at timestamptz,
    verified_by text not null,
    acted_at timestamptz,
    told_at timestamptz,
    outcome text not null,
    measure text not null,
    sealed bytea not null
);
create index on cases (opened);
create index on cases (caller);

-- sender_key: the look-up value of who sent it and what that one calls it, so that it is taken once. sealed: the number as it was
-- written, all that was said, and the guess of what it is about.
create table reports (
    id uuid primary key,
    case_number text not null references cases,
    reporter uuid not null,
    caller uuid,
    sender_key uuid unique,
    received timestamptz not null,
    called_at timestamptz not null,
    call_precision text not null,
    category text not null,
    mode text not null,
    asked_to_stop boolean not null,
    entrance text not null,
    may_be_forwarded boolean not null,
    region text not null,
    contact text not null,
    sealed bytea not null
);
create index on reports (case_number, received);
create index on reports (reporter, received);
create index on reports (received);

-- number: 申诉号. caller: the look-up value of the number; sealed: number, text and steps.
create table appeals (
    number text primary key,
    caller uuid not null,
    ground text not null,
    at timestamptz not null,
    relieved_at timestamptz,
    answered_at timestamptz,
    decided_at timestamptz,
    upheld boolean,
    sealed bytea not null
);
create index on appeals (caller);
create index on appeals (at) where decided_at is null;

-- Files of a report, in pieces; both names and contents are sealed. They go when the report goes.
create table exhibits (
    id uuid primary key,
    report uuid not null references reports on delete cascade,
    case_number text not null,
    type text not null,
    bytes bigint not null,
    sha256 text not null,
    entry bigint not null,
    at timestamptz not null,
    sealed_name bytea not null
);
create index on exhibits (case_number);
create table exhibit_pieces (
    exhibit uuid not null references exhibits on delete cascade,
    place integer not null,
    sealed bytea not null,
    primary key (exhibit, place)
);
alter table exhibit_pieces alter column sealed set storage external;
