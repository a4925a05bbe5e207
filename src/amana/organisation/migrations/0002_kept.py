"""Dated rows are kept; no body is its own ancestor."""

from django.db import migrations

from amana.ground.constraints import dated_triggers

ANCESTRY = """
CREATE FUNCTION amana_no_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF upper_inf(NEW.recorded) AND EXISTS (
    WITH RECURSIVE above(body, during) AS (
      SELECT NEW.parent_id, NEW.during
      UNION
      SELECT p.parent_id, above.during * p.during
      FROM above JOIN organisation_placement p ON p.body_id = above.body
      WHERE upper_inf(p.recorded) AND p.during && above.during
    )
    SELECT 1 FROM above WHERE body = NEW.body_id AND NOT isempty(during)
  ) THEN
    RAISE EXCEPTION 'a body cannot stand under itself'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'no_body_is_its_own_ancestor';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_body_is_its_own_ancestor BEFORE INSERT OR UPDATE ON organisation_placement
  FOR EACH ROW EXECUTE FUNCTION amana_no_circle();
"""

TABLES = (
    "organisation_application", "organisation_attestation", "organisation_bodyname",
    "organisation_establishment", "organisation_membership", "organisation_personname",
    "organisation_placement", "organisation_post", "organisation_question", "organisation_rule",
    "organisation_seat", "organisation_statename", "organisation_statusevent",
    "organisation_suspension", "organisation_term",
)


class Migration(migrations.Migration):
    dependencies = [("organisation", "0001_initial"), ("ground", "0001_initial")]
    operations = [
        migrations.RunSQL(ANCESTRY, "DROP FUNCTION amana_no_circle() CASCADE;"),
        dated_triggers(*TABLES),
    ]
