-- What was measured of agreements, all versions of every record, in the order in which they arrived: lines of text,
-- deflated. A record takes some ten bytes so, and is never looked at alone. The trail keeps how many there are and their
-- digest, not the records.
create table measurement_chunk (
  tenant uuid not null,
  agreement text not null,
  since integer not null,
  target text not null,
  number integer not null check (number >= 1),
  records integer not null check (records >= 1),
  -- SHA-256 of the content.
  digest text not null,
  content bytea not null,
  primary key (tenant, agreement, since, target, number),
  foreign key (tenant, agreement, since) references agreement (tenant, id, since)
);
call bind_to_tenant('measurement_chunk');
call keep_trail_of('measurement_chunk', 'agreement,since,target,number', 'content');
