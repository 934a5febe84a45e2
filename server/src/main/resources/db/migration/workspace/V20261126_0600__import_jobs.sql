-- Imports under way: which upload, how far it is, and which server works on it. What an import changes stands in the
-- trail; how far it came does not.
create table import_job (
  tenant uuid not null,
  -- The upload's id as well.
  id uuid not null,
  account uuid not null,
  name text not null,
  bytes bigint not null,
  -- The day that ratings are dated with.
  day date not null,
  stage text not null check (
    stage in ('waiting', 'reading', 'comparing', 'ready', 'writing', 'done', 'failed', 'cancelled')),
  -- The fingerprint of the changes that somebody said yes to, and with which request.
  agreed text,
  request text,
  rows_written bigint not null default 0,
  rows_in_all bigint not null default 0,
  preview jsonb,
  -- Whether the preview is another than the one that somebody said yes to.
  preview_differs boolean not null default false,
  findings jsonb,
  change uuid,
  moved integer,
  -- Who works on it, for as long as that server says so; then another may.
  runner uuid,
  alive_until timestamptz,
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (tenant, id)
);
call bind_to_tenant('import_job');
create index import_job_to_do on import_job (tenant, created_at)
  where stage in ('waiting', 'reading', 'comparing', 'writing');
create index import_job_by_account on import_job (tenant, account, created_at);
