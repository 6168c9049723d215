-- name: raise-access-version
UPDATE access_version SET version = version + 1 RETURNING version

-- name: access-changes
SELECT kind, id, body, version FROM access WHERE version > @after ORDER BY version

-- name: save-access
-- An expected version of 0 says that there is no row; of any other, that the row has it.
INSERT INTO access (kind, id, body, version) VALUES (@kind, @id, @body, @version)
ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body, version = excluded.version WHERE access.version = @expected

-- name: remove-access
DELETE FROM access WHERE kind = @kind AND id = @id AND version = @expected

-- name: add-audit
INSERT INTO audit (at, mission, kind, who, who_kind, source, what, before, after, reference)
VALUES (@at, @mission, @kind, @who, @who_kind, @source, @what, @before, @after, @reference)
ON CONFLICT (reference) DO NOTHING

-- name: read-audit
SELECT id, at, mission, kind, who, who_kind, source, what, before, after FROM audit
WHERE id < @before_id AND at >= @from AND at < @to
    AND (@mission = '' OR mission = @mission) AND (@kind = '' OR kind = @kind) AND (@who = '' OR who = @who)
ORDER BY id DESC LIMIT @limit
