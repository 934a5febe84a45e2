-- A guest judges impacts for some units and may nothing else; a link is the only way in.
alter table account add column guest boolean not null default false;

create table judging_link (
  tenant uuid not null,
  id uuid not null,
  account uuid not null,
  hash text not null,
  valid_until timestamptz not null,
  primary key (tenant, id),
  unique (tenant, hash),
  unique (tenant, account),
  foreign key (tenant, account) references account (tenant, id)
);
call bind_to_tenant('judging_link');
call keep_trail_of('judging_link', 'id', 'hash');
