"""What was told of whom a matter concerns is followed by what is told later, never changed."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER concern_is_never_changed BEFORE UPDATE OR DELETE ON dispatches_concern
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER concerns_are_never_emptied BEFORE TRUNCATE ON dispatches_concern
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""
BACKWARD = """
DROP TRIGGER concerns_are_never_emptied ON dispatches_concern;
DROP TRIGGER concern_is_never_changed ON dispatches_concern;
"""


class Migration(migrations.Migration):
    dependencies = [("dispatches", "0011_addressees"), ("journal", "0002_append_only")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
