-- The provider (OpenID Connect) that an organisation's people may sign in with.
create table single_sign_on (
  tenant uuid not null,
  issuer text not null,
  client_id text not null check (client_id <> ''),
  -- Encrypted with the server's key.
  client_secret bytea not null,
  -- Empty when addresses of any domain will do.
  domains text[] not null,
  -- The role that people get who have no account yet; null when they are turned away.
  admits text,
  primary key (tenant)
);
call bind_to_tenant('single_sign_on');
call keep_trail_of('single_sign_on', 'issuer', 'client_secret');

-- Whom a provider means by its name for a person.
create table external_identity (
  tenant uuid not null,
  id uuid not null,
  issuer text not null,
  subject text not null,
  account uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant, id),
  unique (tenant, issuer, subject),
  foreign key (tenant, account) references account (tenant, id)
);
call bind_to_tenant('external_identity');
call keep_trail_of('external_identity', 'id');
create index external_identity_by_account on external_identity (tenant, account);
