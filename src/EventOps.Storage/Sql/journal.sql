-- name: read-stream
SELECT entry FROM journal WHERE stream = @stream AND version > @after ORDER BY version LIMIT @limit

-- name: read-session
SELECT entry FROM journal WHERE session = @session ORDER BY stream, version
