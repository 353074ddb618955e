-- What a row begins with where a table has a column that the filling does not name: nothing, in
-- the column's own type. A new column needs no line in the filling until it is measured.

DO $$
DECLARE
    one record;
BEGIN
    FOR one IN
        SELECT table_name, column_name, data_type, udt_name
        FROM information_schema.columns
        WHERE table_schema = 'public' AND is_nullable = 'NO' AND column_default IS NULL
            AND is_identity = 'NO' AND table_name ~ '^(bodies|cases|dispatches|documents|meetings|people|principals)_'
    LOOP
        EXECUTE CASE
            WHEN one.data_type IN ('character varying', 'text') THEN
                format('ALTER TABLE %I ALTER %I SET DEFAULT %L', one.table_name, one.column_name, '')
            WHEN one.data_type = 'boolean' THEN
                format('ALTER TABLE %I ALTER %I SET DEFAULT false', one.table_name, one.column_name)
            WHEN one.data_type = 'jsonb' THEN
                format('ALTER TABLE %I ALTER %I SET DEFAULT %L', one.table_name, one.column_name, '[]')
            WHEN one.data_type = 'ARRAY' THEN
                format('ALTER TABLE %I ALTER %I SET DEFAULT %L', one.table_name, one.column_name, '{}')
            WHEN one.data_type = 'uuid' THEN
                format('ALTER TABLE %I ALTER %I SET DEFAULT gen_random_uuid()', one.table_name, one.column_name)
            WHEN one.data_type IN ('smallint', 'integer') THEN
                format('ALTER TABLE %I ALTER %I SET DEFAULT 0', one.table_name, one.column_name)
            ELSE 'SELECT 1'
        END;
    END LOOP;
END $$;
