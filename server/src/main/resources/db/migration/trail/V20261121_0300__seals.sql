-- Signed heads of the Merkle tree over each organisation's trail, and what is needed to go on from the last.
create table trail_seal (
  tenant uuid not null,
  size bigint not null,
  root text not null,
  frontier bytea not null,
  at timestamptz not null,
  fingerprint text not null,
  signature text not null,
  primary key (tenant, size)
);
call bind_to_tenant('trail_seal');
revoke update, delete on trail_seal from ${application};
