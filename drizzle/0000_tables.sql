CREATE TABLE "account" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"login" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"is_founder" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_login_unique" UNIQUE("login")
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answer_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"contest_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"contestant_id" uuid NOT NULL,
	"operation" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"choice" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"used_ms" integer NOT NULL,
	"entered_by" uuid,
	"reason" text,
	CONSTRAINT "answer_operation_unique" UNIQUE("operation"),
	CONSTRAINT "answer_ordinal" UNIQUE("round_id","question_id","contestant_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "contest" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"organiser" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"held_on" date NOT NULL,
	"join_code" text NOT NULL,
	"is_rehearsal" boolean DEFAULT false NOT NULL,
	"rules" jsonb NOT NULL,
	"rules_version" integer DEFAULT 1 NOT NULL,
	"hall" jsonb NOT NULL,
	"standings_shown" boolean DEFAULT false NOT NULL,
	"published_at" timestamp with time zone,
	"version" bigint DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contest_join_code_unique" UNIQUE("join_code")
);
--> statement-breakpoint
CREATE TABLE "contest_event" (
	"contest_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"at" text NOT NULL,
	"actor" jsonb NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "contest_event_contest_id_sequence_pk" PRIMARY KEY("contest_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "contestant" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"number" text NOT NULL,
	"full_name" text NOT NULL,
	"family_name" text NOT NULL,
	"middle_name" text NOT NULL,
	"given_name" text NOT NULL,
	"gender" text,
	"birth_date" date,
	"unit_id" uuid NOT NULL,
	"position" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'competing' NOT NULL,
	"checked_in_at" timestamp with time zone,
	CONSTRAINT "contestant_contest_id_number_unique" UNIQUE("contest_id","number")
);
--> statement-breakpoint
CREATE TABLE "draw" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"seed" text NOT NULL,
	"list_hash" text NOT NULL,
	"list" jsonb NOT NULL,
	"outcome" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"secret_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "judge" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"code" text NOT NULL,
	"full_name" text NOT NULL,
	"role" text NOT NULL,
	"position" text DEFAULT '' NOT NULL,
	"account_id" uuid,
	CONSTRAINT "judge_contest_id_code_unique" UNIQUE("contest_id","code"),
	CONSTRAINT "judge_contest_id_account_id_unique" UNIQUE("contest_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"contest_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_contest_id_account_id_role_pk" PRIMARY KEY("contest_id","account_id","role")
);
--> statement-breakpoint
CREATE TABLE "outcome" (
	"round_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"contestant_id" uuid NOT NULL,
	"answer_sequence" bigint,
	"is_right" boolean NOT NULL,
	"points" integer NOT NULL,
	"used_ms" integer NOT NULL,
	CONSTRAINT "outcome_round_id_question_id_contestant_id_pk" PRIMARY KEY("round_id","question_id","contestant_id")
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"document" jsonb NOT NULL,
	"hash" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"code" text NOT NULL,
	"topic" text DEFAULT '' NOT NULL,
	"difficulty" integer DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"options" jsonb NOT NULL,
	"seconds" integer NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	CONSTRAINT "question_contest_id_code_unique" UNIQUE("contest_id","code")
);
--> statement-breakpoint
CREATE TABLE "question_key" (
	"question_id" uuid PRIMARY KEY NOT NULL,
	"key" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"part_code" text NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	"phase" text DEFAULT 'planned' NOT NULL,
	"question_index" integer DEFAULT -1 NOT NULL,
	"deadline_at" timestamp with time zone,
	"remaining_ms" integer,
	"allowed_ms" integer DEFAULT 0 NOT NULL,
	"grace_ms" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_question" (
	"round_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"is_accepting" boolean DEFAULT false NOT NULL,
	"may_change" boolean NOT NULL,
	"deadline_at" timestamp with time zone,
	"allowed_ms" integer DEFAULT 0 NOT NULL,
	"grace_ms" integer NOT NULL,
	"sealed_at" timestamp with time zone,
	"revealed_at" timestamp with time zone,
	CONSTRAINT "round_question_round_id_question_id_pk" PRIMARY KEY("round_id","question_id"),
	CONSTRAINT "round_question_round_id_position_unique" UNIQUE("round_id","position")
);
--> statement-breakpoint
CREATE TABLE "rubric" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"max_points" integer NOT NULL,
	"criteria" jsonb NOT NULL,
	CONSTRAINT "rubric_contest_id_code_unique" UNIQUE("contest_id","code")
);
--> statement-breakpoint
CREATE TABLE "scoresheet" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"turn_id" uuid NOT NULL,
	"judge_id" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"marks" jsonb NOT NULL,
	"comments" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"locked_at" timestamp with time zone,
	"reopen_reason" text,
	CONSTRAINT "scoresheet_turn_id_judge_id_revision_unique" UNIQUE("turn_id","judge_id","revision")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"slip_id" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "session_one_holder" CHECK (("session"."account_id" is null) <> ("session"."slip_id" is null))
);
--> statement-breakpoint
CREATE TABLE "situation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"code" text NOT NULL,
	"text" text NOT NULL,
	"points_of_answer" text DEFAULT '' NOT NULL,
	CONSTRAINT "situation_contest_id_code_unique" UNIQUE("contest_id","code")
);
--> statement-breakpoint
CREATE TABLE "slip" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"contestant_id" uuid,
	"ticket_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "slip_ticket_hash_unique" UNIQUE("ticket_hash"),
	CONSTRAINT "slip_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "topic" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"hint" text DEFAULT '' NOT NULL,
	CONSTRAINT "topic_contest_id_code_unique" UNIQUE("contest_id","code")
);
--> statement-breakpoint
CREATE TABLE "turn" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"contestant_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"topic_id" uuid,
	"situation_id" uuid,
	"status" text DEFAULT 'waiting' NOT NULL,
	"called_at" timestamp with time zone,
	"on_stage_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"removed_ms" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "turn_contestant_id_unique" UNIQUE("contestant_id"),
	CONSTRAINT "turn_contest_id_position_unique" UNIQUE("contest_id","position")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text DEFAULT '' NOT NULL,
	"parent_code" text,
	"members" integer,
	CONSTRAINT "unit_contest_id_code_unique" UNIQUE("contest_id","code")
);
--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_contestant_id_contestant_id_fk" FOREIGN KEY ("contestant_id") REFERENCES "public"."contestant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_entered_by_account_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_event" ADD CONSTRAINT "contest_event_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contestant" ADD CONSTRAINT "contestant_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contestant" ADD CONSTRAINT "contestant_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw" ADD CONSTRAINT "draw_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge" ADD CONSTRAINT "judge_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge" ADD CONSTRAINT "judge_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_key" ADD CONSTRAINT "question_key_question_id_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_question" ADD CONSTRAINT "round_question_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_question" ADD CONSTRAINT "round_question_question_id_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubric" ADD CONSTRAINT "rubric_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoresheet" ADD CONSTRAINT "scoresheet_turn_id_turn_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turn"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoresheet" ADD CONSTRAINT "scoresheet_judge_id_judge_id_fk" FOREIGN KEY ("judge_id") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_slip_id_slip_id_fk" FOREIGN KEY ("slip_id") REFERENCES "public"."slip"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "situation" ADD CONSTRAINT "situation_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slip" ADD CONSTRAINT "slip_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slip" ADD CONSTRAINT "slip_contestant_id_contestant_id_fk" FOREIGN KEY ("contestant_id") REFERENCES "public"."contestant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic" ADD CONSTRAINT "topic_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_contestant_id_contestant_id_fk" FOREIGN KEY ("contestant_id") REFERENCES "public"."contestant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_topic_id_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_situation_id_situation_id_fk" FOREIGN KEY ("situation_id") REFERENCES "public"."situation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_contestant" ON "answer" USING btree ("contestant_id");--> statement-breakpoint
CREATE INDEX "session_slip" ON "session" USING btree ("slip_id");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slip_one_valid_per_contestant" ON "slip" USING btree ("contestant_id") WHERE revoked_at is null and contestant_id is not null;