CREATE TABLE "paper_entry" (
	"paper_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"marks" jsonb NOT NULL,
	"comments" jsonb NOT NULL,
	"entered_by" text NOT NULL,
	"entered_by_account" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "paper_entry_paper_id_ordinal_pk" PRIMARY KEY("paper_id","ordinal"),
	CONSTRAINT "paper_entry_two_people" UNIQUE("paper_id","entered_by_account"),
	CONSTRAINT "paper_entry_first_or_second" CHECK ("paper_entry"."ordinal" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "paper_sheet" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"turn_id" uuid NOT NULL,
	"judge_id" uuid NOT NULL,
	"screen_sheet_id" uuid NOT NULL,
	"opened_by" text NOT NULL,
	"opened_by_account" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"settled_by" text,
	"settled_by_account" uuid,
	"settled_at" timestamp with time zone,
	"settled_reason" text,
	"chosen" jsonb,
	"scoresheet_id" uuid,
	CONSTRAINT "paper_sheet_one_of_a_sheet" UNIQUE("scoresheet_id"),
	CONSTRAINT "paper_sheet_settled_whole" CHECK (num_nonnulls("paper_sheet"."settled_by", "paper_sheet"."settled_by_account", "paper_sheet"."settled_at") = case "paper_sheet"."state" when 'open' then 0 else 3 end),
	CONSTRAINT "paper_sheet_confirmed_is_sheet" CHECK (("paper_sheet"."scoresheet_id" is not null) = ("paper_sheet"."state" = 'confirmed')),
	CONSTRAINT "paper_sheet_settled_why" CHECK (("paper_sheet"."settled_reason" is not null) = ("paper_sheet"."state" in ('returned', 'retyped') or "paper_sheet"."chosen" is not null)),
	CONSTRAINT "paper_sheet_chosen_confirms" CHECK ("paper_sheet"."chosen" is null or "paper_sheet"."state" = 'confirmed')
);
--> statement-breakpoint
ALTER TABLE "scoresheet" DROP CONSTRAINT "scoresheet_reopened_why";--> statement-breakpoint
DROP INDEX "scoresheet_one_open";--> statement-breakpoint
ALTER TABLE "scoresheet" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scoresheet" ADD COLUMN "origin" text DEFAULT 'screen' NOT NULL;--> statement-breakpoint
ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_paper_id_paper_sheet_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_entered_by_account_account_id_fk" FOREIGN KEY ("entered_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_turn_id_turn_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turn"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_judge_id_judge_id_fk" FOREIGN KEY ("judge_id") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_screen_sheet_id_scoresheet_id_fk" FOREIGN KEY ("screen_sheet_id") REFERENCES "public"."scoresheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_opened_by_account_account_id_fk" FOREIGN KEY ("opened_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_settled_by_account_account_id_fk" FOREIGN KEY ("settled_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_scoresheet_id_scoresheet_id_fk" FOREIGN KEY ("scoresheet_id") REFERENCES "public"."scoresheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_sheet_one_open" ON "paper_sheet" USING btree ("turn_id","judge_id") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "scoresheet_one_open" ON "scoresheet" USING btree ("turn_id","judge_id") WHERE locked_at is null and closed_at is null;--> statement-breakpoint
ALTER TABLE "scoresheet" ADD CONSTRAINT "scoresheet_ends_once" CHECK (num_nonnulls("scoresheet"."locked_at", "scoresheet"."closed_at") <= 1);--> statement-breakpoint
ALTER TABLE "scoresheet" ADD CONSTRAINT "scoresheet_paper_is_locked" CHECK ("scoresheet"."origin" = 'screen' or "scoresheet"."locked_at" is not null);--> statement-breakpoint
ALTER TABLE "scoresheet" ADD CONSTRAINT "scoresheet_reopened_why" CHECK (case when "scoresheet"."revision" = 1 then "scoresheet"."reopen_reason" is null else "scoresheet"."reopened_by" is null or "scoresheet"."reopen_reason" is not null end);--> statement-breakpoint
-- A sheet begins as a draft, the next revision with what was locked, or with what was closed for paper; what is signed is what was stored; a
-- locked or closed one never changes. A sheet from paper is locked from the start: its two people are held by its paper.
CREATE OR REPLACE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  saving text[] := '{version,marks,comments,saved_at}';
  signing text[] := '{locked_at,signed_by}';
  before scoresheet;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.signed_by IS NOT NULL OR (NEW.origin = 'screen' AND NEW.locked_at IS NOT NULL) THEN
      RAISE EXCEPTION 'score sheet % begins as a draft', NEW.id USING ERRCODE = '42501';
    END IF;
    IF NEW.revision = 1 AND NEW.reopened_by IS NULL THEN RETURN NEW; END IF;
    SELECT * INTO before FROM scoresheet s
      WHERE s.turn_id = NEW.turn_id AND s.judge_id = NEW.judge_id AND s.revision = NEW.revision - 1;
    IF before.closed_at IS NOT NULL AND (NEW.origin = 'paper' OR before.marks = NEW.marks AND before.comments = NEW.comments)
      AND NEW.reopened_by IS NOT DISTINCT FROM before.reopened_by AND NEW.reopen_reason IS NOT DISTINCT FROM before.reopen_reason THEN
      RETURN NEW;
    END IF;
    IF before.locked_at IS NULL OR NEW.origin = 'paper' OR before.marks <> NEW.marks OR before.comments <> NEW.comments
      OR NEW.reopen_reason IS NULL OR NOT has_proven(NEW.reopened_by) THEN
      RAISE EXCEPTION 'score sheet % is not one that was reopened', NEW.id USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'score sheet % is kept', OLD.id USING ERRCODE = '42501';
  END IF;
  IF OLD.locked_at IS NOT NULL OR OLD.closed_at IS NOT NULL THEN
    RAISE EXCEPTION 'score sheet % is locked', OLD.id USING ERRCODE = '42501';
  END IF;
  IF NEW.closed_at IS NOT NULL THEN
    IF to_jsonb(NEW) - 'closed_at' IS DISTINCT FROM to_jsonb(OLD) - 'closed_at' THEN
      RAISE EXCEPTION 'score sheet % is closed as it is', OLD.id USING ERRCODE = '42501';
    END IF;
  ELSIF NEW.locked_at IS NULL THEN
    IF NEW.version <= OLD.version OR to_jsonb(NEW) - saving IS DISTINCT FROM to_jsonb(OLD) - saving THEN
      RAISE EXCEPTION 'score sheet % keeps its place', OLD.id USING ERRCODE = '42501';
    END IF;
  ELSIF NEW.signed_by IS NULL OR NOT has_proven(NEW.signed_by)
    OR to_jsonb(NEW) - signing IS DISTINCT FROM to_jsonb(OLD) - signing
    OR (NEW.reopen_reason IS NOT NULL AND NEW.reopened_by IS NULL) THEN
    RAISE EXCEPTION 'score sheet % is not signed', OLD.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Of the revisions of a sheet one counts: nothing is locked beside a locked last revision that nobody opened again, or behind a later one, and
-- while it is on paper nothing is marked on the screen.
CREATE FUNCTION guard_one_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	is_locking boolean := NEW.locked_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.locked_at IS NULL);
	last_locked timestamptz;
