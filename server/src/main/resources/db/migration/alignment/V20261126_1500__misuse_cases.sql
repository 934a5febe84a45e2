-- Misuse cases of security requirements, each with at most one attack tree, whose nodes are rows. Assets come and
-- go; a case then says of what it was. Nodes name each other by their ids, in the order that people gave them.
create table misuse_case (
  tenant uuid not null,
  id text not null,
  name text not null,
  asset text not null,
  property text not null,
  who text,
  aim text,
  preconditions text,
  course text[] not null,
  root text,
  cost_unit text,
  time_unit text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id)
);
call bind_to_tenant('misuse_case');
call keep_trail_of('misuse_case', 'id');
create index misuse_case_by_requirement on misuse_case (tenant, asset, property);

create table attack_node (
  tenant uuid not null,
  misuse_case text not null,
  node text not null,
  name text not null,
  actor text not null check (actor in ('attacker', 'defender')),
  refinement text check (refinement in ('or', 'and', 'sand')),
  parts text[] not null,
  countered_by text[] not null,
  cost double precision check (cost >= 0),
  probability double precision check (probability between 0 and 1),
  skill integer check (skill >= 0),
  duration double precision check (duration >= 0),
  in_place boolean not null,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, misuse_case, node),
  foreign key (tenant, misuse_case) references misuse_case (tenant, id) deferrable initially deferred
);
call bind_to_tenant('attack_node');
call keep_trail_of('attack_node', 'misuse_case,node');
