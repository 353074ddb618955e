"""A version of a governing document that has been adopted, or proposed, never changes."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER adopted_text_is_never_changed BEFORE UPDATE OR DELETE ON bodies_textversion
    FOR EACH ROW WHEN (OLD.stage <> 'draft') EXECUTE FUNCTION refuse_change();
"""
BACKWARD = "DROP TRIGGER adopted_text_is_never_changed ON bodies_textversion;"


class Migration(migrations.Migration):
    dependencies = [("bodies", "0003_structure_in_full"), ("journal", "0002_append_only")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
