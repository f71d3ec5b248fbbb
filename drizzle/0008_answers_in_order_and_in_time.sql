CREATE TABLE "quarantined_answer" (
	"operation" uuid PRIMARY KEY NOT NULL,
	"contest_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"contestant_id" uuid NOT NULL,
	"choice" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"used_ms" integer NOT NULL,
	"why" text NOT NULL,
	"put_aside_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contestant" ADD COLUMN "joined_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contestant" ADD COLUMN "device_epoch" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contestant" ADD COLUMN "extra_percent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "epoch" integer;--> statement-breakpoint
ALTER TABLE "answer" ADD COLUMN "epoch" integer;--> statement-breakpoint
ALTER TABLE "answer" ADD COLUMN "counter" integer;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "extra_percent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "joining" text DEFAULT 'any-time' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "joining_closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "round_question" ADD COLUMN "extra_percent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "round_question" ADD COLUMN "counts_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "quarantined_answer" ADD CONSTRAINT "quarantined_answer_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantined_answer" ADD CONSTRAINT "quarantined_answer_question_id_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantined_answer" ADD CONSTRAINT "quarantined_answer_contestant_id_contestant_id_fk" FOREIGN KEY ("contestant_id") REFERENCES "public"."contestant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quarantined_answer_of_question" ON "quarantined_answer" USING btree ("round_id","question_id","contestant_id");--> statement-breakpoint
-- Answers put aside are only ever added; what becomes of them is a decision.
CREATE TRIGGER quarantined_answer_is_append_only BEFORE UPDATE OR DELETE ON "quarantined_answer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_of_whole_device" CHECK ((epoch IS NULL) = (counter IS NULL));
--> statement-breakpoint
ALTER TABLE "contestant" ADD CONSTRAINT "contestant_extra_time" CHECK (extra_percent BETWEEN 0 AND 200);
