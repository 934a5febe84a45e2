-- Who has said of a question that there is no impact at all. A model holds judgements of levels alone, so without this
-- the answer would look like none, and be asked for again.
create table no_impact (
  tenant uuid not null,
  account uuid not null,
  -- A requirement (asset/property) or a factor, and the factor or goal that it does nothing to.
  source text not null,
  target text not null,
  because text,
  said_on date not null,
  primary key (tenant, account, source, target),
  foreign key (tenant, account) references account (tenant, id)
);
call bind_to_tenant('no_impact');
call keep_trail_of('no_impact', 'account,source,target');
create index no_impact_by_question on no_impact (tenant, source, target);
