-- Drafts: lists of changes on top of a state of the model, which somebody tries out, shares, and may propose.
create table draft (
  tenant uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  -- What it was begun about, such as 'asset:claims-db', or null.
  about text,
  state text not null check (state in ('open', 'proposed', 'applied', 'refused', 'dropped')),
  -- Whether everybody who reads the model may open it while nobody has proposed it.
  shared boolean not null default false,
  -- Counts what is done to the draft, so that nobody changes what another has changed meanwhile.
  revision integer not null default 0,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  proposed_by uuid,
  proposed_at timestamptz,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  -- What applying it did, in the trail.
  change uuid,
  primary key (tenant, id),
  foreign key (tenant, made_by) references account (tenant, id),
  -- Whoever proposes never decides.
  check (decided_by is null or (proposed_by is not null and decided_by <> proposed_by)),
  check (state not in ('applied', 'refused') or decided_by is not null),
  check (state <> 'proposed' or proposed_by is not null)
);
call bind_to_tenant('draft');
call keep_trail_of('draft', 'id');
create index draft_by_state on draft (tenant, state, made_at);

-- One changed entry of a draft: its row as it was and as it would be, as the trail has rows.
create table draft_change (
  tenant uuid not null,
  draft uuid not null,
  place integer not null,
  entry_table text not null,
  before jsonb,
  after jsonb,
  primary key (tenant, draft, place),
  foreign key (tenant, draft) references draft (tenant, id),
  check (before is not null or after is not null)
);
call bind_to_tenant('draft_change');
call keep_trail_of('draft_change', 'draft,place');
