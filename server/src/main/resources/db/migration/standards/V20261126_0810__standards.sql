-- An organisation's standards: what it follows and runs of them, and what it adds to what is shipped.
-- Catalogues and controls are named by their ids; shipped ones stand in no table, so nothing refers to them.
create table catalogue_adoption (
  tenant uuid not null,
  catalogue text not null,
  since date,
  because text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, catalogue)
);
call bind_to_tenant('catalogue_adoption');
call keep_trail_of('catalogue_adoption', 'catalogue');

create table crosswalk_use (
  tenant uuid not null,
  crosswalk text not null,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, crosswalk)
);
call bind_to_tenant('crosswalk_use');
call keep_trail_of('crosswalk_use', 'crosswalk');

create table own_catalogue (
  tenant uuid not null,
  id text not null,
  title text not null,
  version text,
  source text,
  licence text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id)
);
call bind_to_tenant('own_catalogue');
call keep_trail_of('own_catalogue', 'id');

create table own_control (
  tenant uuid not null,
  catalogue text not null,
  control text not null,
  title text not null,
  parent text,
  demand text,
  exhaustive boolean not null,
  withdrawn boolean not null,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, catalogue, control),
  foreign key (tenant, catalogue) references own_catalogue (tenant, id) deferrable initially deferred
);
call bind_to_tenant('own_control');
call keep_trail_of('own_control', 'catalogue,control');

create table own_crosswalk (
  tenant uuid not null,
  id text not null,
  source text not null,
  target text not null,
  publisher text,
  url text,
  version text,
  licence text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id)
);
call bind_to_tenant('own_crosswalk');
call keep_trail_of('own_crosswalk', 'id');

create table own_mapping (
  tenant uuid not null,
  crosswalk text not null,
  source text not null,
  target text not null,
  statement text not null check (statement in ('equal', 'subset', 'superset', 'intersects', 'none', 'related')),
  weight integer check (weight between 1 and 10),
  because text,
  said_by text,
  said_on date,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, crosswalk, source, target),
  foreign key (tenant, crosswalk) references own_crosswalk (tenant, id) deferrable initially deferred
);
call bind_to_tenant('own_mapping');
call keep_trail_of('own_mapping', 'crosswalk,source,target');

create table control_operation (
  tenant uuid not null,
  catalogue text not null,
  control text not null,
  operation text not null check (operation in ('yes', 'partly', 'no')),
  since date,
  because text,
  owner text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, catalogue, control)
);
call bind_to_tenant('control_operation');
call keep_trail_of('control_operation', 'catalogue,control');

-- A control satisfies a security requirement. Assets come and go; the link then says of what it was.
create table requirement_link (
  tenant uuid not null,
  asset text not null,
  property text not null,
  catalogue text not null,
  control text not null,
  extent text not null check (extent in ('fully', 'partly')),
  because text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, asset, property, catalogue, control)
);
call bind_to_tenant('requirement_link');
call keep_trail_of('requirement_link', 'asset,property,catalogue,control');
create index requirement_link_by_control on requirement_link (tenant, catalogue, control);

create table obligation (
  tenant uuid not null,
  id text not null,
  name text not null,
  kind text not null check (kind in ('law', 'contract', 'industry_standard')),
  source text,
  url text,
  description text,
  units text[] not null,
  geography text[] not null,
  data text[] not null,
  owner text,
  review_on date,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id)
);
call bind_to_tenant('obligation');
call keep_trail_of('obligation', 'id');

create table obligation_control (
  tenant uuid not null,
  obligation text not null,
  catalogue text not null,
  control text not null,
  because text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, obligation, catalogue, control),
  foreign key (tenant, obligation) references obligation (tenant, id) deferrable initially deferred
);
call bind_to_tenant('obligation_control');
call keep_trail_of('obligation_control', 'obligation,catalogue,control');
