-- name: missions
SELECT mission, name, version FROM mission ORDER BY mission

-- name: mission
SELECT name, version, clock FROM mission WHERE mission = @mission

-- name: version
SELECT version FROM mission WHERE mission = @mission

-- name: create-mission
INSERT INTO mission (mission, name, version, clock) VALUES (@mission, @name, 1, @clock) ON CONFLICT DO NOTHING

-- name: set-clock
UPDATE mission SET clock = @clock, version = version + 1 WHERE mission = @mission RETURNING version

-- name: raise-version
UPDATE mission SET version = version + 1 WHERE mission = @mission RETURNING version

-- name: cities
SELECT city, name, time_zone FROM city WHERE mission = @mission ORDER BY position, city

-- name: venues
SELECT venue, city, name, address, legal FROM venue WHERE mission = @mission ORDER BY position, venue

-- name: rooms
SELECT room, venue, name, legal, comfort FROM room WHERE mission = @mission ORDER BY position, room

-- name: delegates
SELECT d.delegate, d.name, d.organisation, d.sector, d.language, d.vip, d.note,
    coalesce((SELECT b.code FROM badge AS b WHERE b.mission = d.mission AND b.delegate = d.delegate AND b.revoked_at IS NULL), '')
FROM delegate AS d WHERE d.mission = @mission ORDER BY d.delegate

-- name: registrations
SELECT session, delegate, kind, seat_held FROM registration WHERE mission = @mission ORDER BY session, delegate

-- name: registrations-of-session
SELECT session, delegate, kind, seat_held FROM registration WHERE mission = @mission AND session = @session ORDER BY delegate

-- name: registrations-of-delegate
SELECT session, delegate, kind, seat_held FROM registration WHERE mission = @mission AND delegate = @delegate ORDER BY session

-- name: delegate-exists
SELECT 1 FROM delegate WHERE mission = @mission AND delegate = @delegate

-- name: revoke-badge
UPDATE badge SET revoked_at = @at, revoked_why = @why
WHERE mission = @mission AND delegate = @delegate AND code <> @keep AND revoked_at IS NULL

-- name: add-badge
INSERT INTO badge (code, mission, delegate) VALUES (@code, @mission, @delegate) ON CONFLICT DO NOTHING

-- name: cities-of-delegates
SELECT DISTINCT r.delegate, v.city
FROM registration AS r
    JOIN session AS s ON s.mission = r.mission AND s.session = r.session
    JOIN room AS p ON p.mission = s.mission AND p.room = s.room
    JOIN venue AS v ON v.mission = p.mission AND v.venue = p.venue
WHERE r.mission = @mission

-- name: all-delegates
SELECT '', d.delegate, d.name, d.organisation, d.sector, d.language, d.vip, d.note, m.version, b.code, b.revoked_at, b.revoked_why
FROM mission AS m
    JOIN delegate AS d ON d.mission = m.mission
    LEFT JOIN badge AS b ON b.mission = d.mission AND b.delegate = d.delegate
WHERE m.mission = @mission
ORDER BY d.delegate, b.code

-- name: scanned-delegates
-- "0" is what follows "/": all keys "mission/...".
SELECT delegate FROM journal WHERE delegate >= @first AND delegate < @end AND sequence = 1

-- name: anonymise-delegates
-- The id stays, so that what the journal counts can still be counted; nothing else says who it was.
UPDATE delegate SET name = delegate, organisation = '', vip = @no, note = '' WHERE mission = @mission AND (@delegate = '' OR delegate = @delegate)

-- name: forget-badges
DELETE FROM badge WHERE mission = @mission AND (@delegate = '' OR delegate = @delegate)

-- name: forget-organisations
DELETE FROM organisation WHERE mission = @mission AND NOT EXISTS (SELECT 1 FROM delegate AS d WHERE d.mission = organisation.mission AND d.organisation = organisation.name)

-- name: forget-registrations
DELETE FROM registration WHERE mission = @mission AND delegate = @delegate
