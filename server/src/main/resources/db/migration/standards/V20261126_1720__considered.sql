-- What an own crosswalk found without a counterpart; and what else the files say that crosswalks come from, as JSON, which
-- is kept as it is and asked for by nobody.
create table own_considered (
  tenant uuid not null,
  crosswalk text not null,
  catalogue text not null,
  control text not null,
  because text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, crosswalk, catalogue, control),
  foreign key (tenant, crosswalk) references own_crosswalk (tenant, id) deferrable initially deferred
);
call bind_to_tenant('own_considered');
call keep_trail_of('own_considered', 'crosswalk,catalogue,control');

alter table own_crosswalk add column extra text;
alter table own_mapping add column extra text;
