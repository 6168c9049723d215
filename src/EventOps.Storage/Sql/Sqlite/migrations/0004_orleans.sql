-- What Orleans's ADO.NET grain storage runs, by its contract: queries under its names, with its parameters, giving the columns that it expects. They read and
-- write the rows that grain_state.sql reads and writes, so that a mission goes on with either runtime. A grain's key is the "extension string", for ours hold
-- a '/' and are never taken for numbers. A state that was never read has no version; a write that gives no row back is a conflict.
CREATE TABLE OrleansQuery (
    QueryKey TEXT NOT NULL PRIMARY KEY,
    QueryText TEXT NOT NULL
);
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', '
SELECT payload AS PayloadBinary, version AS Version FROM grain_state
WHERE service_id = @ServiceId AND state_name = @GrainTypeString AND grain_key = @GrainIdExtensionString
'),
('WriteToStorageKey', '
INSERT INTO grain_state (service_id, state_name, grain_key, payload, version, modified_at)
SELECT @ServiceId, @GrainTypeString, @GrainIdExtensionString, @PayloadBinary, 1, strftime(''%Y-%m-%d %H:%M:%f+00:00'', ''now'')
WHERE @GrainStateVersion IS NULL OR EXISTS (
    SELECT 1 FROM grain_state WHERE service_id = @ServiceId AND state_name = @GrainTypeString AND grain_key = @GrainIdExtensionString)
ON CONFLICT (service_id, state_name, grain_key) DO UPDATE
SET payload = excluded.payload, version = grain_state.version + 1, modified_at = excluded.modified_at
WHERE grain_state.version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion
'),
('ClearStorageKey', '
UPDATE grain_state SET payload = NULL, version = version + 1, modified_at = strftime(''%Y-%m-%d %H:%M:%f+00:00'', ''now'')
WHERE service_id = @ServiceId AND state_name = @GrainTypeString AND grain_key = @GrainIdExtensionString AND version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion
');
