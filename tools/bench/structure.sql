-- A structure as large as a whole country's: so many bodies, 311 principals. Two of the bodies have
-- seats for all, the others for eight each; one seat in twenty is vacant, one mission in fifteen
-- ends soon, and every body has chairs, an assignment and two dates of review.

SET session_replication_role = replica;  -- true by construction: foreign keys are not asked

CREATE TEMP TABLE base AS SELECT
    (SELECT coalesce(max(id), 0) + 1 FROM journal_collaboration) AS here,
    (SELECT coalesce(max(id), 0) FROM principals_principal) AS principal,
    (SELECT coalesce(max(id), 0) FROM people_person) AS person,
    (SELECT coalesce(max(id), 0) FROM bodies_governingtext) AS text,
    (SELECT coalesce(max(id), 0) FROM bodies_body) AS body;

INSERT INTO journal_collaboration
    (id, slug, name, parties_text, county, contact_name, contact_email, is_demo, head_sequence, head_hash)
SELECT here, :slug, 'Samverkan ' || :slug, 'Kommuner och regioner', 'Landet', 'Koordinatorerna',
    'koordinator@example.invalid', false, 0, repeat('0', 64)
FROM base;

INSERT INTO principals_principal
    (id, collaboration_id, slug, name, short_name, kind, side, code, position, languages, period,
     registrar_email, registry_prefix, standing, source)
SELECT principal + p, here, 'huvudman-' || p, 'Huvudman ' || p, 'Huvudman ' || p,
    CASE WHEN p % 15 = 0 THEN 'region' ELSE 'municipality' END,
    CASE WHEN p % 15 = 0 THEN 'region' ELSE 'municipalities' END,
    lpad(p::text, 4, '0'), p, '[]', '[2000-01-01,)', '', '', 'source', ''
FROM base, generate_series(1, 311) AS p;

INSERT INTO bodies_body
    (id, collaboration_id, slug, code, name, short_name, kind, level, sphere, responsibility, power,
     in_fixed_structure, side, parity, purpose, mandate, inner_decisions, assignment_set_by,
     expected_texts, required_sections, review_months, first_point, position, period, source)
SELECT body + b, here, 'organ-' || b, 'B' || b, 'Beredning nummer ' || b, 'Beredning ' || b,
    CASE b WHEN 1 THEN 'consultation' WHEN 2 THEN 'group' ELSE 'preparatory' END,
    'regional', CASE b WHEN 1 THEN 'political' ELSE 'officials' END,
    (ARRAY['committee', 'management', 'operations', 'board'])[1 + b % 4],
    CASE WHEN b <= 2 THEN 'recommends' ELSE 'prepares' END, true, '', false, 'Att bereda.', '',
    '[]', 'överenskommelsen', '["assignment", "work_order"]',
    '["goals", "functions", "appointment", "feedback"]', 24, 1, b,
    CASE WHEN b % 40 = 0 THEN '[2000-01-01,2024-01-01)' ELSE '[2000-01-01,)' END::daterange,
    'överenskommelsen § 6.2'
FROM base, generate_series(1, :bodies) AS b;

CREATE TEMP TABLE seat AS
SELECT body + b AS body, principal + 1 + (b * 8 + s) % 311 AS principal, b * 400 + s AS n
FROM base, generate_series(1, :bodies) AS b, generate_series(1, 311) AS s
WHERE s <= 8 OR b <= 2;

INSERT INTO bodies_quota
    (body_id, principal_id, anchor, years, held_by, ordinary_min, ordinary_max, substitutes_max,
     period, source)
SELECT body, principal, 'open', 1, '', 1, 2, 1, '[2000-01-01,)', 'överenskommelsen § 6.1.3' FROM seat;

CREATE TEMP TABLE mission AS
SELECT row_number() OVER () AS n, seat.body, seat.principal, seat.n AS place, kind
FROM seat, (VALUES ('ordinary'), ('substitute')) AS kinds (kind) WHERE seat.n % 20 > 0;

INSERT INTO people_person
    (id, collaboration_id, name, title, elected, party, invented, source)
SELECT person + n, here, 'Person ' || n, '', false, '', true, '' FROM base, mission;

INSERT INTO bodies_mission
    (body_id, principal_id, person_id, kind, place, is_main, line_function, period, appointed_by,
     appointed_on, paragraph, handover)
SELECT mission.body, mission.principal, person + n, kind, 1, false,
    CASE WHEN n % 10 = 0 THEN '' ELSE 'socialförvaltningen' END,
    CASE WHEN n % 15 = 0 THEN daterange(date '2020-01-01', current_date + 60)
         ELSE '[2020-01-01,)' END,
    CASE WHEN n % 5 = 0 THEN '' ELSE 'socialnämnden' END, date '2019-12-10', '§ 12', ''
