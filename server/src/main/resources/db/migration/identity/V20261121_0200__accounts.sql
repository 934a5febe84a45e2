-- Who may enter an organisation. Secrets stand in tables of their own and never in the trail.
create table account (
  tenant uuid not null,
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null check (name <> ''),
  active boolean not null default true,
  created_at timestamptz not null default now(),
  -- Sessions that began before this moment are over.
  sessions_from timestamptz not null default now(),
  primary key (tenant, id),
  unique (tenant, email)
);
call bind_to_tenant('account');
call keep_trail_of('account', 'id');

create table account_role (
  tenant uuid not null,
  account uuid not null,
  role text not null,
  -- The unit that a role of units is held for; empty for roles of the whole organisation.
  unit text not null default '',
  primary key (tenant, account, role, unit),
  foreign key (tenant, account) references account (tenant, id)
);
call bind_to_tenant('account_role');
call keep_trail_of('account_role', 'account,role,unit');

create table account_password (
  tenant uuid not null,
  account uuid not null,
  hash text not null,
  set_at timestamptz not null default now(),
  primary key (tenant, account),
  foreign key (tenant, account) references account (tenant, id)
);
call bind_to_tenant('account_password');
call keep_trail_of('account_password', 'account', 'hash');

-- Links that make an account, or give a new password; each works once.
create table one_time_link (
  tenant uuid not null,
  id uuid not null,
  hash text not null,
  purpose text not null check (purpose in ('administrator', 'invitation', 'reset')),
  account uuid,
  email text,
  name text,
  roles jsonb,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant, id),
  unique (tenant, hash),
  foreign key (tenant, account) references account (tenant, id),
  check ((purpose = 'reset') = (account is not null))
);
call bind_to_tenant('one_time_link');
call keep_trail_of('one_time_link', 'id', 'hash');

create table api_token (
  tenant uuid not null,
  id uuid not null,
  account uuid not null,
  name text not null check (name <> ''),
  hash text not null,
  permissions text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, hash),
  foreign key (tenant, account) references account (tenant, id)
);
call bind_to_tenant('api_token');
call keep_trail_of('api_token', 'id', 'hash');
