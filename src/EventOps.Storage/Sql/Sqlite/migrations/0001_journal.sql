CREATE TABLE journal (
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    scan_id BLOB NOT NULL UNIQUE,
    delegate TEXT,
    sequence INTEGER,
    session TEXT,
    at TEXT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (stream, version)
);
-- Two activations of one delegate cannot both write.
CREATE UNIQUE INDEX journal_delegate ON journal (delegate, sequence) WHERE delegate IS NOT NULL;
CREATE INDEX journal_session ON journal (session) WHERE session IS NOT NULL;
