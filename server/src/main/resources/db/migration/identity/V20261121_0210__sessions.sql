-- Sessions stand in the database, so that every server knows them. They belong to the nil tenant: who
-- somebody is becomes known only by the session.
create table spring_session (
  tenant uuid not null,
  primary_id char(36) not null,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  principal_name varchar(100),
  primary key (tenant, primary_id),
  unique (tenant, session_id)
);
call bind_to_tenant('spring_session');
create index spring_session_by_expiry on spring_session (tenant, expiry_time);

create table spring_session_attributes (
  tenant uuid not null,
  session_primary_id char(36) not null,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (tenant, session_primary_id, attribute_name),
  foreign key (tenant, session_primary_id) references spring_session (tenant, primary_id) on delete cascade
);
call bind_to_tenant('spring_session_attributes');

-- How often somebody failed to sign in, by account and by address; of the nil tenant.
create table sign_in_failure (
  tenant uuid not null,
  subject text not null,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz not null,
  primary key (tenant, subject)
);
call bind_to_tenant('sign_in_failure');
