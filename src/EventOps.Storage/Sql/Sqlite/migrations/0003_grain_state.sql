-- The identity and the columns of Orleans's ADO.NET contract for grain storage: service id, state name, grain key, payload, version.
CREATE TABLE grain_state (
    service_id TEXT NOT NULL,
    state_name TEXT NOT NULL,
    grain_key TEXT NOT NULL,
    payload BLOB,
    version INTEGER NOT NULL,
    modified_at TEXT NOT NULL,
    PRIMARY KEY (service_id, state_name, grain_key)
);
