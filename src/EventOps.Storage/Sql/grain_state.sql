-- name: read-grain-state
SELECT payload, version FROM grain_state WHERE service_id = @service_id AND state_name = @state_name AND grain_key = @grain_key

-- name: write-grain-state
-- An expected version of 0 says that there is no row; of any other, that the row has it.
INSERT INTO grain_state (service_id, state_name, grain_key, payload, version, modified_at)
SELECT @service_id, @state_name, @grain_key, @payload, 1, @modified_at
WHERE @expected = 0 OR EXISTS (
    SELECT 1 FROM grain_state WHERE service_id = @service_id AND state_name = @state_name AND grain_key = @grain_key)
ON CONFLICT (service_id, state_name, grain_key) DO UPDATE
SET payload = excluded.payload, version = grain_state.version + 1, modified_at = excluded.modified_at
WHERE grain_state.version = @expected
RETURNING grain_state.version

-- name: clear-grain-state
UPDATE grain_state SET payload = NULL, version = version + 1, modified_at = @modified_at
WHERE service_id = @service_id AND state_name = @state_name AND grain_key = @grain_key AND version = @expected
RETURNING grain_state.version
