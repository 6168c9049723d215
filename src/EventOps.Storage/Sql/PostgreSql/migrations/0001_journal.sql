-- Ids are ASCII: bytes are compared, not a language's order.
CREATE TABLE journal (
    stream text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    scan_id uuid NOT NULL UNIQUE,
    delegate text COLLATE "C",
    sequence integer,
    session text COLLATE "C",
    at timestamptz NOT NULL,
    entry text NOT NULL,
    PRIMARY KEY (stream, version)
);
-- Two activations of one delegate cannot both write.
CREATE UNIQUE INDEX journal_delegate ON journal (delegate, sequence) WHERE delegate IS NOT NULL;
CREATE INDEX journal_session ON journal (session) WHERE session IS NOT NULL;
