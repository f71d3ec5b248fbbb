ALTER TABLE "scoresheet" ADD COLUMN "operation" uuid;--> statement-breakpoint
-- As before; saving a draft writes its operation too.
CREATE OR REPLACE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  saving text[] := '{version,marks,comments,saved_at,refused_at,operation}';
  signing text[] := '{locked_at,signed_by}';
  before scoresheet;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.signed_by IS NOT NULL OR (NEW.origin = 'screen' AND NEW.locked_at IS NOT NULL) THEN
      RAISE EXCEPTION 'score sheet % begins as a draft', NEW.id USING ERRCODE = '42501';
    END IF;
    IF NEW.revision = 1 AND NEW.reopened_by IS NULL THEN RETURN NEW; END IF;
    SELECT * INTO before FROM scoresheet s
      WHERE s.turn_id = NEW.turn_id AND s.judge_id = NEW.judge_id AND s.revision = NEW.revision - 1;
    IF before.closed_at IS NOT NULL AND (NEW.origin = 'paper' OR before.marks = NEW.marks AND before.comments = NEW.comments)
      AND NEW.reopened_by IS NOT DISTINCT FROM before.reopened_by AND NEW.reopen_reason IS NOT DISTINCT FROM before.reopen_reason THEN
      RETURN NEW;
    END IF;
    IF before.locked_at IS NULL OR NEW.origin = 'paper' OR before.marks <> NEW.marks OR before.comments <> NEW.comments
      OR NEW.reopen_reason IS NULL OR NOT has_proven(NEW.reopened_by) THEN
      RAISE EXCEPTION 'score sheet % is not one that was reopened', NEW.id USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'score sheet % is kept', OLD.id USING ERRCODE = '42501';
  END IF;
  IF OLD.locked_at IS NOT NULL OR OLD.closed_at IS NOT NULL THEN
    RAISE EXCEPTION 'score sheet % is locked', OLD.id USING ERRCODE = '42501';
  END IF;
  -- That another device was refused changes nothing of the draft.
  IF to_jsonb(NEW) - 'refused_at' = to_jsonb(OLD) - 'refused_at' AND NEW.refused_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  IF NEW.closed_at IS NOT NULL THEN
    IF to_jsonb(NEW) - 'closed_at' IS DISTINCT FROM to_jsonb(OLD) - 'closed_at' THEN
      RAISE EXCEPTION 'score sheet % is closed as it is', OLD.id USING ERRCODE = '42501';
    END IF;
  ELSIF NEW.locked_at IS NULL THEN
    IF NEW.version <= OLD.version OR to_jsonb(NEW) - saving IS DISTINCT FROM to_jsonb(OLD) - saving THEN
      RAISE EXCEPTION 'score sheet % keeps its place', OLD.id USING ERRCODE = '42501';
    END IF;
  ELSIF NEW.signed_by IS NULL OR NOT has_proven(NEW.signed_by)
    OR to_jsonb(NEW) - signing IS DISTINCT FROM to_jsonb(OLD) - signing
    OR (NEW.reopen_reason IS NOT NULL AND NEW.reopened_by IS NULL) THEN
    RAISE EXCEPTION 'score sheet % is not signed', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
