"""A digest that has been sent reads the same for ever."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER sent_digest_is_never_changed BEFORE UPDATE OR DELETE ON meetings_digest
    FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
"""
BACKWARD = "DROP TRIGGER sent_digest_is_never_changed ON meetings_digest;"


class Migration(migrations.Migration):
    dependencies = [("meetings", "0005_digests"), ("journal", "0002_append_only")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
