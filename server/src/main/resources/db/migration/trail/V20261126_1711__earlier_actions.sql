-- The actions that the trail knows already. Row-level security binds the owner too, so it is lifted for this one
-- statement, which writes for each tenant its own.
alter table trail no force row level security;
alter table trail_action no force row level security;
insert into trail_action (tenant, first, last, change, at, actor, request, reason, counts, tables)
  select tenant, min(first), max(last), change, max(at), max(actor), max(request), max(reason),
    jsonb_object_agg(table_name || ' ' || operation, entries), array_agg(distinct table_name)
  from (
    select tenant, change, table_name, operation, min(number) as first, max(number) as last, max(at) as at,
      max(actor) as actor, max(request) as request, max(reason) as reason, count(*) as entries
    from trail
    -- Entries without a change are actions by themselves.
    group by tenant, change, table_name, operation, case when change is null then number end
  ) part
  group by tenant, change, case when change is null then first end;
alter table trail force row level security;
alter table trail_action force row level security;
