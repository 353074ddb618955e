-- One collaboration, as many years would leave it: bodies meet, twenty cases a meeting, each case
-- gives a recommendation, which goes to every principal. All have decided on the old ones, the
-- newest thirty are under way, and the very newest wait to be dispatched.

SET session_replication_role = replica;  -- true by construction: foreign keys are not asked

CREATE TEMP TABLE base AS SELECT
    (SELECT coalesce(max(id), 0) + 1 FROM journal_collaboration) AS here,
    (SELECT coalesce(max(id), 0) FROM principals_principal) AS principal,
    (SELECT coalesce(max(id), 0) FROM bodies_body) AS body,
    (SELECT coalesce(max(id), 0) FROM meetings_meeting) AS meeting,
    (SELECT coalesce(max(id), 0) FROM cases_case) AS matter,
    (SELECT coalesce(max(id), 0) FROM dispatches_dispatch) AS dispatch;

INSERT INTO journal_collaboration
    (id, slug, name, parties_text, county, contact_name, contact_email, is_demo, head_sequence, head_hash)
SELECT here, :slug, 'Samverkan ' || :slug, 'Länets kommuner och Region Länet', 'Länet',
    'Koordinatorerna', 'koordinator@example.invalid', false, 0, repeat('0', 64)
FROM base;

INSERT INTO principals_principal
    (id, collaboration_id, slug, name, short_name, kind, side, code, position, languages, period,
     registrar_email, registry_prefix, standing, source)
SELECT principal + p, here, 'kommun-' || p, 'Kommun ' || p || ' kommun', 'Kommun ' || p,
    'municipality', 'municipalities', lpad(p::text, 4, '0'), p, '[]', '[2000-01-01,)',
    'registrator@kommun-' || p || '.example.invalid', 'KS', 'source', ''
FROM base, generate_series(1, :principals) AS p;

INSERT INTO principals_linebody (principal_id, name, kind, is_usual_decider, period)
SELECT principal + p, 'Kommunstyrelsen', 'board', true, '[2000-01-01,)'
FROM base, generate_series(1, :principals) AS p;

INSERT INTO bodies_body
    (id, collaboration_id, slug, code, name, short_name, kind, level, sphere, responsibility, power,
     in_fixed_structure, side, parity, purpose, mandate, inner_decisions, assignment_set_by,
     expected_texts, required_sections, first_point, position, period, source)
SELECT body + b, here, 'organ-' || b, 'N' || b, 'Länets samrådsorgan nummer ' || b, 'Organ ' || b,
    'consultation', 'regional', 'political', 'committee', 'recommends', true, '', false,
    'Att samråda.', '', '[]', '', '[]', '[]', 1, b, '[2000-01-01,)', ''
FROM base, generate_series(1, 12) AS b;

CREATE TEMP TABLE met AS
SELECT m, meeting + m + 1 AS id, body + m % 12 + 1 AS body,
    date '2026-10-30' - ((last - m) / 12) * greatest(1, 24000 / (last + 1)) AS day
FROM base, (SELECT (:cases - 1) / 20 AS last) AS bounds, generate_series(0, last) AS m;

INSERT INTO meetings_meeting
    (id, collaboration_id, body_id, "on", starts_at, place, stage, called_at, source)
SELECT met.id, here, met.body, day, '09:00', 'Länshuset', 'approved', day - 14, ''
FROM base, met;

CREATE TEMP TABLE told AS
SELECT n, matter + n AS id, met.id AS meeting, met.body, day, n - 20 * m AS place,
    extract(year FROM day) || '-' || lpad(n::text, greatest(3, length(n::text)), '0') AS number,
    n > :cases - :ready AS waits,
    n > :cases - :ready - 30 AS young
FROM base, met, generate_series(20 * m + 1, least(20 * m + 20, :cases)) AS n;

