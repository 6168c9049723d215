-- Who may do what: accounts, sign-ins, devices, host links and what a mission's privacy is, each a document under its kind and id. A row's version is that of the
-- change that wrote it, so that every process reads what changed since it last looked.
CREATE TABLE access (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE INDEX access_changes ON access (version);
CREATE TABLE access_version (version INTEGER NOT NULL);
INSERT INTO access_version (version) VALUES (0);
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    mission TEXT NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    who_kind TEXT NOT NULL,
    source TEXT NOT NULL,
    what TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reference TEXT UNIQUE
);
CREATE INDEX audit_mission ON audit (mission, id);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
CREATE TRIGGER audit_is_not_taken_away BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
