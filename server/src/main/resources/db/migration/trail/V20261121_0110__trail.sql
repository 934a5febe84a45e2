-- Whether an entry can be exported and checked: a line of an export has a limit, and quotes double within one.
create function fits_trail(row_table text, before jsonb, after jsonb) returns boolean
  language plpgsql immutable parallel safe
as $$
declare
  bytes bigint := coalesce(octet_length(before::text), 0) + coalesce(octet_length(after::text), 0);
begin
  if bytes > 10485760 then
    raise exception 'a row of % is too large for the change trail: % bytes as it was and as it is, of at most 10485760',
      row_table, bytes using errcode = 'program_limit_exceeded', hint = 'keep large content elsewhere and refer to it';
  end if;
  return true;
end
$$;

-- The change trail: every change of a row, written by the database in the transaction of the change.
create table trail_head (
  tenant uuid not null primary key,
  number bigint not null
);
call bind_to_tenant('trail_head');

create table trail (
  tenant uuid not null,
  number bigint not null,
  at timestamptz not null,
  actor text not null,
  request text,
  change uuid,
  reason text,
  table_name text not null,
  row_key text not null,
  operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
  before jsonb,
  after jsonb,
  primary key (tenant, number),
  check (fits_trail(table_name, before, after))
);
call bind_to_tenant('trail');
create index trail_by_row on trail (tenant, table_name, row_key, number);
create index trail_by_time on trail (tenant, at);
create index trail_by_change on trail (tenant, change, number);

-- The trail only grows.
create function refuse_rewriting() returns trigger
  language plpgsql
as $$
begin
  raise exception 'the change trail only grows: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;
create trigger trail_only_grows before update or delete or truncate on trail
  for each statement execute function refuse_rewriting();
revoke insert, update, delete on trail, trail_head from ${application};

-- The number of the present tenant's last entry; until the transaction ends nobody else adds one.
create function lock_trail() returns bigint
  language sql security definer set search_path = concordat, pg_temp
as $$
  select number from trail_head where tenant = app_tenant() for update
$$;

-- The next numbers of the present tenant's trail; returns the last one that is taken already.
create function take_trail_numbers(count bigint) returns bigint
  language plpgsql security definer set search_path = concordat, pg_temp
as $$
declare
  last_taken bigint;
begin
  insert into trail_head as head (tenant, number) values (app_tenant(), count)
    on conflict (tenant) do update set number = head.number + count
    returning number - count into last_taken;
  return last_taken;
end
$$;

-- Arguments: the key columns and the columns that the trail must not hold, each list with commas.
create function record_trail() returns trigger
  language plpgsql security definer set search_path = concordat, pg_temp
as $$
declare
  key_columns text[] := string_to_array(tg_argv[0], ',');
  left_out text[] := array_append(string_to_array(tg_argv[1], ','), 'tenant');
  actor text := nullif(current_setting('app.actor', true), '');
  taken bigint;
  changed bigint;
  written bigint;
begin
  if tg_op = 'DELETE' then
    select count(*) into changed from old_rows;
  else
    select count(*) into changed from new_rows;
  end if;
  if changed = 0 then
    return null;
  end if;
  if actor is null then
    raise exception 'a change of % without an actor', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  taken := take_trail_numbers(changed);
  if tg_op = 'INSERT' then
    insert into trail (tenant, number, at, actor, request, change, reason, table_name, row_key, operation, before, after)
      select app_tenant(), taken + row_number() over (), clock_timestamp(), actor,
        nullif(current_setting('app.request', true), ''), nullif(current_setting('app.change', true), '')::uuid,
        nullif(current_setting('app.reason', true), ''), tg_table_name, trail_key(to_jsonb(n), key_columns),
        tg_op, null, to_jsonb(n) - left_out
      from new_rows n;
  elsif tg_op = 'DELETE' then
    insert into trail (tenant, number, at, actor, request, change, reason, table_name, row_key, operation, before, after)
      select app_tenant(), taken + row_number() over (), clock_timestamp(), actor,
        nullif(current_setting('app.request', true), ''), nullif(current_setting('app.change', true), '')::uuid,
        nullif(current_setting('app.reason', true), ''), tg_table_name, trail_key(to_jsonb(o), key_columns),
        tg_op, to_jsonb(o) - left_out, null
      from old_rows o;
  else
    insert into trail (tenant, number, at, actor, request, change, reason, table_name, row_key, operation, before, after)
      select app_tenant(), taken + row_number() over (), clock_timestamp(), actor,
        nullif(current_setting('app.request', true), ''), nullif(current_setting('app.change', true), '')::uuid,
        nullif(current_setting('app.reason', true), ''), tg_table_name, o.key,
        tg_op, o.image - left_out, n.image - left_out
      from (select to_jsonb(r) as image, trail_key(to_jsonb(r), key_columns) as key from old_rows r) o
      join (select to_jsonb(r) as image, trail_key(to_jsonb(r), key_columns) as key from new_rows r) n using (key);
  end if;
  get diagnostics written = row_count;
  if written <> changed then
    raise exception 'the key of a row of % cannot be changed: remove the row and add another', tg_table_name;
  end if;
  return null;
end
$$;

-- The key of a row as one text; a slash stands between its parts.
create function trail_key(image jsonb, key_columns text[]) returns text
  language sql immutable parallel safe
  return (select string_agg(image ->> name, '/' order by place)
          from unnest(key_columns) with ordinality as part (name, place));

-- Has the changes of a table written to the trail.
create procedure keep_trail_of(kept regclass, key_columns text, left_out text default '')
  language plpgsql
as $$
begin
  execute format(
    'create trigger trail_insert after insert on %s referencing new table as new_rows'
    ' for each statement execute function record_trail(%L, %L)', kept, key_columns, left_out);
  execute format(
    'create trigger trail_update after update on %s referencing old table as old_rows new table as new_rows'
    ' for each statement execute function record_trail(%L, %L)', kept, key_columns, left_out);
  execute format(
    'create trigger trail_delete after delete on %s referencing old table as old_rows'
    ' for each statement execute function record_trail(%L, %L)', kept, key_columns, left_out);
  execute format(
    'create trigger trail_truncate before truncate on %s for each statement execute function refuse_rewriting()', kept);
end
$$;

call keep_trail_of('organisation', 'id');