BEGIN
	IF is_locking THEN
		IF EXISTS (
			SELECT FROM scoresheet s WHERE s.turn_id = NEW.turn_id AND s.judge_id = NEW.judge_id AND s.revision > NEW.revision
		) THEN
			RAISE EXCEPTION 'score sheet % has a later revision', NEW.id USING ERRCODE = '42501';
		END IF;
		SELECT s.locked_at INTO last_locked FROM scoresheet s
			WHERE s.turn_id = NEW.turn_id AND s.judge_id = NEW.judge_id AND s.id <> NEW.id ORDER BY s.revision DESC LIMIT 1;
		IF TG_OP = 'INSERT' AND last_locked IS NOT NULL AND (NEW.origin = 'paper' OR NEW.reopen_reason IS NULL) THEN
			RAISE EXCEPTION 'score sheet % is locked in an earlier revision', NEW.id USING ERRCODE = '42501';
		END IF;
	END IF;
	-- A revision that is there already is left to its unique key: whoever was too late is told so and meets no fault.
	IF NEW.origin = 'screen' AND NEW.closed_at IS NULL AND EXISTS (
		SELECT FROM paper_sheet p WHERE p.turn_id = NEW.turn_id AND p.judge_id = NEW.judge_id AND p.state = 'open'
	) AND NOT EXISTS (
		SELECT FROM scoresheet s WHERE s.turn_id = NEW.turn_id AND s.judge_id = NEW.judge_id AND s.revision = NEW.revision
	) THEN
		RAISE EXCEPTION 'score sheet % is on paper', NEW.id USING ERRCODE = '42501';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER scoresheet_is_one BEFORE INSERT OR UPDATE ON "scoresheet" FOR EACH ROW EXECUTE FUNCTION guard_one_sheet();
