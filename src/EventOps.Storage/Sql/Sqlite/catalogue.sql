-- name: lock-mission
SELECT version, clock FROM mission WHERE mission = @mission

-- name: sessions
SELECT session, room, title, kind, access, starts_at, ends_at, doors_open, doors_close, host, sector, status, held_for
FROM session WHERE mission = @mission ORDER BY starts_at, title, session

-- name: find-badges
SELECT code, revoked_at, revoked_why, mission, delegate
FROM json_each(@codes) AS wanted CROSS JOIN badge ON code = wanted.value ORDER BY code, mission

-- name: badge-owners
SELECT code, delegate FROM json_each(@codes) AS wanted CROSS JOIN badge ON code = wanted.value AND mission = @mission

-- name: issue-badges
INSERT INTO badge (code, mission, delegate)
SELECT c.value, d.mission, d.delegate
FROM json_each(@codes) AS c CROSS JOIN json_each(@delegates) AS wanted ON wanted.key = c.key
    CROSS JOIN delegate AS d ON d.mission = @mission AND d.delegate = wanted.value
WHERE NOT EXISTS (SELECT 1 FROM badge AS b WHERE b.mission = @mission AND b.delegate = d.delegate AND b.revoked_at IS NULL)
ON CONFLICT DO NOTHING

-- name: save-city
INSERT INTO city (mission, city, name, time_zone, position) VALUES (@mission, @city, @name, @time_zone, @position)
ON CONFLICT (mission, city) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone, position = excluded.position
WHERE (city.name, city.time_zone, city.position) IS NOT (excluded.name, excluded.time_zone, excluded.position)

-- name: save-venue
INSERT INTO venue (mission, venue, city, name, address, legal, position) VALUES (@mission, @venue, @city, @name, @address, @legal, @position)
ON CONFLICT (mission, venue) DO UPDATE
SET city = excluded.city, name = excluded.name, address = excluded.address, legal = excluded.legal, position = excluded.position
WHERE (venue.city, venue.name, venue.address, venue.legal, venue.position)
    IS NOT (excluded.city, excluded.name, excluded.address, excluded.legal, excluded.position)

-- name: save-room
INSERT INTO room (mission, room, venue, name, legal, comfort, position) VALUES (@mission, @room, @venue, @name, @legal, @comfort, @position)
ON CONFLICT (mission, room) DO UPDATE
SET venue = excluded.venue, name = excluded.name, legal = excluded.legal, comfort = excluded.comfort, position = excluded.position
WHERE (room.venue, room.name, room.legal, room.comfort, room.position)
    IS NOT (excluded.venue, excluded.name, excluded.legal, excluded.comfort, excluded.position)

-- name: save-session
INSERT INTO session (mission, session, room, title, kind, access, starts_at, ends_at, doors_open, doors_close, host, sector, status, held_for)
VALUES (@mission, @session, @room, @title, @kind, @access, @starts_at, @ends_at, @doors_open, @doors_close, @host, @sector, @status, @held_for)
ON CONFLICT (mission, session) DO UPDATE
SET room = excluded.room, title = excluded.title, kind = excluded.kind, access = excluded.access, starts_at = excluded.starts_at,
    ends_at = excluded.ends_at, doors_open = excluded.doors_open, doors_close = excluded.doors_close, host = excluded.host,
    sector = excluded.sector, status = excluded.status, held_for = excluded.held_for
WHERE (session.room, session.title, session.kind, session.access, session.starts_at, session.ends_at, session.doors_open, session.doors_close,
        session.host, session.sector, session.status, session.held_for)
    IS NOT (excluded.room, excluded.title, excluded.kind, excluded.access, excluded.starts_at, excluded.ends_at, excluded.doors_open,
        excluded.doors_close, excluded.host, excluded.sector, excluded.status, excluded.held_for)

-- name: save-organisation
INSERT INTO organisation (mission, name) VALUES (@mission, @name) ON CONFLICT DO NOTHING

-- name: save-delegate
INSERT INTO delegate (mission, delegate, name, organisation, sector, language, vip, note)
VALUES (@mission, @delegate, @name, @organisation, @sector, @language, @vip, @note)
ON CONFLICT (mission, delegate) DO UPDATE
SET name = excluded.name, organisation = excluded.organisation, sector = excluded.sector, language = excluded.language, vip = excluded.vip,
    note = excluded.note
WHERE (delegate.name, delegate.organisation, delegate.sector, delegate.language, delegate.vip, delegate.note)
    IS NOT (excluded.name, excluded.organisation, excluded.sector, excluded.language, excluded.vip, excluded.note)

-- name: save-registration
INSERT INTO registration (mission, session, delegate, kind, seat_held) VALUES (@mission, @session, @delegate, @kind, @seat_held)
ON CONFLICT (mission, session, delegate) DO UPDATE SET kind = excluded.kind, seat_held = excluded.seat_held
WHERE (registration.kind, registration.seat_held) IS NOT (excluded.kind, excluded.seat_held)

-- name: delegate-entries
SELECT delegate, entry FROM json_each(@keys) AS wanted CROSS JOIN journal ON delegate = wanted.value ORDER BY delegate, sequence

-- name: delegate-files
SELECT delegate, entry FROM json_each(@keys) AS wanted CROSS JOIN journal ON delegate = wanted.value ORDER BY delegate, sequence;
SELECT wanted.value, d.delegate, d.name, d.organisation, d.sector, d.language, d.vip, d.note, m.version, b.code, b.revoked_at, b.revoked_why
FROM json_each(@keys) AS wanted
    CROSS JOIN mission AS m ON m.mission = substr(wanted.value, 1, instr(wanted.value, '/') - 1)
    CROSS JOIN delegate AS d ON d.mission = m.mission AND d.delegate = substr(wanted.value, instr(wanted.value, '/') + 1)
    LEFT JOIN badge AS b ON b.mission = d.mission AND b.delegate = d.delegate
ORDER BY wanted.value, b.code

-- name: stage-import
INSERT INTO import (import, mission, decided, changed) VALUES (@import, @mission, 0, 0)

-- name: stage-slice
INSERT INTO import_slice (import, number, rows) VALUES (@import, @number, @rows)

-- name: decide-import
UPDATE import SET decided = 1 WHERE import = @import AND (SELECT count(*) FROM import_slice AS s WHERE s.import = @import) = @slices

-- name: decided-imports
SELECT import, mission FROM import WHERE decided = 1

-- name: next-slice
SELECT number, rows FROM import_slice WHERE import = @import ORDER BY number LIMIT 1

-- name: slice-applied
DELETE FROM import_slice WHERE import = @import AND number = @number

-- name: import-changed
UPDATE import SET changed = 1 WHERE import = @import

-- name: was-changed
SELECT changed FROM import WHERE import = @import

-- name: end-import
DELETE FROM import WHERE import = @import

-- name: drop-slices
DELETE FROM import_slice WHERE import = @import

-- name: drop-undecided-slices
DELETE FROM import_slice WHERE import NOT IN (SELECT import FROM import WHERE decided = 1)

-- name: drop-undecided
DELETE FROM import WHERE decided = 0
