-- What people say of numbers and calls. The id is the look-up value of all that a label says, so that it is kept once;
-- about: of the number as elsewhere, or of the call's id. Sealed: the number or call, and who says it.
create table labels (
    id uuid primary key,
    about uuid not null,
    claim text not null,
    category text not null,
    source text not null,
    said_at timestamptz not null,
    sealed bytea not null
);
create index on labels (about);