--> statement-breakpoint
CREATE TRIGGER paper_entry_is_append_only BEFORE UPDATE OR DELETE ON "paper_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Typed while the sheet is on paper, the second after the first, and never by the judge whose sheet it is.
CREATE FUNCTION guard_paper_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	paper paper_sheet;
BEGIN
	SELECT * INTO paper FROM paper_sheet WHERE id = NEW.paper_id FOR UPDATE;
	IF paper.state <> 'open' THEN
		RAISE EXCEPTION 'paper sheet % is settled', NEW.paper_id USING ERRCODE = '42501';
	END IF;
	IF NEW.ordinal = 2 AND NOT EXISTS (SELECT FROM paper_entry WHERE paper_id = NEW.paper_id AND ordinal = 1) THEN
		RAISE EXCEPTION 'paper sheet % has no first entry', NEW.paper_id USING ERRCODE = '42501';
	END IF;
	IF EXISTS (SELECT FROM judge WHERE id = paper.judge_id AND account_id = NEW.entered_by_account) THEN
		RAISE EXCEPTION 'paper sheet % is typed by its own judge', NEW.paper_id USING ERRCODE = '42501';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER paper_entry_is_guarded BEFORE INSERT ON "paper_entry" FOR EACH ROW EXECUTE FUNCTION guard_paper_entry();
--> statement-breakpoint
-- Settled once; it counts only as what two people typed alike, or as what a third one chose between the two, criterion by criterion.
CREATE FUNCTION protect_paper_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	settling text[] := '{state,settled_by,settled_by_account,settled_at,settled_reason,chosen,scoresheet_id}';
	one paper_entry;
	two paper_entry;
	held jsonb;
BEGIN
	IF TG_OP = 'DELETE' OR OLD.state <> 'open' OR NEW.state = 'open'
		OR to_jsonb(NEW) - settling IS DISTINCT FROM to_jsonb(OLD) - settling THEN
		RAISE EXCEPTION 'paper sheet % is settled once and never changed', OLD.id USING ERRCODE = '42501';
	END IF;
	IF NEW.state <> 'confirmed' THEN
		RETURN NEW;
	END IF;
	SELECT * INTO one FROM paper_entry WHERE paper_id = OLD.id AND ordinal = 1;
	SELECT * INTO two FROM paper_entry WHERE paper_id = OLD.id AND ordinal = 2;
	IF one.marks IS NULL OR two.marks IS NULL THEN
		RAISE EXCEPTION 'paper sheet % was not typed twice', OLD.id USING ERRCODE = '42501';
	END IF;
	IF NEW.chosen IS NULL THEN
		held := CASE WHEN one.marks = two.marks AND NEW.settled_by_account = two.entered_by_account THEN two.marks END;
	ELSIF NEW.settled_by_account NOT IN (one.entered_by_account, two.entered_by_account) THEN
		SELECT jsonb_object_agg(key, CASE NEW.chosen ->> key WHEN '2' THEN two.marks -> key ELSE one.marks -> key END) INTO held
			FROM jsonb_object_keys(one.marks) AS key
			WHERE NEW.chosen ? key OR one.marks -> key = two.marks -> key;
	END IF;
	IF NOT EXISTS (
		SELECT FROM scoresheet s WHERE s.id = NEW.scoresheet_id AND s.turn_id = NEW.turn_id AND s.judge_id = NEW.judge_id
			AND s.origin = 'paper' AND s.locked_at IS NOT NULL AND s.marks = held
	) THEN
		RAISE EXCEPTION 'paper sheet % does not count as what was typed', OLD.id USING ERRCODE = '42501';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER paper_sheet_is_protected BEFORE UPDATE OR DELETE ON "paper_sheet" FOR EACH ROW EXECUTE FUNCTION protect_paper_sheet();
--> statement-breakpoint
-- The other half: a sheet from paper never counts without its confirmed paper.
CREATE FUNCTION require_confirmed_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.origin = 'paper' AND NOT EXISTS (
		SELECT FROM paper_sheet p WHERE p.scoresheet_id = NEW.id AND p.state = 'confirmed'
	) THEN
		RAISE EXCEPTION 'score sheet % has no confirmed paper', NEW.id USING ERRCODE = '42501';
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER scoresheet_of_confirmed_paper AFTER INSERT OR UPDATE ON "scoresheet"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_confirmed_paper();
--> statement-breakpoint
-- What may not be changed row by row is not emptied at once either.
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON "paper_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON "paper_sheet" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
