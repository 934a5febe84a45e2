-- Where the server fetches measurements of an agreement by itself: an exposition in OpenMetrics or in the text format of
-- Prometheus, how often, and which of its samples speak of which targets.
create table agreement_scrape (
  tenant uuid not null,
  agreement text not null,
  since integer not null,
  name text not null,
  address text not null check (length(address) <= 2000),
  every_seconds integer not null check (every_seconds between 60 and 86400),
  mapping text not null check (length(mapping) <= 20000),
  primary key (tenant, agreement, since, name),
  foreign key (tenant, agreement, since) references agreement (tenant, id, since)
);
call bind_to_tenant('agreement_scrape');
call keep_trail_of('agreement_scrape', 'agreement,since,name');

-- How far fetching has come, and what became of it last. It stands in no trail: nobody decides it, it changes every
-- minute, and what was measured is told by the chunks of measurements.
create table scrape_state (
  tenant uuid not null,
  agreement text not null,
  since integer not null,
  name text not null,
  -- When it is fetched next; whoever fetches moves it first.
  due_at timestamptz not null default now(),
  fetched_at timestamptz,
  -- What went wrong, as a word of ours, and more of it; null when nothing did.
  problem text,
  detail text,
  records integer not null default 0,
  -- The last sample of each series, for counters and outages are told by two of them.
  series jsonb not null default '{}',
  primary key (tenant, agreement, since, name),
  foreign key (tenant, agreement, since, name)
    references agreement_scrape (tenant, agreement, since, name) on delete cascade
);
call bind_to_tenant('scrape_state');
create index scrape_state_by_due on scrape_state (tenant, due_at);
