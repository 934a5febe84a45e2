-- Files that were uploaded and wait for somebody to confirm their import; gone after a while.
create table import_upload (
  tenant uuid not null,
  id uuid not null,
  account uuid not null,
  name text not null,
  content bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant, id)
);
call bind_to_tenant('import_upload');
