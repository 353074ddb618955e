"""Approved minutes, and the points of their meeting, never change."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER minutes_are_never_changed BEFORE UPDATE OR DELETE ON meetings_minutes
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_are_never_emptied BEFORE TRUNCATE ON meetings_minutes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_after_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        -- Both: a point may neither come to an approved meeting nor be moved away from one.
        SELECT FROM meetings_minutes WHERE meeting_id IN (OLD.meeting_id, NEW.meeting_id)
    ) THEN
        RAISE EXCEPTION 'the minutes of this meeting are approved: % is refused', TG_OP
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER point_is_not_changed_after_approval
    BEFORE INSERT OR UPDATE OR DELETE ON meetings_item
    FOR EACH ROW EXECUTE FUNCTION refuse_change_after_approval();
CREATE TRIGGER attendance_is_not_changed_after_approval
    BEFORE INSERT OR UPDATE OR DELETE ON meetings_attendance
    FOR EACH ROW EXECUTE FUNCTION refuse_change_after_approval();

CREATE FUNCTION refuse_clauses_after_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM meetings_item JOIN meetings_minutes USING (meeting_id)
        WHERE clauses_id IN (OLD.clause_list_id, NEW.clause_list_id)
    ) THEN
        RAISE EXCEPTION 'the minutes with these clauses are approved: % is refused', TG_OP
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER clause_is_not_changed_after_approval
    BEFORE INSERT OR UPDATE OR DELETE ON documents_clause
    FOR EACH ROW EXECUTE FUNCTION refuse_clauses_after_approval();
CREATE TRIGGER annex_is_not_changed_after_approval
    BEFORE INSERT OR UPDATE OR DELETE ON documents_annex
    FOR EACH ROW EXECUTE FUNCTION refuse_clauses_after_approval();
"""
BACKWARD = """
DROP TRIGGER annex_is_not_changed_after_approval ON documents_annex;
DROP TRIGGER clause_is_not_changed_after_approval ON documents_clause;
DROP FUNCTION refuse_clauses_after_approval();
DROP TRIGGER attendance_is_not_changed_after_approval ON meetings_attendance;
DROP TRIGGER point_is_not_changed_after_approval ON meetings_item;
DROP FUNCTION refuse_change_after_approval();
DROP TRIGGER minutes_are_never_emptied ON meetings_minutes;
DROP TRIGGER minutes_are_never_changed ON meetings_minutes;
"""


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial"), ("journal", "0002_append_only")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
