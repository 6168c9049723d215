-- name: lock-mission
SELECT version, clock FROM mission WHERE mission = @mission FOR UPDATE

-- name: sessions
SELECT session, room, title, kind, access, starts_at, ends_at, doors_open, doors_close, host, sector, status, held_for
FROM session WHERE mission = @mission ORDER BY starts_at, title COLLATE "C", session

-- name: find-badges
SELECT code, revoked_at, revoked_why, mission, delegate
FROM badge WHERE code = ANY (@codes) ORDER BY code, mission

-- name: badge-owners
SELECT code, delegate FROM badge WHERE code = ANY (@codes) AND mission = @mission

-- name: issue-badges
INSERT INTO badge (code, mission, delegate)
SELECT wanted.code, d.mission, d.delegate
FROM unnest(@codes, @delegates) AS wanted (code, delegate) JOIN delegate AS d ON d.mission = @mission AND d.delegate = wanted.delegate
WHERE NOT EXISTS (SELECT 1 FROM badge AS b WHERE b.mission = @mission AND b.delegate = d.delegate AND b.revoked_at IS NULL)
ON CONFLICT DO NOTHING

-- name: save-city
INSERT INTO city (mission, city, name, time_zone, position) VALUES (@mission, @city, @name, @time_zone, @position)
ON CONFLICT (mission, city) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone, position = excluded.position
WHERE (city.name, city.time_zone, city.position) IS DISTINCT FROM (excluded.name, excluded.time_zone, excluded.position)

-- name: save-venue
INSERT INTO venue (mission, venue, city, name, address, legal, position) VALUES (@mission, @venue, @city, @name, @address, @legal, @position)
ON CONFLICT (mission, venue) DO UPDATE
SET city = excluded.city, name = excluded.name, address = excluded.address, legal = excluded.legal, position = excluded.position
WHERE (venue.city, venue.name, venue.address, venue.legal, venue.position)
    IS DISTINCT FROM (excluded.city, excluded.name, excluded.address, excluded.legal, excluded.position)

-- name: save-room
INSERT INTO room (mission, room, venue, name, legal, comfort, position) VALUES (@mission, @room, @venue, @name, @legal, @comfort, @position)
ON CONFLICT (mission, room) DO UPDATE
SET venue = excluded.venue, name = excluded.name, legal = excluded.legal, comfort = excluded.comfort, position = excluded.position
WHERE (room.venue, room.name, room.legal, room.comfort, room.position)
    IS DISTINCT FROM (excluded.venue, excluded.name, excluded.legal, excluded.comfort, excluded.position)

-- name: save-session
INSERT INTO session (mission, session, room, title, kind, access, starts_at, ends_at, doors_open, doors_close, host, sector, status, held_for)
VALUES (@mission, @session, @room, @title, @kind, @access, @starts_at, @ends_at, @doors_open, @doors_close, @host, @sector, @status, @held_for)
ON CONFLICT (mission, session) DO UPDATE
SET room = excluded.room, title = excluded.title, kind = excluded.kind, access = excluded.access, starts_at = excluded.starts_at,
    ends_at = excluded.ends_at, doors_open = excluded.doors_open, doors_close = excluded.doors_close, host = excluded.host,
    sector = excluded.sector, status = excluded.status, held_for = excluded.held_for
WHERE (session.room, session.title, session.kind, session.access, session.starts_at, session.ends_at, session.doors_open, session.doors_close,
        session.host, session.sector, session.status, session.held_for)
    IS DISTINCT FROM (excluded.room, excluded.title, excluded.kind, excluded.access, excluded.starts_at, excluded.ends_at, excluded.doors_open,
        excluded.doors_close, excluded.host, excluded.sector, excluded.status, excluded.held_for)

-- name: imported-delegates
CREATE TEMPORARY TABLE imported_delegate (
    delegate text COLLATE "C", name text, organisation text COLLATE "C", sector text, language text, badge text COLLATE "C", vip boolean, note text
) ON COMMIT DROP

-- name: copy-delegates
COPY imported_delegate (delegate, name, organisation, sector, language, badge, vip, note) FROM STDIN (FORMAT binary)

-- name: save-organisations
INSERT INTO organisation (mission, name)
SELECT DISTINCT @mission, organisation FROM imported_delegate WHERE organisation <> '' ON CONFLICT DO NOTHING

-- name: save-delegates
INSERT INTO delegate (mission, delegate, name, organisation, sector, language, vip, note)
SELECT @mission, delegate, name, organisation, sector, language, vip, note FROM imported_delegate
ON CONFLICT (mission, delegate) DO UPDATE
SET name = excluded.name, organisation = excluded.organisation, sector = excluded.sector, language = excluded.language, vip = excluded.vip,
    note = excluded.note
WHERE (delegate.name, delegate.organisation, delegate.sector, delegate.language, delegate.vip, delegate.note)
    IS DISTINCT FROM (excluded.name, excluded.organisation, excluded.sector, excluded.language, excluded.vip, excluded.note)

-- name: add-badges
WITH added AS (
    INSERT INTO badge (code, mission, delegate)
    SELECT badge, @mission, delegate FROM imported_delegate WHERE badge <> '' ON CONFLICT DO NOTHING
    RETURNING delegate, code
), replaced AS (
    -- Sees the table as it was before: what was added now is not revoked.
    UPDATE badge SET revoked_at = @at, revoked_why = @why
    FROM added WHERE badge.mission = @mission AND badge.delegate = added.delegate AND badge.revoked_at IS NULL
)
SELECT count(*) FROM added

-- name: imported-registrations
CREATE TEMPORARY TABLE imported_registration (
    session text COLLATE "C", delegate text COLLATE "C", kind text, seat_held boolean
) ON COMMIT DROP

-- name: copy-registrations
COPY imported_registration (session, delegate, kind, seat_held) FROM STDIN (FORMAT binary)

-- name: save-registrations
INSERT INTO registration (mission, session, delegate, kind, seat_held)
SELECT @mission, session, delegate, kind, seat_held FROM imported_registration
ON CONFLICT (mission, session, delegate) DO UPDATE SET kind = excluded.kind, seat_held = excluded.seat_held
WHERE (registration.kind, registration.seat_held) IS DISTINCT FROM (excluded.kind, excluded.seat_held)

-- name: analyse
ANALYZE organisation, delegate, badge, registration

-- name: delegate-entries
SELECT delegate, entry FROM journal WHERE delegate = ANY (@keys) ORDER BY delegate, sequence

-- name: delegate-files
SELECT delegate, entry FROM journal WHERE delegate = ANY (@keys) ORDER BY delegate, sequence;
SELECT wanted, d.delegate, d.name, d.organisation, d.sector, d.language, d.vip, d.note, m.version, b.code, b.revoked_at, b.revoked_why
FROM unnest(@keys) AS wanted
    JOIN mission AS m ON m.mission = split_part(wanted, '/', 1)
    JOIN delegate AS d ON d.mission = m.mission AND d.delegate = split_part(wanted, '/', 2)
    LEFT JOIN badge AS b ON b.mission = d.mission AND b.delegate = d.delegate
ORDER BY wanted, b.code
