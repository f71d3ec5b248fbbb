CREATE TABLE "file_as_pdf" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"pdf_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "picture" jsonb;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "picture_id" uuid;--> statement-breakpoint
ALTER TABLE "file_as_pdf" ADD CONSTRAINT "file_as_pdf_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_as_pdf" ADD CONSTRAINT "file_as_pdf_pdf_id_stored_file_id_fk" FOREIGN KEY ("pdf_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_picture_id_stored_file_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_picture_whole" CHECK (("question"."picture" ->> 'fileId')::uuid is not distinct from "question"."picture_id"
    and ("question"."picture" is null or length("question"."picture" ->> 'alt') between 1 and 300));