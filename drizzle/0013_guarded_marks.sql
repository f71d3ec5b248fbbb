ALTER TABLE "signing_pin" ADD COLUMN "proved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contest" ADD COLUMN "log_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contest" ADD COLUMN "log_hash" text DEFAULT repeat('0', 64) NOT NULL;--> statement-breakpoint
ALTER TABLE "scoresheet" ADD COLUMN "signed_by" uuid;--> statement-breakpoint
ALTER TABLE "scoresheet" ADD COLUMN "reopened_by" uuid;--> statement-breakpoint
ALTER TABLE "scoresheet" ADD CONSTRAINT "scoresheet_signed_by_signing_pin_account_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."signing_pin"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoresheet" ADD CONSTRAINT "scoresheet_reopened_by_signing_pin_account_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."signing_pin"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "scoresheet_one_open" ON "scoresheet" USING btree ("turn_id","judge_id") WHERE locked_at is null;--> statement-breakpoint
ALTER TABLE "scoresheet" ADD CONSTRAINT "scoresheet_reopened_why" CHECK (("scoresheet"."revision" > 1) = ("scoresheet"."reopen_reason" is not null));--> statement-breakpoint
ALTER TABLE "scoresheet" ADD CONSTRAINT "scoresheet_second_person" CHECK ("scoresheet"."reopened_by" <> "scoresheet"."signed_by");--> statement-breakpoint
UPDATE "contest" c SET log_count = e.sequence, log_hash = e.hash
FROM (SELECT DISTINCT ON (contest_id) contest_id, sequence, hash FROM "contest_event" ORDER BY contest_id, sequence DESC) e
WHERE e.contest_id = c.id;
--> statement-breakpoint
-- Whoever signs or reopens has just given the right PIN.
CREATE FUNCTION has_proven(account uuid) RETURNS boolean LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM "signing_pin" p WHERE p.account_id = account AND p.proved_at > clock_timestamp() - interval '1 minute')
$$;
--> statement-breakpoint
-- A sheet begins as a draft, the next revision with what was locked; what is signed is what was stored; a locked one never changes.
CREATE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  saving text[] := '{version,marks,comments,saved_at}';
  signing text[] := '{locked_at,signed_by}';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.locked_at IS NOT NULL OR NEW.signed_by IS NOT NULL THEN
      RAISE EXCEPTION 'score sheet % begins as a draft', NEW.id USING ERRCODE = '42501';
    END IF;
    IF NEW.revision = 1 AND NEW.reopened_by IS NULL THEN RETURN NEW; END IF;
    IF NOT has_proven(NEW.reopened_by) OR NOT EXISTS (
      SELECT FROM "scoresheet" s WHERE s.turn_id = NEW.turn_id AND s.judge_id = NEW.judge_id AND s.revision = NEW.revision - 1
        AND s.locked_at IS NOT NULL AND s.marks = NEW.marks AND s.comments = NEW.comments
    ) THEN
      RAISE EXCEPTION 'score sheet % is not one that was reopened', NEW.id USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'score sheet % is kept', OLD.id USING ERRCODE = '42501';
  END IF;
  IF OLD.locked_at IS NOT NULL THEN
    RAISE EXCEPTION 'score sheet % is locked', OLD.id USING ERRCODE = '42501';
  END IF;
  IF NEW.locked_at IS NULL THEN
    IF NEW.version <= OLD.version OR to_jsonb(NEW) - saving IS DISTINCT FROM to_jsonb(OLD) - saving THEN
      RAISE EXCEPTION 'score sheet % keeps its place', OLD.id USING ERRCODE = '42501';
    END IF;
  ELSIF NEW.signed_by IS NULL OR NOT has_proven(NEW.signed_by)
    OR to_jsonb(NEW) - signing IS DISTINCT FROM to_jsonb(OLD) - signing
    OR (NEW.revision > 1 AND NEW.reopened_by IS NULL) THEN
    RAISE EXCEPTION 'score sheet % is not signed', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER locked_sheet_is_protected ON "scoresheet";
--> statement-breakpoint
DROP FUNCTION protect_locked_sheet();
--> statement-breakpoint
CREATE TRIGGER sheet_is_guarded BEFORE INSERT OR UPDATE OR DELETE ON "scoresheet" FOR EACH ROW EXECUTE FUNCTION guard_sheet();
--> statement-breakpoint
-- What may not be changed row by row is not emptied at once either.
DO $$
DECLARE
  kept text;
BEGIN
  FOR kept IN SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
    WHERE proname IN ('refuse_change', 'guard_sheet', 'protect_proposal') AND NOT tgisinternal
  LOOP
    EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;