INSERT INTO cases_case
    (id, collaboration_id, number, body_id, stage, title, question, background, value_inhabitants,
     value_operations, target_groups, scope, touched, responsible_management, experts,
     experts_passed_over, raised_at, source)
SELECT id, here, number, told.body,
    CASE WHEN waits THEN 'recommended' WHEN young THEN 'dispatched' ELSE 'closed' END,
    'Gemensam rutin nummer ' || n || ' för trygg och säker utskrivning',
    'Hur ska huvudmännen göra, var för sig och tillsammans, när någon skrivs ut?',
    repeat('Arbetssätten skiljer sig åt i länet och överlämningen brister. ', 10),
    'Invånaren möts av samma arbetssätt överallt.', 'Färre ärenden faller mellan stolarna.',
    '{}', 'elderly_care', '', 'Socialchefernas ledningsgrupp', 'Medicinskt ansvariga', '',
    day - 60, ''
FROM base, told;

INSERT INTO documents_clauselist (id, collaboration_id, lead)
SELECT id, here, 'Organet rekommenderar huvudmännen' FROM base, told;

INSERT INTO documents_clause (clause_list_id, position, text)
SELECT id, c, 'att för egen del anta rutinen i del ' || c FROM told, generate_series(1, 2) AS c;

INSERT INTO meetings_item
    (id, meeting_id, body_id, position, number, kind, heading, text, case_id, outcome, clauses_id)
SELECT id, meeting, body, place * 10, n, 'decision', 'Gemensam rutin nummer ' || n,
    'Föredragning och samtal.', id, 'recommended', id
FROM told;

INSERT INTO dispatches_recommendation
    (id, collaboration_id, number, case_id, body_id, item_id, title, summary, lead, clauses,
     agreed_on, point, dispatched_at, reply_by, outcome_note, source)
SELECT id, here, 'r' || number, id, told.body, id,
    'Gemensam rutin nummer ' || n || ' för trygg och säker utskrivning',
    'Hur ska huvudmännen göra, var för sig och tillsammans, när någon skrivs ut?',
    'Organet rekommenderar huvudmännen',
    '["att för egen del anta rutinen i del 1", "att för egen del anta rutinen i del 2"]',
    day, n, CASE WHEN waits THEN NULL ELSE day + 7 END, day + 120, '', ''
FROM base, told;

CREATE TEMP TABLE sent AS
SELECT dispatch + (n - 1) * :principals + p AS id, told.id AS recommendation, n, p, number, day,
    principal + p AS principal,
    CASE
        WHEN young THEN (ARRAY['approved', 'approved', 'rejected', 'received', 'planned',
                               'dispatched'])[1 + (n + p) % 6]
        WHEN (n + p) % 10 = 0 THEN 'rejected'
        ELSE 'approved'
    END AS state
FROM base, told, generate_series(1, :principals) AS p
WHERE NOT waits;

INSERT INTO dispatches_dispatch
    (id, recommendation_id, principal_id, addressee, "to", proposal, sha256, dispatched_at, state,
     reference_number, received_on, planned_on, decided_on, decided_about, deciding_body,
     paragraph, comment, answers_count, condition, deciding_kind, appealed)
SELECT id, recommendation, principal, 'Kommun ' || p, 'registrator@kommun-' || p || '.example.invalid',
    jsonb_build_object('title', 'Gemensam rutin', 'lead', 'Kommunstyrelsen beslutar', 'clauses',
                       '["att anta rutinen"]'::jsonb, 'annexes', '[]'::jsonb, 'point', n),
    md5(id::text) || md5(n::text), day + 7, state,
    CASE WHEN state = 'dispatched' THEN '' ELSE 'KS ' || n || '/' || p END,
    CASE WHEN state = 'received' THEN day + 9 END,
    CASE WHEN state = 'planned' THEN day + 90 END,
    CASE WHEN state IN ('approved', 'rejected') THEN day + 10 + p % 80 END, '',
    CASE WHEN state IN ('approved', 'rejected') THEN 'Kommunstyrelsen' ELSE '' END,
    CASE WHEN state IN ('approved', 'rejected') THEN '§ ' || 1 + n % 200 ELSE '' END, '',
    CASE WHEN state = 'dispatched' THEN 0 ELSE 1 END,
    '', CASE WHEN state IN ('approved', 'rejected') THEN 'board' ELSE '' END, false
