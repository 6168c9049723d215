-- name: create-schema-version
CREATE TABLE IF NOT EXISTS schema_version (number integer PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL)

-- name: has-schema-version
SELECT 1 WHERE to_regclass('schema_version') IS NOT NULL

-- name: schema-version
SELECT number FROM schema_version ORDER BY number DESC LIMIT 1

-- name: add-schema-version
INSERT INTO schema_version (number, name, at) VALUES (@number, @name, @at)
