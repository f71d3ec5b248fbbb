CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"link_hash" text,
	"link_made_at" timestamp with time zone,
	CONSTRAINT "contact_unit_id_unique" UNIQUE("unit_id"),
	CONSTRAINT "contact_link_hash_unique" UNIQUE("link_hash")
);
--> statement-breakpoint
CREATE TABLE "registration" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"is_reserve" boolean DEFAULT false NOT NULL,
	"full_name" text NOT NULL,
	"gender" text,
	"birth_date" date,
	"position" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"category" text,
	"route" text DEFAULT 'direct' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"returned_reason" text DEFAULT '' NOT NULL,
	"contestant_id" uuid,
	"in_place_of_id" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	CONSTRAINT "registration_in_place_of_id_unique" UNIQUE("in_place_of_id"),
	CONSTRAINT "registration_contestant_when_approved" CHECK ("registration"."contestant_id" is null or "registration"."state" = 'approved'),
	CONSTRAINT "registration_official_is_contestant" CHECK ("registration"."state" <> 'approved' or "registration"."is_reserve" or "registration"."contestant_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "registration_terms" (
	"contest_id" uuid PRIMARY KEY NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"reserves" integer DEFAULT 0 NOT NULL,
	"questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session" DROP CONSTRAINT "session_one_holder";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "valid_until" date;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_contestant_id_contestant_id_fk" FOREIGN KEY ("contestant_id") REFERENCES "public"."contestant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_in_place_of_id_contestant_id_fk" FOREIGN KEY ("in_place_of_id") REFERENCES "public"."contestant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_terms" ADD CONSTRAINT "registration_terms_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_contest" ON "contact" USING btree ("contest_id");--> statement-breakpoint
CREATE INDEX "registration_contestant" ON "registration" USING btree ("contestant_id");--> statement-breakpoint
CREATE INDEX "registration_contest" ON "registration" USING btree ("contest_id");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_contact" ON "session" USING btree ("contact_id");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_one_holder" CHECK (num_nonnulls("session"."account_id", "session"."slip_id", "session"."contact_id") = 1);