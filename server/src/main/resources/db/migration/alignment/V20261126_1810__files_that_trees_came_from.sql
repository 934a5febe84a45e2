-- The file of ADTool that a tree came from. What it says beyond the tree (domains of other tools, comments) is looked
-- up there, by the ids of the nodes, when the tree is written for ADTool again.
create table attack_tree_origin (
  tenant uuid not null,
  misuse_case text not null,
  adtool text not null,
  primary key (tenant, misuse_case),
  foreign key (tenant, misuse_case) references misuse_case (tenant, id) deferrable initially deferred
);
call bind_to_tenant('attack_tree_origin');
call keep_trail_of('attack_tree_origin', 'misuse_case');
