-- The identity and the columns of Orleans's ADO.NET contract for grain storage: service id, state name, grain key, payload, version.
CREATE TABLE grain_state (
    service_id text COLLATE "C" NOT NULL,
    state_name text COLLATE "C" NOT NULL,
    grain_key text COLLATE "C" NOT NULL,
    payload bytea,
    version integer NOT NULL,
    modified_at timestamptz NOT NULL,
    PRIMARY KEY (service_id, state_name, grain_key)
);
