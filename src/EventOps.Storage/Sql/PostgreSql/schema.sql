-- name: create-schema-version
CREATE TABLE IF NOT EXISTS schema_version (number integer PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL)

-- name: has-schema-version
SELECT 1 WHERE to_regclass('schema_version') IS NOT NULL
