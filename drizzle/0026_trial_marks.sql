CREATE TABLE "calibration" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"part_code" text NOT NULL,
	"title" text NOT NULL,
	"sample" text NOT NULL,
	"set_by" text NOT NULL,
	"set_by_account" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"closed_by_account" uuid,
	CONSTRAINT "calibration_closed_whole" CHECK (num_nonnulls("calibration"."closed_by", "calibration"."closed_by_account") in (0, case when "calibration"."closed_at" is null then 0 else 2 end))
);
--> statement-breakpoint
CREATE TABLE "calibration_sheet" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"calibration_id" uuid NOT NULL,
	"judge_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"operation" uuid,
	"marks" jsonb NOT NULL,
	"comments" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"locked_at" timestamp with time zone,
	"signed_by" uuid,
	CONSTRAINT "calibration_sheet_calibration_id_judge_id_unique" UNIQUE("calibration_id","judge_id"),
	CONSTRAINT "calibration_sheet_signed" CHECK (num_nonnulls("calibration_sheet"."locked_at", "calibration_sheet"."signed_by") in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "contestant" ADD COLUMN "listed_session" text;--> statement-breakpoint
ALTER TABLE "calibration" ADD CONSTRAINT "calibration_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration" ADD CONSTRAINT "calibration_set_by_account_account_id_fk" FOREIGN KEY ("set_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration" ADD CONSTRAINT "calibration_closed_by_account_account_id_fk" FOREIGN KEY ("closed_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_sheet" ADD CONSTRAINT "calibration_sheet_calibration_id_calibration_id_fk" FOREIGN KEY ("calibration_id") REFERENCES "public"."calibration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_sheet" ADD CONSTRAINT "calibration_sheet_judge_id_judge_id_fk" FOREIGN KEY ("judge_id") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_sheet" ADD CONSTRAINT "calibration_sheet_signed_by_signing_pin_account_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."signing_pin"("account_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- What was set stays; that it was closed is added once.
CREATE FUNCTION guard_calibration() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closing text[] := '{closed_at,closed_by,closed_by_account}';
BEGIN
  IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL
    OR to_jsonb(NEW) - closing IS DISTINCT FROM to_jsonb(OLD) - closing THEN
    RAISE EXCEPTION 'calibration % is closed once and never changed', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER calibration_is_guarded BEFORE UPDATE OR DELETE ON "calibration" FOR EACH ROW EXECUTE FUNCTION guard_calibration();
--> statement-breakpoint
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON "calibration" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A sheet stays its judge's; once submitted it never changes, and after the trial was closed nothing is written: whoever closes it waits for whoever saves.
CREATE FUNCTION guard_calibration_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'trial sheet % is kept', OLD.id USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.locked_at IS NOT NULL OR
    (NEW.id, NEW.calibration_id, NEW.judge_id) IS DISTINCT FROM (OLD.id, OLD.calibration_id, OLD.judge_id)) THEN
    RAISE EXCEPTION 'trial sheet % is submitted, or of another judge', OLD.id USING ERRCODE = '42501';
  END IF;
  PERFORM FROM calibration WHERE id = NEW.calibration_id AND closed_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'trial % is closed', NEW.calibration_id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER calibration_sheet_is_guarded BEFORE INSERT OR UPDATE OR DELETE ON "calibration_sheet" FOR EACH ROW EXECUTE FUNCTION guard_calibration_sheet();
--> statement-breakpoint
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON "calibration_sheet" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
