-- Once on a server, as its superuser: psql --no-psqlrc --set ON_ERROR_STOP=1 --file roles.sql
-- Two roles and a database. eventops_owner makes tables and changes them; eventops reads and writes rows, and is the one that processes run as.
-- Neither has a password yet: \password eventops_owner, \password eventops.
CREATE ROLE eventops_owner LOGIN;
CREATE ROLE eventops LOGIN;
CREATE DATABASE eventops OWNER eventops_owner;
\connect eventops

REVOKE ALL ON DATABASE eventops FROM PUBLIC;
-- An import copies its rows into temporary tables first.
GRANT CONNECT, TEMPORARY ON DATABASE eventops TO eventops;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO eventops;

-- Also for the tables that later versions bring.
ALTER DEFAULT PRIVILEGES FOR ROLE eventops_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO eventops;
