CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"takes_back" integer,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_account" uuid NOT NULL,
	"proposed_as" text[] NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"contest_version" bigint NOT NULL,
	"preview_hash" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"settled_by" text,
	"settled_by_account" uuid,
	"settled_at" timestamp with time zone,
	"settled_reason" text,
	CONSTRAINT "proposal_people" UNIQUE("id","contest_id","proposed_by_account","settled_by_account"),
	CONSTRAINT "proposal_settled_whole" CHECK (num_nonnulls("proposal"."settled_by", "proposal"."settled_by_account", "proposal"."settled_at") = case "proposal"."state" when 'open' then 0 else 3 end),
	CONSTRAINT "proposal_settled_why" CHECK (("proposal"."settled_reason" is not null) = ("proposal"."state" in ('rejected', 'withdrawn'))),
	CONSTRAINT "proposal_second_person" CHECK (case "proposal"."state" when 'open' then true when 'withdrawn' then "proposal"."settled_by_account" = "proposal"."proposed_by_account"
				else "proposal"."settled_by_account" <> "proposal"."proposed_by_account" end)
);
--> statement-breakpoint
ALTER TABLE "decision" DROP CONSTRAINT "decision_second_person";--> statement-breakpoint
ALTER TABLE "decision" ALTER COLUMN "by_account" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "decision" ALTER COLUMN "confirmed_by" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "decision" ALTER COLUMN "confirmed_by_account" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "proposal_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_proposed_by_account_account_id_fk" FOREIGN KEY ("proposed_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_settled_by_account_account_id_fk" FOREIGN KEY ("settled_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_of_its_proposal" FOREIGN KEY ("proposal_id","contest_id","by_account","confirmed_by_account") REFERENCES "public"."proposal"("id","contest_id","proposed_by_account","settled_by_account") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_one_of_a_proposal" UNIQUE("proposal_id");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_taken_back_once" UNIQUE("contest_id","takes_back");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_second_person" CHECK ("decision"."confirmed_by_account" <> "decision"."by_account");--> statement-breakpoint
-- A proposal is settled once; nothing else of it ever changes.
CREATE FUNCTION protect_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  settling text[] := '{state,settled_by,settled_by_account,settled_at,settled_reason}';
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'open' OR NEW.state = 'open'
    OR to_jsonb(NEW) - settling IS DISTINCT FROM to_jsonb(OLD) - settling THEN
    RAISE EXCEPTION 'proposal % is settled once and never changed', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER proposal_is_protected BEFORE UPDATE OR DELETE ON "proposal" FOR EACH ROW EXECUTE FUNCTION protect_proposal();
