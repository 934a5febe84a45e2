-- Signed heads: the root of the Merkle tree over the first entries of an organisation's trail. The frontier is what
-- later entries join, so that sealing reads each entry once.
create table trail_seal (
  tenant uuid not null,
  size bigint not null check (size > 0),
  fingerprint text not null,
  root bytea not null check (octet_length(root) = 32),
  frontier bytea not null,
  at timestamptz not null,
  signature text not null,
  primary key (tenant, size, fingerprint)
);
call bind_to_tenant('trail_seal');
revoke update, delete on trail_seal from ${application};
create trigger trail_seal_only_grows before update or delete or truncate on trail_seal
  for each statement execute function refuse_rewriting();
