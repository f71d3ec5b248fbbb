ALTER TABLE "question" DROP CONSTRAINT "question_contest_id_code_unique";--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "is_latest" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "folded" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "made_by" uuid;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "made_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "reviewed_by" uuid;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "reviewed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "approved_by" uuid;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "approved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "retired_by" uuid;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "retired_reason" text;--> statement-breakpoint
ALTER TABLE "contest" ADD COLUMN "bank_policy" text DEFAULT 'any' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "set_salt" text;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "set_opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_made_by_account_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_reviewed_by_account_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_approved_by_account_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_retired_by_account_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "question_one_latest" ON "question" USING btree ("contest_id","code") WHERE is_latest;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_contest_id_code_version_unique" UNIQUE("contest_id","code","version");--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_second_person" CHECK ("question"."reviewed_by" <> "question"."made_by" and "question"."approved_by" <> "question"."made_by");--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_reviewed_whole" CHECK (num_nonnulls("question"."reviewed_by", "question"."reviewed_at") in (0, 2));--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_approved_whole" CHECK (num_nonnulls("question"."approved_by", "question"."approved_at") in (0, 2));--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_retired_whole" CHECK (num_nonnulls("question"."retired_by", "question"."retired_at", "question"."retired_reason") in (0, 3));--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_reviewed_first" CHECK ("question"."approved_at" is null or "question"."reviewed_at" is not null);--> statement-breakpoint
-- As `foldVietnamese` does in the application: no marks, đ as d, lower case, single blanks.
CREATE FUNCTION fold_text(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(lower(regexp_replace(translate(normalize(said, NFD), 'đĐ', 'dd'), '[\u0300-\u036f]', '', 'g')), '\s+', ' ', 'g'))
$$;
--> statement-breakpoint
CREATE FUNCTION fold_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.folded := fold_text(concat_ws(' ', NEW.code, NEW.topic, NEW.text,
    (SELECT string_agg(each ->> 'text', ' ') FROM jsonb_array_elements(NEW.options || NEW.targets) each), NEW.source));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER question_is_folded BEFORE INSERT ON "question" FOR EACH ROW EXECUTE FUNCTION fold_question();
--> statement-breakpoint
UPDATE "question" SET "folded" = fold_text(concat_ws(' ', code, topic, text,
  (SELECT string_agg(each ->> 'text', ' ') FROM jsonb_array_elements(options || targets) each), source));
--> statement-breakpoint
-- What was asked stays as it was written; a review and an approval are given once.
CREATE FUNCTION guard_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added text[] := '{is_latest,reviewed_by,reviewed_at,approved_by,approved_at,retired_by,retired_at,retired_reason}';
BEGIN
  -- Nobody has looked at a first draft yet: whoever imported it by mistake may take it back.
  IF TG_OP = 'DELETE' AND OLD.version = 1 AND OLD.is_latest AND OLD.reviewed_at IS NULL AND OLD.approved_at IS NULL THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - added IS DISTINCT FROM to_jsonb(OLD) - added
    OR (OLD.reviewed_at IS NOT NULL AND (NEW.reviewed_by, NEW.reviewed_at) IS DISTINCT FROM (OLD.reviewed_by, OLD.reviewed_at))
    OR (OLD.approved_at IS NOT NULL AND (NEW.approved_by, NEW.approved_at) IS DISTINCT FROM (OLD.approved_by, OLD.approved_at)) THEN
    RAISE EXCEPTION 'question % has versions and is never changed', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER question_is_guarded BEFORE UPDATE OR DELETE ON "question" FOR EACH ROW EXECUTE FUNCTION guard_question();
