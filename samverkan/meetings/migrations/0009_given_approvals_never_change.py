"""A given approval, a draft's text, comments and corrections never change; voices are locked."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION refuse_change_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
        OR OLD.ended_at IS NOT NULL
        OR (OLD.meeting_id, OLD.number, OLD.content, OLD.sha256, OLD.sent_at)
            IS DISTINCT FROM (NEW.meeting_id, NEW.number, NEW.content, NEW.sha256, NEW.sent_at)
    THEN
        RAISE EXCEPTION 'a draft that was sent never changes: % is refused', TG_OP
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER draft_is_never_changed BEFORE UPDATE OR DELETE ON meetings_minutesdraft
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_draft();

CREATE FUNCTION refuse_change_of_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.approved_at IS NOT NULL THEN
        RAISE EXCEPTION 'an approval that was given never changes: % is refused', TG_OP
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER approval_is_never_changed BEFORE UPDATE OR DELETE ON meetings_minutesapproval
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approval();

CREATE TRIGGER comment_is_never_changed BEFORE UPDATE OR DELETE ON meetings_minutescomment
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER correction_is_never_changed BEFORE UPDATE OR DELETE ON meetings_minutescorrection
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER correction_is_never_emptied BEFORE TRUNCATE ON meetings_minutescorrection
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_note_after_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM meetings_item JOIN meetings_minutes USING (meeting_id)
        WHERE meetings_item.id IN (OLD.item_id, NEW.item_id)
    ) THEN
        RAISE EXCEPTION 'the minutes with this note are approved: % is refused', TG_OP
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER voice_is_not_changed_after_approval
    BEFORE INSERT OR UPDATE OR DELETE ON meetings_voice
    FOR EACH ROW EXECUTE FUNCTION refuse_note_after_approval();
CREATE TRIGGER task_is_not_ordered_after_approval
    BEFORE INSERT OR DELETE ON meetings_task
    FOR EACH ROW EXECUTE FUNCTION refuse_note_after_approval();
CREATE TRIGGER task_is_not_changed_after_approval
    BEFORE UPDATE ON meetings_task FOR EACH ROW
    WHEN ((OLD.item_id, OLD.what, OLD.whom, OLD.due_words, OLD.is_in_the_note)
        IS DISTINCT FROM (NEW.item_id, NEW.what, NEW.whom, NEW.due_words, NEW.is_in_the_note))
    EXECUTE FUNCTION refuse_note_after_approval();
"""
BACKWARD = """
DROP TRIGGER task_is_not_changed_after_approval ON meetings_task;
DROP TRIGGER task_is_not_ordered_after_approval ON meetings_task;
DROP TRIGGER voice_is_not_changed_after_approval ON meetings_voice;
DROP FUNCTION refuse_note_after_approval();
DROP TRIGGER correction_is_never_emptied ON meetings_minutescorrection;
DROP TRIGGER correction_is_never_changed ON meetings_minutescorrection;
DROP TRIGGER comment_is_never_changed ON meetings_minutescomment;
DROP TRIGGER approval_is_never_changed ON meetings_minutesapproval;
DROP FUNCTION refuse_change_of_approval();
DROP TRIGGER draft_is_never_changed ON meetings_minutesdraft;
DROP FUNCTION refuse_change_of_draft();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0008_approval_in_drafts"),
        ("journal", "0002_append_only"),
    ]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
