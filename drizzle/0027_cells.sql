ALTER TABLE "contact" DROP CONSTRAINT "contact_unit_id_unique";--> statement-breakpoint
ALTER TABLE "contest" ADD COLUMN "code_names_in_hall" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contestant" ADD COLUMN "code_name" text;--> statement-breakpoint
CREATE INDEX "contact_unit" ON "contact" USING btree ("unit_id");--> statement-breakpoint
ALTER TABLE "contestant" ADD CONSTRAINT "contestant_code_name" UNIQUE("contest_id","code_name");