"""A wrong answer is corrected by a new one; the database refuses anything else."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER answer_is_never_changed BEFORE UPDATE OR DELETE ON dispatches_answer
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER answers_are_never_emptied BEFORE TRUNCATE ON dispatches_answer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""
BACKWARD = """
DROP TRIGGER answers_are_never_emptied ON dispatches_answer;
DROP TRIGGER answer_is_never_changed ON dispatches_answer;
"""


class Migration(migrations.Migration):
    dependencies = [("dispatches", "0002_initial"), ("journal", "0002_append_only")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
