-- Rules on ranges of numbers. A range, such as 1650023****, names at least ten numbers and nobody.
create table range_rules (
    range text primary key,
    category text not null,
    score integer not null,
    expires timestamptz not null
);
