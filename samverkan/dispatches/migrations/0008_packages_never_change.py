"""A package that is made, its files, and the first fetch are what they were; nobody changes them."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER made_package_is_never_changed BEFORE UPDATE OR DELETE ON dispatches_package
    FOR EACH ROW WHEN (OLD.made_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER packages_are_never_emptied BEFORE TRUNCATE ON dispatches_package
    FOR EACH STATEMENT WHEN (true) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER package_file_is_never_changed BEFORE UPDATE OR DELETE ON dispatches_packagefile
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER package_files_are_never_emptied BEFORE TRUNCATE ON dispatches_packagefile
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fetch_is_never_changed BEFORE UPDATE OR DELETE ON dispatches_fetch
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fetches_are_never_emptied BEFORE TRUNCATE ON dispatches_fetch
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""
BACKWARD = """
DROP TRIGGER fetches_are_never_emptied ON dispatches_fetch;
DROP TRIGGER fetch_is_never_changed ON dispatches_fetch;
DROP TRIGGER package_files_are_never_emptied ON dispatches_packagefile;
DROP TRIGGER package_file_is_never_changed ON dispatches_packagefile;
DROP TRIGGER packages_are_never_emptied ON dispatches_package;
DROP TRIGGER made_package_is_never_changed ON dispatches_package;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("dispatches", "0007_packages_and_receptions"),
        ("journal", "0002_append_only"),
    ]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
