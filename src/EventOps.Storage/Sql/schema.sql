-- name: schema-version
SELECT number FROM schema_version ORDER BY number DESC LIMIT 1

-- name: add-schema-version
INSERT INTO schema_version (number, name, at) VALUES (@number, @name, @at)
