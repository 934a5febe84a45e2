-- Every table has a tenant, and the database shows and takes rows of the present one alone.
-- Rows that belong to no organisation (sessions, the list of organisations) are those of the nil tenant.
create function app_tenant() returns uuid
  language sql stable parallel safe
  return coalesce(nullif(current_setting('app.tenant', true), ''), '00000000-0000-0000-0000-000000000000')::uuid;

-- Binds a table to tenants and lets the application use it.
create procedure bind_to_tenant(bound regclass)
  language plpgsql
as $$
begin
  execute format('alter table %s alter column tenant set default app_tenant()', bound);
  execute format('alter table %s enable row level security', bound);
  execute format('alter table %s force row level security', bound);
  execute format(
    'create policy tenant_rows on %s using (tenant = app_tenant()) with check (tenant = app_tenant())', bound);
  execute format('grant select, insert, update, delete on %s to %I', bound, '${application}');
end
$$;

grant usage on schema concordat to ${application};

-- The organisations that this installation serves; rows of the nil tenant.
create table organisation (
  tenant uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  primary key (tenant, id)
);
call bind_to_tenant('organisation');
