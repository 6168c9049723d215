CREATE TABLE mission (
    mission TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    clock TEXT NOT NULL
);
CREATE TABLE city (
    mission TEXT NOT NULL,
    city TEXT NOT NULL,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (mission, city)
);
CREATE TABLE venue (
    mission TEXT NOT NULL,
    venue TEXT NOT NULL,
    city TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    legal INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (mission, venue)
);
CREATE TABLE room (
    mission TEXT NOT NULL,
    room TEXT NOT NULL,
    venue TEXT NOT NULL,
    name TEXT NOT NULL,
    legal INTEGER NOT NULL,
    comfort INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (mission, room)
);
CREATE TABLE session (
    mission TEXT NOT NULL,
    session TEXT NOT NULL,
    room TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    access TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    doors_open TEXT NOT NULL,
    doors_close TEXT NOT NULL,
    host TEXT NOT NULL,
    sector TEXT NOT NULL,
    status TEXT NOT NULL,
    held_for TEXT NOT NULL,
    PRIMARY KEY (mission, session)
);
CREATE TABLE organisation (
    mission TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (mission, name)
) WITHOUT ROWID;
CREATE TABLE delegate (
    mission TEXT NOT NULL,
    delegate TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    sector TEXT NOT NULL,
    language TEXT NOT NULL,
    vip INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (mission, delegate)
) WITHOUT ROWID;
-- A code is looked up before the mission is known, to tell a badge of another mission.
CREATE TABLE badge (
    code TEXT NOT NULL,
    mission TEXT NOT NULL,
    delegate TEXT NOT NULL,
    revoked_at TEXT,
    revoked_why TEXT,
    PRIMARY KEY (code, mission)
) WITHOUT ROWID;
CREATE INDEX badge_delegate ON badge (mission, delegate);
CREATE TABLE registration (
    mission TEXT NOT NULL,
    session TEXT NOT NULL,
    delegate TEXT NOT NULL,
    kind TEXT NOT NULL,
    seat_held INTEGER NOT NULL,
    PRIMARY KEY (mission, session, delegate)
) WITHOUT ROWID;
CREATE INDEX registration_delegate ON registration (mission, delegate);
-- A long import is written here slice by slice, decided, and then applied slice by slice, so that the journal's commits come in between.
CREATE TABLE import (
    import TEXT NOT NULL PRIMARY KEY,
    mission TEXT NOT NULL,
    decided INTEGER NOT NULL,
    changed INTEGER NOT NULL
);
CREATE TABLE import_slice (
    import TEXT NOT NULL,
    number INTEGER NOT NULL,
    rows BLOB NOT NULL,
    PRIMARY KEY (import, number)
);
