-- Public keys of a person's devices (WebAuthn).
create table passkey (
  tenant uuid not null,
  id uuid not null,
  account uuid not null,
  name text not null check (name <> ''),
  credential_id bytea not null,
  -- The key and the make of the device, as the device told them.
  credential bytea not null,
  transports text[] not null,
  backup_eligible boolean not null,
  created_at timestamptz not null default now(),
  primary key (tenant, id),
  unique (tenant, credential_id),
  foreign key (tenant, account) references account (tenant, id)
);
call bind_to_tenant('passkey');
call keep_trail_of('passkey', 'id', 'credential');
create index passkey_by_account on passkey (tenant, account);

-- How often a device has signed, and when last.
create table passkey_use (
  tenant uuid not null,
  passkey uuid not null,
  sign_count bigint not null,
  last_at timestamptz,
  primary key (tenant, passkey),
  foreign key (tenant, passkey) references passkey (tenant, id) on delete cascade
);
call bind_to_tenant('passkey_use');
