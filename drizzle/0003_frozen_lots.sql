CREATE TABLE "drawing" (
	"frozen_list_id" uuid PRIMARY KEY NOT NULL,
	"document" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "frozen_list" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"among" text,
	"list" jsonb NOT NULL,
	"commitment" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "drawing" ADD CONSTRAINT "drawing_frozen_list_id_frozen_list_id_fk" FOREIGN KEY ("frozen_list_id") REFERENCES "public"."frozen_list"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frozen_list" ADD CONSTRAINT "frozen_list_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "frozen_list_of_contest" ON "frozen_list" USING btree ("contest_id");--> statement-breakpoint
-- What was frozen and drawn is only ever added to.
CREATE TRIGGER frozen_list_is_append_only BEFORE UPDATE OR DELETE ON "frozen_list" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER drawing_is_append_only BEFORE UPDATE OR DELETE ON "drawing" FOR EACH ROW EXECUTE FUNCTION refuse_change();
