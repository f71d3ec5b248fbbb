ALTER TABLE "registration" ADD COLUMN "photo_id" uuid;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "confirmation_id" uuid;--> statement-breakpoint
ALTER TABLE "registration_terms" ADD COLUMN "wants_photo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "registration_terms" ADD COLUMN "wants_confirmation" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_photo_id_stored_file_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_confirmation_id_stored_file_id_fk" FOREIGN KEY ("confirmation_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;