-- Agreements on security between business units and those who supply. What was done to an agreement is its moves, in
-- their order; everything else about it follows from them.
-- What an organisation says once for all its agreements.
create table agreement_terms (
  tenant uuid not null primary key,
  supplier text not null check (supplier <> ''),
  -- The colour of documents, as #rrggbb.
  colour text check (colour ~ '^#[0-9a-f]{6}$'),
  -- The services with their levels, prices and targets: the text of the file, as people keep it.
  catalogue text not null
);
call bind_to_tenant('agreement_terms');
call keep_trail_of('agreement_terms', 'tenant');

-- One way from a draft to its end. A renewal is another one of the same agreement, beginning at a later version. The
-- last columns say what follows from the moves, for lists.
create table agreement (
  tenant uuid not null,
  id text not null,
  since integer not null check (since >= 1),
  unit text not null,
  title text not null,
  state text not null,
  version integer not null,
  moves integer not null,
  from_day date not null,
  until_day date not null,
  review_on date not null,
  primary key (tenant, id, since)
);
call bind_to_tenant('agreement');
call keep_trail_of('agreement', 'id,since');
create index agreement_by_unit on agreement (tenant, unit);

create table agreement_move (
  tenant uuid not null,
  agreement text not null,
  since integer not null,
  number integer not null check (number >= 1),
  move jsonb not null,
  primary key (tenant, agreement, since, number),
  foreign key (tenant, agreement, since) references agreement (tenant, id, since)
);
call bind_to_tenant('agreement_move');
call keep_trail_of('agreement_move', 'agreement,since,number');

-- What both sides say to each other on the way.
create table agreement_comment (
  tenant uuid not null,
  id uuid not null,
  agreement text not null,
  since integer not null,
  -- The line that it is about, or null for the whole.
  line text,
  account uuid not null,
  party text not null,
  words text not null check (words <> '' and length(words) <= 4000),
  created_at timestamptz not null default now(),
  primary key (tenant, id),
  foreign key (tenant, agreement, since) references agreement (tenant, id, since)
);
call bind_to_tenant('agreement_comment');
call keep_trail_of('agreement_comment', 'id');
create index agreement_comment_by_agreement on agreement_comment (tenant, agreement, since, id);

-- The proofs of signatures, as the signed file holds them.
create table agreement_signature (
  tenant uuid not null,
  agreement text not null,
  since integer not null,
  side text not null check (side in ('demand', 'supply')),
  proof jsonb not null,
  primary key (tenant, agreement, since, side),
  foreign key (tenant, agreement, since) references agreement (tenant, id, since)
);
call bind_to_tenant('agreement_signature');
call keep_trail_of('agreement_signature', 'agreement,since,side');

-- That somebody has said of a step of a unit's process that it is done, and what it rested on then.
create table step_completion (
  tenant uuid not null,
  id uuid not null,
  unit text not null,
  step text not null,
  party text not null,
  account uuid not null,
  completed_at timestamptz not null,
  seen jsonb not null,
  primary key (tenant, id)
);
call bind_to_tenant('step_completion');
call keep_trail_of('step_completion', 'id');
create index step_completion_by_unit on step_completion (tenant, unit, completed_at);
