"""An adopted routine never changes, a case keeps its own, and exits are only added to."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER routine_in_use_is_never_changed BEFORE UPDATE OR DELETE ON cases_routineversion
    FOR EACH ROW WHEN (OLD.stage <> 'draft') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_keeps_its_routine BEFORE UPDATE OF routine_id ON cases_case
    FOR EACH ROW WHEN (OLD.routine_id IS DISTINCT FROM NEW.routine_id)
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER exit_is_never_changed BEFORE UPDATE OR DELETE ON cases_caseexit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER return_is_never_changed BEFORE UPDATE OR DELETE ON cases_casereturn
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""
BACKWARD = """
DROP TRIGGER return_is_never_changed ON cases_casereturn;
DROP TRIGGER exit_is_never_changed ON cases_caseexit;
DROP TRIGGER case_keeps_its_routine ON cases_case;
DROP TRIGGER routine_in_use_is_never_changed ON cases_routineversion;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_routine_and_exits"), ("journal", "0002_append_only")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
