"""Dated rows are kept; the log of a floor, the records of a session and numbered letters are
append-only."""

from django.db import migrations

from amana.ground.constraints import dated_triggers

DATED = (
    "accreditation", "condition", "convening", "correspondence", "credential", "deadline", "duty",
    "itemdocument", "itemrecord", "meetingtime", "participantslist", "recommendation", "ruling",
    "seating", "seatmoved", "standing", "statement",
)  # fmt: skip
RECORDS = ("conferences_correction", "conferences_recordrelease", "conferences_journalissue")
KEEP_LOG = """
CREATE FUNCTION amana_keep_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log of a floor is append-only: % refused', TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER entry_is_kept BEFORE UPDATE OR DELETE ON conferences_entry
  FOR EACH ROW EXECUTE FUNCTION amana_keep_entry();
CREATE TRIGGER log_is_kept BEFORE TRUNCATE ON conferences_entry
  FOR EACH STATEMENT EXECUTE FUNCTION amana_keep_entry();
"""
DROP_LOG = """
DROP TRIGGER entry_is_kept ON conferences_entry;
DROP TRIGGER log_is_kept ON conferences_entry;
DROP FUNCTION amana_keep_entry();
"""
KEEP_RECORDS = """
CREATE FUNCTION amana_keep_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'records of a session are append-only: % of % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
""" + "\n".join(
    f"CREATE TRIGGER {table}_is_kept BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION amana_keep_record();\n"
    f"CREATE TRIGGER {table}_is_whole BEFORE TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION amana_keep_record();"
    for table in RECORDS
)
DROP_RECORDS = (
    "\n".join(
        f"DROP TRIGGER {table}_is_kept ON {table}; DROP TRIGGER {table}_is_whole ON {table};"
        for table in RECORDS
    )
    + "\nDROP FUNCTION amana_keep_record();"
)
KEEP_LETTERS = """
CREATE FUNCTION amana_keep_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD.year, OLD.exercise, OLD.number, OLD.session_id, OLD.delegation_id,
     OLD.language, OLD.addressee, OLD.dated, OLD.paragraphs) IS DISTINCT FROM
     (NEW.year, NEW.exercise, NEW.number, NEW.session_id, NEW.delegation_id,
     NEW.language, NEW.addressee, NEW.dated, NEW.paragraphs) THEN
    RAISE EXCEPTION 'a numbered letter is kept: % refused', TG_OP
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conferences_letter_is_kept BEFORE UPDATE OR DELETE ON conferences_letter
  FOR EACH ROW EXECUTE FUNCTION amana_keep_letter();
"""
DROP_LETTERS = """
DROP TRIGGER conferences_letter_is_kept ON conferences_letter;
DROP FUNCTION amana_keep_letter();
"""


class Migration(migrations.Migration):
    dependencies = [("conferences", "0005_from_invitation_to_record")]
    operations = [
        dated_triggers(*(f"conferences_{name}" for name in DATED)),
        migrations.RunSQL(KEEP_LOG, DROP_LOG),
        migrations.RunSQL(KEEP_RECORDS, DROP_RECORDS),
        migrations.RunSQL(KEEP_LETTERS, DROP_LETTERS),
    ]
