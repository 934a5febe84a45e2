-- What proves a person beside the password: an app that shows one-time codes, and codes to fall back on.
create table totp (
  tenant uuid not null,
  account uuid not null,
  -- Encrypted with the server's key.
  secret bytea not null,
  -- Until a code has shown that the app has the secret, it counts for nothing.
  confirmed_at timestamptz,
  primary key (tenant, account),
  foreign key (tenant, account) references account (tenant, id)
);
call bind_to_tenant('totp');
call keep_trail_of('totp', 'account', 'secret');

-- The last time step that a code was accepted for: no code works twice.
create table totp_use (
  tenant uuid not null,
  account uuid not null,
  step bigint not null,
  primary key (tenant, account),
  foreign key (tenant, account) references totp (tenant, account) on delete cascade
);
call bind_to_tenant('totp_use');

-- Each works once: a code that is used is gone.
create table recovery_code (
  tenant uuid not null,
  id uuid not null,
  account uuid not null,
  hash text not null,
  primary key (tenant, id),
  unique (tenant, account, hash),
  foreign key (tenant, account) references account (tenant, id)
);
call bind_to_tenant('recovery_code');
call keep_trail_of('recovery_code', 'id', 'hash');

create index spring_session_by_principal on spring_session (tenant, principal_name);
