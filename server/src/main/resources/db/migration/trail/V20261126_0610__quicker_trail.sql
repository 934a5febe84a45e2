-- The same entries as before, at less cost a row: the image is made once, a key of one column is read without a query,
-- and what holds for all rows of a statement is asked once.
create or replace function fits_trail(row_table text, before jsonb, after jsonb) returns boolean
  language plpgsql immutable parallel safe
as $$
declare
  bytes bigint;
begin
  -- As text, a byte becomes at most six (an escape); the numbers of our tables are small. So this cannot be too much.
  if (coalesce(pg_column_size(before), 0) + coalesce(pg_column_size(after), 0)) < 100000 then
    return true;
  end if;
  bytes := coalesce(octet_length(before::text), 0) + coalesce(octet_length(after::text), 0);
  if bytes > 10485760 then
    raise exception 'a row of % is too large for the change trail: % bytes as it was and as it is, of at most 10485760',
      row_table, bytes using errcode = 'program_limit_exceeded', hint = 'keep large content elsewhere and refer to it';
  end if;
  return true;
end
$$;

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
  return null;
end
$$;
