-- Wishes to see full numbers. Sealed: all that names somebody; stage is asked until somebody answered.
create table releases (
    id uuid primary key,
    asked_at timestamptz not null,
    asker text not null,
    stage text not null,
    open_until timestamptz not null,
    sealed bytea not null
);
create index on releases (asked_at);
-- Who did what with full numbers. Sealed: all but the time.
create table accesses (
    id uuid primary key,
    place bigint generated always as identity,
    at timestamptz not null,
    sealed bytea not null
);
create index on accesses (at, place);
-- Since when it is kept; what is older than its time is deleted. Blocks of one age lie together, so this index costs nothing.
alter table evidence_openings add column kept_at timestamptz not null default now();
create index on evidence_openings using brin (kept_at);
create index on labels (said_at);
