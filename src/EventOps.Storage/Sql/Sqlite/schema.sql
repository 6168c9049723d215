-- name: create-schema-version
CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL)

-- name: has-schema-version
SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'
