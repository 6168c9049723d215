-- Who may do what: accounts, sign-ins, devices, host links and what a mission's privacy is, each a document under its kind and id. A row's version is that of the
-- change that wrote it, so that every process reads what changed since it last looked.
CREATE TABLE access (
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    body text NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX access_changes ON access (version);
CREATE TABLE access_version (version bigint NOT NULL);
INSERT INTO access_version (version) VALUES (0);
CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    mission text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    who text COLLATE "C" NOT NULL,
    who_kind text COLLATE "C" NOT NULL,
    source text NOT NULL,
    what text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    reference text COLLATE "C" UNIQUE
);
CREATE INDEX audit_mission ON audit (mission, id);
CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit trail is only added to'; END $$;
CREATE TRIGGER audit_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
