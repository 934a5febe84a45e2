-- Incidents: a requirement that was broken. Judgements that were made before need another look.
create table incident (
  tenant uuid not null,
  id uuid not null,
  asset text not null,
  property text not null,
  happened_on date not null,
  severity text not null check (severity in ('low', 'medium', 'high')),
  what text not null check (what <> ''),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (tenant, id)
);
call bind_to_tenant('incident');
call keep_trail_of('incident', 'id');

-- After how many months judgements need another look; null for never. Without a row, after twelve.
create table review_interval (
  tenant uuid not null,
  requirement_months integer check (requirement_months between 1 and 120),
  factor_months integer check (factor_months between 1 and 120),
  primary key (tenant)
);
call bind_to_tenant('review_interval');
call keep_trail_of('review_interval', 'tenant');
