-- Whatever names a person is sealed (AES-256-GCM) and found by a keyed look-up value (HMAC-SHA256, 16 bytes
-- kept as uuid). docs/reference/storage.md explains every table.

-- One sealed value that only the right keys open.
create table key_probe (
    singleton boolean primary key default true check (singleton),
    looked_up uuid not null,
    sealed bytea not null
);

-- The id is the look-up value; sealed: the number and its wishes.
create table subscribers (
    id uuid primary key,
    sealed bytea not null
);
-- Sealed bytes cannot be compressed.
alter table subscribers alter column sealed set storage external;

create table standings (
    caller uuid primary key,
    sealed bytea not null,
    category text not null,
    score integer not null,
    evidence text not null,
    evidence_value integer not null,
    expires timestamptz not null
);

create table api_keys (
    id text primary key,
    sha256 bytea not null unique,
    name text not null,
    role text not null,
    subscriber_id text not null,
    created timestamptz not null,
    revoked boolean not null default false
);

-- The id is the look-up value of source and call id, so that a record is kept once.
create table call_records (
    id uuid primary key,
    source text not null,
    start_time timestamptz not null,
    caller uuid,
    callee uuid,
    direction text not null,
    answered boolean not null,
    ring_millis bigint not null,
    duration_millis bigint not null,
    released_by text not null,
    cause text not null,
    trunk text not null,
    tenant text not null,
    sealed bytea not null
);

-- A block of the journal as it was sealed; holds all of up to 1,024 decisions.
create table decision_blocks (
    day date not null,
    block bigint not null,
    last_at timestamptz not null,
    frame bytea not null,
    primary key (block, day)
) partition by range (day);
alter table decision_blocks alter column frame set storage external;
create index on decision_blocks (last_at);

-- Finds the decisions on a number. A row holds those of one batch that fall in one hour and whose number's
-- look-up value begins with the same bits: several places cost little more than one.
create table decision_index (
    day date not null,
    bucket integer not null,
    hour integer not null,
    batch bigint not null,
    places bytea not null,
    primary key (bucket, hour, batch, day)
) partition by range (day);

create table tallies (
    minute timestamptz not null,
    action text not null,
    rule text not null,
    category text not null,
    count bigint not null,
    primary key (minute, action, rule, category)
);

-- Each start of a process is a term, the high bits of its blocks' numbers; up to which block it is written here.
create table journal_terms (
    term bigint primary key,
    block bigint not null
);
