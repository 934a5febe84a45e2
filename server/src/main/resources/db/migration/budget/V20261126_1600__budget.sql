-- What an organisation could spend a budget on, and what it may spend. Amounts are texts as people write them:
-- 'money 12000 3000' is once and each year; a service is 'claims-db/integrity=2', the number of a level.
create table budget_control (
  tenant uuid not null,
  id text not null,
  name text not null,
  outlays text[] not null,
  serves text[] not null,
  needs text[] not null,
  excludes text[] not null,
  earliest integer not null check (earliest between 1 and 10),
  in_place boolean not null,
  implements text,
  place bigint not null default nextval('entry_place'),
  primary key (tenant, id)
);
call bind_to_tenant('budget_control');
call keep_trail_of('budget_control', 'id');

-- One row for each organisation: the horizon, and for each resource the amount of each year ('money 60000 40000').
create table budget_frame (
  tenant uuid not null,
  id text not null check (id = 'frame'),
  years integer not null check (years between 1 and 10),
  together text not null check (together in ('best', 'adding')),
  budgets text[] not null,
  primary key (tenant, id)
);
call bind_to_tenant('budget_frame');
call keep_trail_of('budget_frame', 'id');

-- Searches for plans. No trail: they change nothing, and each can be made again from what stands in the trail.
create table budget_run (
  tenant uuid not null,
  id uuid not null,
  account uuid not null,
  -- The control whose price is asked for; null for the plan and its frontier.
  control text,
  stage text not null check (stage in ('running', 'done', 'failed', 'cancelled')),
  -- The fingerprint of what was asked, to tell when it is another question by now.
  question text not null,
  result jsonb,
  alive_until timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (tenant, id)
);
call bind_to_tenant('budget_run');
create index budget_run_latest on budget_run (tenant, created_at);