FROM base, mission;

INSERT INTO bodies_chairrule
    (body_id, anchor, years, alternates, opposite_sides, chair_side, vice_chairs, extension, period,
     source)
SELECT body + b, 'calendar_year', 1, true, true, '', 1, 'decision', '[2000-01-01,)', '§ 6.1.4'
FROM base, generate_series(1, :bodies) AS b;

INSERT INTO bodies_chairterm (body_id, person_id, office, side, period)
SELECT held.body, person + n, CASE turn WHEN 1 THEN 'chair' ELSE 'vice_chair' END,
    CASE WHEN (turn + y) % 2 = 0 THEN 'region' ELSE 'municipalities' END,
    daterange(make_date(y, 1, 1), make_date(y + 1, 1, 1))
FROM (
    SELECT mission.*, row_number() OVER (PARTITION BY mission.body ORDER BY n) AS turn
    FROM mission WHERE kind = 'ordinary'
) AS held, base,
generate_series(extract(year FROM current_date)::int - 3, extract(year FROM current_date)::int) AS y
WHERE turn <= 2;

INSERT INTO bodies_governingtext (id, collaboration_id, slug, kind, title, body_id)
SELECT text + b, here, 'uppdrag-' || b, 'assignment', 'Uppdrag för beredning ' || b, body + b
FROM base, generate_series(1, :bodies) AS b WHERE b % 25 > 0;

INSERT INTO bodies_textversion
    (text_id, number, stage, sections, feedback_months, adopted_on, valid_from, source)
SELECT text + b, v, CASE v WHEN 2 THEN 'draft' ELSE 'adopted' END,
    jsonb_build_array(
        jsonb_build_object('kind', 'goals', 'heading', 'Mål', 'text', repeat('- Ett tydligt mål för arbetet. ', 20)),
        jsonb_build_object('kind', 'functions', 'heading', 'Funktioner', 'text', repeat('Verksamhetschefer från varje huvudman. ', 20)),
        jsonb_build_object('kind', 'appointment', 'heading', 'Hur de utses', 'text', repeat('Var och en utser sina. ', 20)),
        jsonb_build_object('kind', 'feedback', 'heading', 'Återkoppling', 'text', CASE WHEN b % 30 = 0 THEN '' ELSE repeat('Två gånger om året. ', 20) END)
    ),
    6, date '2023-01-10', date '2023-01-10', 'protokollet'
FROM base, generate_series(1, :bodies) AS b, generate_series(1, 2) AS v WHERE b % 25 > 0;

INSERT INTO bodies_review (body_id, of, "on", note)
SELECT body + b, of, current_date - 30 * (b % 30) - 1, ''
FROM base, generate_series(1, :bodies) AS b, (VALUES ('assignment'), ('staffing')) AS kinds (of);

INSERT INTO bodies_parentage (child_id, parent_id, relation, period)
SELECT body + b, body + greatest(1, b / 12), 'under', '[2000-01-01,)'
FROM base, generate_series(2, :bodies) AS b;

INSERT INTO bodies_derivedseat (body_id, of_body_id, office, part, period, source)
SELECT body + greatest(1, b / 12), body + b, 'chair', 'seat', '[2000-01-01,)', ''
FROM base, generate_series(2, :bodies) AS b WHERE b % 10 = 0;

INSERT INTO bodies_succession (predecessor_id, heir_id, standing, source)
SELECT body + b, body + b - 1, 'assumed', '' FROM base, generate_series(1, :bodies) AS b
WHERE b % 80 = 0;

INSERT INTO principals_outsideactor
    (collaboration_id, slug, name, kind, principal_id, topics, contact, period, source)
SELECT here, 'kanal-' || p, 'Kanal ' || p, 'school_channel', principal + p, '', '', '[2000-01-01,)', ''
FROM base, generate_series(1, 200) AS p;

SELECT setval(pg_get_serial_sequence(name, 'id'), greatest(last, 1)) FROM (
    SELECT 'journal_collaboration' AS name, max(id) AS last FROM journal_collaboration
    UNION ALL SELECT 'principals_principal', max(id) FROM principals_principal
    UNION ALL SELECT 'people_person', max(id) FROM people_person
    UNION ALL SELECT 'bodies_body', max(id) FROM bodies_body
    UNION ALL SELECT 'bodies_governingtext', max(id) FROM bodies_governingtext
) AS filled;
