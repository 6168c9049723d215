-- name: create-schema-version
CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL)

-- name: has-schema-version
SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'

-- name: schema-version
SELECT number FROM schema_version ORDER BY number DESC LIMIT 1

-- name: add-schema-version
INSERT INTO schema_version (number, name, at) VALUES (@number, @name, @at)
