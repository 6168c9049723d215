-- What Orleans's ADO.NET grain storage runs, by its contract: queries under its names, with its parameters, giving the columns that it expects. They read and
-- write the rows that grain_state.sql reads and writes, so that a mission goes on with either runtime. A grain's key is the "extension string", for ours hold
-- a '/' and are never taken for numbers. A state that was never read has no version; a write that gives no row back is a conflict.
CREATE TABLE OrleansQuery (
    QueryKey text NOT NULL PRIMARY KEY,
    QueryText text NOT NULL
);
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', '
SELECT payload AS PayloadBinary, version AS Version FROM grain_state
WHERE service_id = @ServiceId AND state_name = @GrainTypeString AND grain_key = @GrainIdExtensionString
'),
('WriteToStorageKey', '
INSERT INTO grain_state (service_id, state_name, grain_key, payload, version, modified_at)
SELECT @ServiceId, @GrainTypeString, @GrainIdExtensionString, @PayloadBinary, 1, now()
WHERE @GrainStateVersion IS NULL OR EXISTS (
    SELECT 1 FROM grain_state WHERE service_id = @ServiceId AND state_name = @GrainTypeString AND grain_key = @GrainIdExtensionString)
ON CONFLICT (service_id, state_name, grain_key) DO UPDATE
SET payload = excluded.payload, version = grain_state.version + 1, modified_at = excluded.modified_at
WHERE grain_state.version = @GrainStateVersion
RETURNING grain_state.version AS NewGrainStateVersion
'),
('ClearStorageKey', '
UPDATE grain_state SET payload = NULL, version = version + 1, modified_at = now()
WHERE service_id = @ServiceId AND state_name = @GrainTypeString AND grain_key = @GrainIdExtensionString AND version = @GrainStateVersion
RETURNING grain_state.version AS NewGrainStateVersion
');

-- Which silos there are. Every change of the members takes the cluster's version one further, and is nothing when another change came first.
CREATE TABLE cluster_version (
    cluster text COLLATE "C" NOT NULL PRIMARY KEY,
    version integer NOT NULL
);
CREATE TABLE cluster_silo (
    cluster text COLLATE "C" NOT NULL REFERENCES cluster_version,
    address text COLLATE "C" NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    silo_name text NOT NULL,
    host_name text NOT NULL,
    status integer NOT NULL,
    gateway_port integer NOT NULL,
    suspected_by text,
    started_at timestamptz NOT NULL,
    alive_at timestamptz NOT NULL,
    PRIMARY KEY (cluster, address, port, generation)
);
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', '
WITH made AS (INSERT INTO cluster_version (cluster, version) VALUES (@DeploymentId, 0) ON CONFLICT DO NOTHING RETURNING 1)
SELECT count(*) FROM made
'),
('InsertMembershipKey', '
WITH turn AS (
    UPDATE cluster_version SET version = version + 1
    WHERE cluster = @DeploymentId AND version = @Version AND NOT EXISTS (
        SELECT 1 FROM cluster_silo WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING cluster),
added AS (
    INSERT INTO cluster_silo (cluster, address, port, generation, silo_name, host_name, status, gateway_port, started_at, alive_at)
    SELECT cluster, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM turn
    RETURNING 1)
SELECT count(*) FROM added
'),
('UpdateMembershipKey', '
WITH turn AS (
    UPDATE cluster_version SET version = version + 1
    WHERE cluster = @DeploymentId AND version = @Version AND EXISTS (
        SELECT 1 FROM cluster_silo WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING cluster),
changed AS (
    UPDATE cluster_silo SET status = @Status, suspected_by = @SuspectTimes, alive_at = @IAmAliveTime FROM turn
    WHERE cluster_silo.cluster = turn.cluster AND address = @Address AND port = @Port AND generation = @Generation
    RETURNING 1)
SELECT count(*) FROM changed
'),
('UpdateIAmAlivetimeKey', '
UPDATE cluster_silo SET alive_at = @IAmAliveTime
WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
'),
('MembershipReadRowKey', '
SELECT address AS Address, port AS Port, generation AS Generation, silo_name AS SiloName, host_name AS HostName, status AS Status,
    gateway_port AS ProxyPort, suspected_by AS SuspectTimes, started_at AS StartTime, alive_at AS IAmAliveTime, version AS Version
FROM cluster_version LEFT JOIN cluster_silo
    ON cluster_silo.cluster = cluster_version.cluster AND address = @Address AND port = @Port AND generation = @Generation
WHERE cluster_version.cluster = @DeploymentId
'),
('MembershipReadAllKey', '
SELECT address AS Address, port AS Port, generation AS Generation, silo_name AS SiloName, host_name AS HostName, status AS Status,
    gateway_port AS ProxyPort, suspected_by AS SuspectTimes, started_at AS StartTime, alive_at AS IAmAliveTime, version AS Version
FROM cluster_version LEFT JOIN cluster_silo ON cluster_silo.cluster = cluster_version.cluster
WHERE cluster_version.cluster = @DeploymentId
'),
('GatewaysQueryKey', '
SELECT address AS Address, gateway_port AS ProxyPort, generation AS Generation FROM cluster_silo
WHERE cluster = @DeploymentId AND status = @Status AND gateway_port > 0
'),
-- 3 is an active silo: one that is active and silent is for the others to vote out.
('CleanupDefunctSiloEntriesKey', '
DELETE FROM cluster_silo WHERE cluster = @DeploymentId AND alive_at < @IAmAliveTime AND status <> 3
'),
('DeleteMembershipTableEntriesKey', '
WITH silos AS (DELETE FROM cluster_silo WHERE cluster = @DeploymentId)
DELETE FROM cluster_version WHERE cluster = @DeploymentId
');