FROM sent;

INSERT INTO dispatches_answer
    (dispatch_id, kind, reference_number, "on", about, deciding_body, paragraph, comment, reason,
     given_by, given_at, source, condition, deciding_kind)
SELECT id, state, 'KS ' || n || '/' || p, day + 10 + p % 80, '', 'Kommunstyrelsen',
    '§ ' || 1 + n % 200, '', '', 'Registrator, Kommun ' || p, day + 11 + p % 80, '',
    '', 'board'
FROM sent WHERE state <> 'dispatched';

-- The journal is read here, never verified: its sums are made up.
INSERT INTO journal_entry (collaboration_id, sequence, at, verb, subject, visibility, text, hash)
SELECT here, row_number() OVER (ORDER BY n, step), day + step, verb, subject, 'public',
    format('{"actor":"Registrator","at":"%sT09:00:00.000000+00:00","collaboration":"bench","facts":'
           '{"about":"","count":16,"deciding_body":"Kommunstyrelsen","body":"Organ","kind":"bifall",'
           '"number":"%s","on":"%s","paragraph":"§ 12","point":%s,"principal":"Kommun %s",'
           '"title":"Gemensam rutin","agreed_on":"%s","raiser":"Person","reference_number":"KS 1"},'
           '"on_behalf_of":"Kommun %s","recorded_at":"%s","rule":"R152","sequence":%s,'
           '"source":"huvudpunkterna, Tjänstepersoner","subject":"%s","verb":"%s",'
           '"visibility":"public"}',
           day, number, day, n, step, day, step, day, n, subject, verb),
    md5(n::text) || md5(step::text)
FROM base, (
    SELECT n, day, number, step, 'case.' || verb AS verb, 'case/' || number AS subject
    FROM told, (VALUES (-60, 'raised'), (-40, 'prepared'), (-20, 'placed')) AS early (step, verb)
    WHERE NOT waits
    UNION ALL
    SELECT n, day, number, step, 'recommendation.' || verb, 'recommendation/r' || number
    FROM told, (VALUES (0, 'drawn_up'), (7, 'dispatched')) AS agreed (step, verb)
    WHERE NOT waits
    UNION ALL
    SELECT n, day, number, 10 + p, 'answer.' || state, 'recommendation/r' || number
    FROM sent WHERE state <> 'dispatched'
) AS happened;

UPDATE journal_collaboration SET (head_sequence, head_hash, head_at) =
    (SELECT sequence, hash, now() FROM journal_entry
     WHERE collaboration_id = here ORDER BY sequence DESC LIMIT 1)
FROM base WHERE id = here AND :ready < :cases;

SELECT setval(pg_get_serial_sequence(name, 'id'), greatest(last, 1)) FROM (
    SELECT 'journal_collaboration' AS name, max(id) AS last FROM journal_collaboration
    UNION ALL SELECT 'principals_principal', max(id) FROM principals_principal
    UNION ALL SELECT 'bodies_body', max(id) FROM bodies_body
    UNION ALL SELECT 'meetings_meeting', max(id) FROM meetings_meeting
    UNION ALL SELECT 'cases_case', max(id) FROM cases_case
    UNION ALL SELECT 'documents_clauselist', max(id) FROM documents_clauselist
    UNION ALL SELECT 'meetings_item', max(id) FROM meetings_item
    UNION ALL SELECT 'dispatches_recommendation', max(id) FROM dispatches_recommendation
    UNION ALL SELECT 'dispatches_dispatch', max(id) FROM dispatches_dispatch
) AS filled;
