-- Judgement rounds: several people judge the same links apart, and then agree on what divides them.
create table judgement_round (
  tenant uuid not null,
  id uuid not null,
  title text not null check (title <> ''),
  stage text not null default 'draft' check (stage in ('draft', 'open', 'closed', 'converging', 'concluded')),
  levels text[] not null,
  weighted boolean not null default false,
  due_on date,
  created_at timestamptz not null default now(),
  opened_at timestamptz,
  closed_at timestamptz,
  concluded_at timestamptz,
  primary key (tenant, id)
);
call bind_to_tenant('judgement_round');
call keep_trail_of('judgement_round', 'id');

-- What is judged, by the ids of its two ends; these may go while the round lives.
create table round_link (
  tenant uuid not null,
  round uuid not null,
  number integer not null check (number >= 1),
  source text not null,
  target text not null,
  primary key (tenant, round, number),
  unique (tenant, round, source, target),
  foreign key (tenant, round) references judgement_round (tenant, id)
);
call bind_to_tenant('round_link');
call keep_trail_of('round_link', 'round,number');

create table round_judge (
  tenant uuid not null,
  round uuid not null,
  account uuid not null,
  training text not null check (training in ('none', 'basic', 'advanced')),
  job text,
  primary key (tenant, round, account),
  foreign key (tenant, round) references judgement_round (tenant, id),
  foreign key (tenant, account) references account (tenant, id)
);
call bind_to_tenant('round_judge');
call keep_trail_of('round_judge', 'round,account');

-- Answers of an open round. The trail says that somebody answered, and not yet what: whoever reads the trail may be a judge too.
-- No step: the judge does not know; 0: no impact.
create table round_ballot (
  tenant uuid not null,
  round uuid not null,
  account uuid not null,
  number integer not null,
  step integer check (step >= 0),
  because text,
  answered_at timestamptz not null default now(),
  primary key (tenant, round, account, number),
  foreign key (tenant, round, account) references round_judge (tenant, round, account),
  foreign key (tenant, round, number) references round_link (tenant, round, number)
);
call bind_to_tenant('round_ballot');
call keep_trail_of('round_ballot', 'round,account,number', 'step,because');

-- Answers of a closed round, whole in the trail: the ballots first, then what judges revised. None is ever changed.
create table round_answer (
  tenant uuid not null,
  round uuid not null,
  account uuid not null,
  number integer not null,
  revision integer not null check (revision >= 1),
  step integer check (step >= 0),
  because text,
  answered_at timestamptz not null,
  primary key (tenant, round, account, number, revision),
  foreign key (tenant, round, account) references round_judge (tenant, round, account),
  foreign key (tenant, round, number) references round_link (tenant, round, number)
);
call bind_to_tenant('round_answer');
call keep_trail_of('round_answer', 'round,account,number,revision');

-- What was agreed on, and what some still hold against it.
create table round_agreement (
  tenant uuid not null,
  round uuid not null,
  number integer not null,
  step integer not null check (step >= 0),
  because text not null check (because <> ''),
  dissent text,
  agreed_at timestamptz not null default now(),
  primary key (tenant, round, number),
  foreign key (tenant, round, number) references round_link (tenant, round, number)
);
call bind_to_tenant('round_agreement');
call keep_trail_of('round_agreement', 'round,number');
