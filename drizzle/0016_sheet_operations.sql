ALTER TABLE "scoresheet" ADD COLUMN "operation" uuid;
--> statement-breakpoint
-- Saving a draft writes its operation too; everything else that guards a sheet stays as it is.
DO $$ BEGIN
  EXECUTE replace(
    pg_get_functiondef('guard_sheet'::regproc),
    '{version,marks,comments,saved_at}',
    '{version,marks,comments,saved_at,operation}'
  );
END $$;
