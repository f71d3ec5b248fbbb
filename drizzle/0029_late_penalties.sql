ALTER TABLE "entry_request" ADD COLUMN "late_points" integer;--> statement-breakpoint
ALTER TABLE "entry_request" ADD COLUMN "late_part" text;--> statement-breakpoint
ALTER TABLE "entry_version" ADD COLUMN "late_points" integer;--> statement-breakpoint
ALTER TABLE "entry_version" ADD COLUMN "late_part" text;--> statement-breakpoint
ALTER TABLE "entry_version" ADD COLUMN "late_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "entry_request" ADD CONSTRAINT "entry_request_penalty" CHECK (num_nonnulls("entry_request"."late_points", "entry_request"."late_part") = case "entry_request"."late" when 'penalty' then 2 else 0 end
			and coalesce("entry_request"."late_points" > 0, true));--> statement-breakpoint
ALTER TABLE "entry_version" ADD CONSTRAINT "entry_version_penalty" CHECK (num_nonnulls("entry_version"."late_points", "entry_version"."late_part", "entry_version"."late_due_at") in (0, 3) and ("entry_version"."is_late" or "entry_version"."late_points" is null));