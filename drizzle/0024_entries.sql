CREATE TABLE "entry_choice" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"version_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	"chosen_by" text NOT NULL,
	"chosen_by_account" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_request" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"part_code" text NOT NULL,
	"title" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"kinds" text[] NOT NULL,
	"most_bytes" bigint NOT NULL,
	"due_at" timestamp with time zone,
	"late" text NOT NULL,
	"is_anonymous" boolean NOT NULL,
	"mark_by" timestamp with time zone,
	CONSTRAINT "entry_request_contest_id_title_unique" UNIQUE("contest_id","title"),
	CONSTRAINT "entry_request_kinds" CHECK (cardinality("entry_request"."kinds") > 0),
	CONSTRAINT "entry_request_size" CHECK ("entry_request"."most_bytes" > 0)
);
--> statement-breakpoint
CREATE TABLE "entry_version" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"contestant_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"file_id" uuid NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	"handed_in_by" text NOT NULL,
	"handed_in_by_account" uuid,
	"is_late" boolean NOT NULL,
	CONSTRAINT "entry_version_request_id_contestant_id_number_unique" UNIQUE("request_id","contestant_id","number")
);
--> statement-breakpoint
ALTER TABLE "entry_choice" ADD CONSTRAINT "entry_choice_version_id_entry_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."entry_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_choice" ADD CONSTRAINT "entry_choice_chosen_by_account_account_id_fk" FOREIGN KEY ("chosen_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_request" ADD CONSTRAINT "entry_request_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_version" ADD CONSTRAINT "entry_version_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_version" ADD CONSTRAINT "entry_version_request_id_entry_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."entry_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_version" ADD CONSTRAINT "entry_version_contestant_id_contestant_id_fk" FOREIGN KEY ("contestant_id") REFERENCES "public"."contestant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_version" ADD CONSTRAINT "entry_version_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_version" ADD CONSTRAINT "entry_version_handed_in_by_account_account_id_fk" FOREIGN KEY ("handed_in_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_choice_version" ON "entry_choice" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "entry_version_contest" ON "entry_version" USING btree ("contest_id");--> statement-breakpoint
CREATE TRIGGER entry_version_is_append_only BEFORE UPDATE OR DELETE ON "entry_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER entry_choice_is_append_only BEFORE UPDATE OR DELETE ON "entry_choice" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON "entry_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON "entry_choice" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
