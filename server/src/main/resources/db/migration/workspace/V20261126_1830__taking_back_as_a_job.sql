-- Taking a large action back is work like an import: it goes on by itself, is shown, and is made once or not at all.
alter table import_job
  -- The action that is taken back; null for a file.
  add column takes_back uuid,
  -- Why, in the words of whoever takes it back.
  add column reason text;
