-- Answers, events and publications are only ever added.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
--> statement-breakpoint
CREATE TRIGGER answer_is_append_only BEFORE UPDATE OR DELETE ON "answer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER contest_event_is_append_only BEFORE UPDATE OR DELETE ON "contest_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER publication_is_append_only BEFORE UPDATE OR DELETE ON "publication" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER draw_is_append_only BEFORE UPDATE OR DELETE ON "draw" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A locked revision of a score sheet never changes; reopening adds the next revision.
CREATE FUNCTION protect_locked_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.locked_at IS NOT NULL THEN
    RAISE EXCEPTION 'score sheet % is locked', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER locked_sheet_is_protected BEFORE UPDATE OR DELETE ON "scoresheet" FOR EACH ROW EXECUTE FUNCTION protect_locked_sheet();
--> statement-breakpoint
ALTER TABLE "contestant" ADD CONSTRAINT "contestant_name_is_nfc" CHECK (full_name IS NFC NORMALIZED);
--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_name_is_nfc" CHECK (name IS NFC NORMALIZED);
--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_entered_with_reason" CHECK ((entered_by IS NULL) = (reason IS NULL));
