-- Who searches: our own search, a library, or both in turn.
alter table budget_run add column solver text not null default 'together';
alter table budget_run alter column solver drop default;
