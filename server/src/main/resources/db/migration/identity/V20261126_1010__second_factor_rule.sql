-- The roles that nobody with a password works in without a second factor.
create table second_factor_rule (
  tenant uuid not null,
  role text not null,
  primary key (tenant, role)
);
call bind_to_tenant('second_factor_rule');
call keep_trail_of('second_factor_rule', 'role');
