-- A round asks for a level of each link, or for all links in one order. The steps of its answers are levels or places.
alter table judgement_round add column asks text not null default 'rating' check (asks in ('rating', 'ranking'));
