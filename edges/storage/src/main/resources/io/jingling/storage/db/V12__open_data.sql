-- What everybody may have of a month, as it was made first: made again it would tell, by the difference, what it hides.
create table open_data (
    month text primary key,
    made timestamptz not null,
    csv text not null
);
