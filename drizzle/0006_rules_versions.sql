CREATE TABLE "rules_version" (
	"contest_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"hash" text NOT NULL,
	"by" text NOT NULL,
	"by_account" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rules_version_contest_id_version_pk" PRIMARY KEY("contest_id","version")
);
--> statement-breakpoint
ALTER TABLE "rules_version" ADD CONSTRAINT "rules_version_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules_version" ADD CONSTRAINT "rules_version_by_account_account_id_fk" FOREIGN KEY ("by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER rules_version_is_append_only BEFORE UPDATE OR DELETE ON "rules_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
