CREATE TABLE mission (
    mission text COLLATE "C" NOT NULL PRIMARY KEY,
    name text NOT NULL,
    version bigint NOT NULL,
    clock text NOT NULL
);
CREATE TABLE city (
    mission text COLLATE "C" NOT NULL,
    city text COLLATE "C" NOT NULL,
    name text NOT NULL,
    time_zone text NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (mission, city)
);
CREATE TABLE venue (
    mission text COLLATE "C" NOT NULL,
    venue text COLLATE "C" NOT NULL,
    city text COLLATE "C" NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    legal integer NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (mission, venue)
);
CREATE TABLE room (
    mission text COLLATE "C" NOT NULL,
    room text COLLATE "C" NOT NULL,
    venue text COLLATE "C" NOT NULL,
    name text NOT NULL,
    legal integer NOT NULL,
    comfort integer NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (mission, room)
);
CREATE TABLE session (
    mission text COLLATE "C" NOT NULL,
    session text COLLATE "C" NOT NULL,
    room text COLLATE "C" NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    access text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    doors_open timestamptz NOT NULL,
    doors_close timestamptz NOT NULL,
    host text NOT NULL,
    sector text NOT NULL,
    status text NOT NULL,
    held_for text NOT NULL,
    PRIMARY KEY (mission, session)
);
CREATE TABLE organisation (
    mission text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    PRIMARY KEY (mission, name)
);
CREATE TABLE delegate (
    mission text COLLATE "C" NOT NULL,
    delegate text COLLATE "C" NOT NULL,
    name text NOT NULL,
    organisation text NOT NULL,
    sector text NOT NULL,
    language text NOT NULL,
    vip boolean NOT NULL,
    note text NOT NULL,
    PRIMARY KEY (mission, delegate)
);
-- A code is looked up before the mission is known, to tell a badge of another mission.
CREATE TABLE badge (
    code text COLLATE "C" NOT NULL,
    mission text COLLATE "C" NOT NULL,
    delegate text COLLATE "C" NOT NULL,
    revoked_at timestamptz,
    revoked_why text,
    PRIMARY KEY (code, mission)
);
CREATE INDEX badge_delegate ON badge (mission, delegate);
CREATE TABLE registration (
    mission text COLLATE "C" NOT NULL,
    session text COLLATE "C" NOT NULL,
    delegate text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    seat_held boolean NOT NULL,
    PRIMARY KEY (mission, session, delegate)
);
CREATE INDEX registration_delegate ON registration (mission, delegate);
