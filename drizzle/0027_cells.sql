ALTER TABLE "contestant" ADD COLUMN "code_name" text;--> statement-breakpoint
ALTER TABLE "contestant" ADD CONSTRAINT "contestant_code_name" UNIQUE("contest_id","code_name");