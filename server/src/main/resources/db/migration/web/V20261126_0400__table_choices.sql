-- What people have chosen for their tables: columns and the last filter and order. An empty list of
-- columns stands for the usual ones.
create table table_choice (
  tenant uuid not null,
  account uuid not null,
  table_id text not null check (length(table_id) between 1 and 40),
  columns text[] not null default '{}',
  query text not null default '' check (length(query) <= 4000),
  primary key (tenant, account, table_id),
  foreign key (tenant, account) references account (tenant, id) on delete cascade
);
call bind_to_tenant('table_choice');

-- Filters and orders that people keep under a name.
create table table_view (
  tenant uuid not null,
  account uuid not null,
  table_id text not null check (length(table_id) between 1 and 40),
  name text not null check (length(name) between 1 and 80),
  query text not null default '' check (length(query) <= 2000),
  primary key (tenant, account, table_id, name),
  foreign key (tenant, account) references account (tenant, id) on delete cascade
);
call bind_to_tenant('table_view');
