CREATE TABLE "interest" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"judge_id" uuid NOT NULL,
	"contestant_id" uuid,
	"unit_id" uuid,
	"reason" text NOT NULL,
	"declared_by" text NOT NULL,
	"declared_by_account" uuid NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	"withdrawn_by" text,
	"withdrawn_by_account" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "interest_about_one" CHECK (num_nonnulls("interest"."contestant_id", "interest"."unit_id") = 1),
	CONSTRAINT "interest_withdrawn_whole" CHECK (num_nonnulls("interest"."withdrawn_by", "interest"."withdrawn_by_account", "interest"."withdrawn_at", "interest"."withdrawn_reason") in (0, 4)),
	CONSTRAINT "interest_second_person" CHECK ("interest"."withdrawn_by_account" <> "interest"."declared_by_account")
);
--> statement-breakpoint
ALTER TABLE "judge" ADD COLUMN "limits" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "judge" ADD COLUMN "unit_id" uuid;--> statement-breakpoint
ALTER TABLE "interest" ADD CONSTRAINT "interest_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest" ADD CONSTRAINT "interest_judge_id_judge_id_fk" FOREIGN KEY ("judge_id") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest" ADD CONSTRAINT "interest_contestant_id_contestant_id_fk" FOREIGN KEY ("contestant_id") REFERENCES "public"."contestant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest" ADD CONSTRAINT "interest_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest" ADD CONSTRAINT "interest_declared_by_account_account_id_fk" FOREIGN KEY ("declared_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest" ADD CONSTRAINT "interest_withdrawn_by_account_account_id_fk" FOREIGN KEY ("withdrawn_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge" ADD CONSTRAINT "judge_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was declared stays; that it was taken back is added once.
CREATE FUNCTION guard_interest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  withdrawing text[] := '{withdrawn_by,withdrawn_by_account,withdrawn_at,withdrawn_reason}';
BEGIN
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL
    OR to_jsonb(NEW) - withdrawing IS DISTINCT FROM to_jsonb(OLD) - withdrawing THEN
    RAISE EXCEPTION 'interest % is taken back once and never changed', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER interest_is_guarded BEFORE UPDATE OR DELETE ON "interest" FOR EACH ROW EXECUTE FUNCTION guard_interest();
--> statement-breakpoint
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON "interest" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
