-- name: append
INSERT INTO journal (stream, version, scan_id, delegate, sequence, session, at, entry)
SELECT stream, version, scan_id, nullif(delegate, ''), nullif(sequence, 0), nullif(session, ''), at, entry
FROM unnest(@streams, @versions, @scan_ids, @delegates, @sequences, @sessions, @times, @entries)
    AS waiting (stream, version, scan_id, delegate, sequence, session, at, entry)

-- name: find-taken
SELECT entry FROM journal WHERE scan_id = ANY (@scan_ids)
UNION ALL
SELECT entry FROM unnest(@streams, @versions) AS wanted (s, v) JOIN journal ON stream = s AND version = v
UNION ALL
SELECT entry FROM unnest(@delegates, @sequences) AS wanted (d, s) JOIN journal ON delegate = d AND sequence = s

-- name: find-scans
SELECT entry FROM journal WHERE scan_id = ANY (@scan_ids::uuid[])
