-- Once, after the first "migrate", as eventops_owner: psql --no-psqlrc --set ON_ERROR_STOP=1 --file append-only.sql eventops
-- What was decided at a door, and who did what, can be added to by those who run EventOps, and not changed or taken away. The schema's version is not theirs to write.
REVOKE UPDATE, DELETE ON journal, audit FROM eventops;
REVOKE INSERT, UPDATE, DELETE ON schema_version FROM eventops;
