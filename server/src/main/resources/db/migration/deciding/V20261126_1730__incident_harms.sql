-- The damage that an incident did, as far as somebody has told: which factor, and how bad on the organisation's scale.
create table incident_harm (
  tenant uuid not null,
  incident uuid not null,
  factor text not null,
  level integer not null check (level >= 1),
  primary key (tenant, incident, factor),
  foreign key (tenant, incident) references incident (tenant, id)
);
call bind_to_tenant('incident_harm');
call keep_trail_of('incident_harm', 'incident,factor');
