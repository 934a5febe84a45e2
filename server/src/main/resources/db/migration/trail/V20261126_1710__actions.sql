-- What was done at once, one row for each action: found and counted without reading all its entries. It follows from
-- the trail, which has the evidence; the same trigger writes both.
create table trail_action (
  tenant uuid not null,
  first bigint not null,
  last bigint not null,
  change uuid,
  at timestamptz not null,
  actor text not null,
  request text,
  reason text,
  -- How many entries of which table and operation, such as {"asset INSERT": 3}.
  counts jsonb not null,
  tables text[] not null,
  primary key (tenant, first),
  unique (tenant, change),
  check (first <= last)
);
call bind_to_tenant('trail_action');
create index trail_action_by_last on trail_action (tenant, last);
revoke insert, update, delete on trail_action from ${application};

-- Adds entries that one statement wrote to the action that they belong to; without an id they are one by themselves.
create function note_action(
  numbers int8range, entry_change uuid, entry_actor text, entry_request text, entry_reason text, entry_table text,
  entry_operation text) returns void
  language sql set search_path = concordat, pg_temp
as $$
  insert into trail_action as action (tenant, first, last, change, at, actor, request, reason, counts, tables)
    values (app_tenant(), lower(numbers), upper(numbers) - 1, entry_change, clock_timestamp(), entry_actor, entry_request,
      entry_reason, jsonb_build_object(entry_table || ' ' || entry_operation, upper(numbers) - lower(numbers)),
      array[entry_table])
    on conflict (tenant, change) do update set
      last = excluded.last,
      at = excluded.at,
      counts = action.counts || jsonb_build_object(entry_table || ' ' || entry_operation,
        coalesce((action.counts ->> (entry_table || ' ' || entry_operation))::bigint, 0)
          + upper(numbers) - lower(numbers)),
      tables = case when entry_table = any (action.tables) then action.tables
        else action.tables || entry_table end
$$;

-- Nobody but the trail's trigger, which runs as the owner, notes actions.
revoke execute on function note_action from public;

create or replace function record_trail() returns trigger
  language plpgsql security definer set search_path = concordat, pg_temp
as $$
declare
  key_columns text[] := string_to_array(tg_argv[0], ',');
  -- The only column of the key, or null where there are several.
  key_column text := case when cardinality(string_to_array(tg_argv[0], ',')) = 1 then tg_argv[0] end;
  left_out text[] := array_append(string_to_array(tg_argv[1], ','), 'tenant');
  present uuid := app_tenant();
  actor text := nullif(current_setting('app.actor', true), '');
  request text := nullif(current_setting('app.request', true), '');
  change uuid := nullif(current_setting('app.change', true), '')::uuid;
  reason text := nullif(current_setting('app.reason', true), '');
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
      select present, taken + row_number() over (), clock_timestamp(), actor, request, change, reason, tg_table_name,
        case when key_column is null then trail_key(n.image, key_columns) else n.image ->> key_column end,
        tg_op, null, n.image - left_out
      from (select to_jsonb(r) as image from new_rows r offset 0) n;
  elsif tg_op = 'DELETE' then
    insert into trail (tenant, number, at, actor, request, change, reason, table_name, row_key, operation, before, after)
      select present, taken + row_number() over (), clock_timestamp(), actor, request, change, reason, tg_table_name,
        case when key_column is null then trail_key(o.image, key_columns) else o.image ->> key_column end,
        tg_op, o.image - left_out, null
      from (select to_jsonb(r) as image from old_rows r offset 0) o;
  else
    insert into trail (tenant, number, at, actor, request, change, reason, table_name, row_key, operation, before, after)
      select present, taken + row_number() over (), clock_timestamp(), actor, request, change, reason, tg_table_name,
        o.key, tg_op, o.image - left_out, n.image - left_out
      from (
        select o.image,
          case when key_column is null then trail_key(o.image, key_columns) else o.image ->> key_column end as key
        from (select to_jsonb(r) as image from old_rows r offset 0) o
      ) o
      join (
        select n.image,
          case when key_column is null then trail_key(n.image, key_columns) else n.image ->> key_column end as key
        from (select to_jsonb(r) as image from new_rows r offset 0) n
      ) n using (key);
  end if;
  get diagnostics written = row_count;
  if written <> changed then
    raise exception 'the key of a row of % cannot be changed: remove the row and add another', tg_table_name;
  end if;
  perform note_action(int8range(taken + 1, taken + changed + 1), change, actor, request, reason, tg_table_name, tg_op);
  return null;
end
$$;
