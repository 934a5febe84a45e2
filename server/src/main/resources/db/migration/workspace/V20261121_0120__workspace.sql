-- An organisation's model: the same entries as its workspace file. Places keep the order of the lists.
create sequence entry_place;
grant usage on entry_place to ${application};

create table workspace (
  tenant uuid not null primary key,
  organisation text not null,
  name text not null,
  industry text,
  scale text[] not null,
  along text not null check (along in ('weakest_link', 'product', 'matrix')),
  matrix jsonb check ((matrix is not null) = (along = 'matrix')),
  across text not null check (across in ('maximum', 'average')),
  cumulation integer check (cumulation >= 1)
);
call bind_to_tenant('workspace');
call keep_trail_of('workspace', 'tenant');

create table property (
  tenant uuid not null,
  id text not null,
  name text not null,
  description text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id)
);
call bind_to_tenant('property');
call keep_trail_of('property', 'id');

create table unit (
  tenant uuid not null,
  id text not null,
  name text not null,
  discipline text,
  description text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id)
);
call bind_to_tenant('unit');
call keep_trail_of('unit', 'id');

create table goal (
  tenant uuid not null,
  id text not null,
  unit text not null,
  name text not null,
  importance integer check (importance >= 1),
  description text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id),
  foreign key (tenant, unit) references unit (tenant, id) deferrable initially deferred
);
call bind_to_tenant('goal');
call keep_trail_of('goal', 'id');

create table factor (
  tenant uuid not null,
  id text not null,
  name text not null,
  controllable boolean,
  description text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id)
);
call bind_to_tenant('factor');
call keep_trail_of('factor', 'id');

create table asset (
  tenant uuid not null,
  id text not null,
  name text not null,
  kind text not null,
  unit text,
  description text,
  properties text[] not null,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id),
  foreign key (tenant, unit) references unit (tenant, id) deferrable initially deferred
);
call bind_to_tenant('asset');
call keep_trail_of('asset', 'id');
create index asset_by_unit on asset (tenant, unit);

create table dependency (
  tenant uuid not null,
  id uuid not null,
  from_asset text not null,
  on_asset text not null,
  strength integer check (strength >= 1),
  carries jsonb,
  redundancy_group text,
  redundancy_needs integer,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id),
  foreign key (tenant, from_asset) references asset (tenant, id) deferrable initially deferred,
  foreign key (tenant, on_asset) references asset (tenant, id) deferrable initially deferred,
  check ((redundancy_group is null) = (redundancy_needs is null))
);
call bind_to_tenant('dependency');
call keep_trail_of('dependency', 'id');
create index dependency_by_ends on dependency (tenant, from_asset, on_asset);
create index dependency_by_on on dependency (tenant, on_asset);

-- One judgement of the link from a requirement to a factor.
create table requirement_impact (
  tenant uuid not null,
  id uuid not null,
  asset text not null,
  property text not null,
  factor text not null,
  level integer not null check (level >= 1),
  judge text,
  judged_on date,
  because text,
  agreed boolean not null,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id),
  foreign key (tenant, asset) references asset (tenant, id) deferrable initially deferred,
  foreign key (tenant, factor) references factor (tenant, id) deferrable initially deferred
);
call bind_to_tenant('requirement_impact');
call keep_trail_of('requirement_impact', 'id');
create index requirement_impact_by_link on requirement_impact (tenant, asset, property, factor);
create index requirement_impact_by_factor on requirement_impact (tenant, factor);

-- One judgement of the link from a factor to a goal.
create table factor_impact (
  tenant uuid not null,
  id uuid not null,
  factor text not null,
  goal text not null,
  level integer not null check (level >= 1),
  judge text,
  judged_on date,
  because text,
  agreed boolean not null,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id),
  foreign key (tenant, factor) references factor (tenant, id) deferrable initially deferred,
  foreign key (tenant, goal) references goal (tenant, id) deferrable initially deferred
);
call bind_to_tenant('factor_impact');
call keep_trail_of('factor_impact', 'id');
create index factor_impact_by_link on factor_impact (tenant, factor, goal);
create index factor_impact_by_goal on factor_impact (tenant, goal);

create table origin (
  tenant uuid not null,
  source text not null,
  element text not null,
  kind text not null,
  entry text not null,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, kind, source, element)
);
call bind_to_tenant('origin');
call keep_trail_of('origin', 'kind,source,element');
