-- name: append
INSERT INTO journal (stream, version, scan_id, delegate, sequence, session, at, entry)
VALUES (@stream, @version, @scan_id, nullif(@delegate, ''), nullif(@sequence, 0), nullif(@session, ''), @at, CAST(@entry AS TEXT))

-- name: find-taken
SELECT entry FROM journal WHERE scan_id = @scan_id
UNION ALL
SELECT entry FROM journal WHERE stream = @stream AND version = @version
UNION ALL
SELECT entry FROM journal WHERE delegate = @delegate AND sequence = @sequence

-- name: find-scans
SELECT entry FROM json_each(@scan_ids) AS wanted CROSS JOIN journal ON scan_id = unhex(wanted.value)
