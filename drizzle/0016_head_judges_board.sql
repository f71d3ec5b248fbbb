CREATE TABLE "marking_lock" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"contest_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"session" text DEFAULT '' NOT NULL,
	"locked_by" text NOT NULL,
	"locked_by_account" uuid NOT NULL,
	"locked_at" timestamp with time zone NOT NULL,
	"asked_by" text,
	"asked_by_account" uuid,
	"asked_at" timestamp with time zone,
	"reason" text,
	"opened_by" text,
	"opened_by_account" uuid,
	"opened_at" timestamp with time zone,
	CONSTRAINT "marking_lock_asked_whole" CHECK (num_nonnulls("marking_lock"."asked_by", "marking_lock"."asked_by_account", "marking_lock"."asked_at", "marking_lock"."reason") in (0, 4)),
	CONSTRAINT "marking_lock_opened_whole" CHECK (num_nonnulls("marking_lock"."opened_by", "marking_lock"."opened_by_account", "marking_lock"."opened_at") in (0, 3)),
	CONSTRAINT "marking_lock_opened_asked" CHECK ("marking_lock"."opened_at" is null or "marking_lock"."asked_at" is not null),
	CONSTRAINT "marking_lock_second_person" CHECK ("marking_lock"."opened_by_account" <> "marking_lock"."asked_by_account")
);
--> statement-breakpoint
CREATE TABLE "minutes_signature" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"lock_id" uuid NOT NULL,
	"act" text NOT NULL,
	"role" text NOT NULL,
	"document_hash" text NOT NULL,
	"signed_by" text NOT NULL,
	"signed_by_account" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "minutes_signature_once" UNIQUE("lock_id","document_hash","act","role"),
	CONSTRAINT "minutes_signature_two_people" UNIQUE("lock_id","document_hash","act","signed_by_account"),
	CONSTRAINT "minutes_signature_head_seals" CHECK ("minutes_signature"."act" = 'signed' or "minutes_signature"."role" = 'head_judge')
);
--> statement-breakpoint
ALTER TABLE "scoresheet" ADD COLUMN "begun_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scoresheet" ADD COLUMN "refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "marking_lock" ADD CONSTRAINT "marking_lock_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marking_lock" ADD CONSTRAINT "marking_lock_locked_by_account_signing_pin_account_id_fk" FOREIGN KEY ("locked_by_account") REFERENCES "public"."signing_pin"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marking_lock" ADD CONSTRAINT "marking_lock_asked_by_account_signing_pin_account_id_fk" FOREIGN KEY ("asked_by_account") REFERENCES "public"."signing_pin"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marking_lock" ADD CONSTRAINT "marking_lock_opened_by_account_signing_pin_account_id_fk" FOREIGN KEY ("opened_by_account") REFERENCES "public"."signing_pin"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_signature" ADD CONSTRAINT "minutes_signature_lock_id_marking_lock_id_fk" FOREIGN KEY ("lock_id") REFERENCES "public"."marking_lock"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_signature" ADD CONSTRAINT "minutes_signature_signed_by_account_signing_pin_account_id_fk" FOREIGN KEY ("signed_by_account") REFERENCES "public"."signing_pin"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "marking_lock_one" ON "marking_lock" USING btree ("contest_id","stage","session") WHERE opened_at is null;--> statement-breakpoint
-- As before; a draft besides remembers that another device was refused.
CREATE OR REPLACE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  saving text[] := '{version,marks,comments,saved_at,refused_at}';
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
  -- That another device was refused changes nothing of the draft.
  IF to_jsonb(NEW) - 'refused_at' = to_jsonb(OLD) - 'refused_at' AND NEW.refused_at IS NOT NULL THEN
    RETURN NEW;
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
CREATE FUNCTION is_marking_locked(contest uuid, stage_code text, session_code text) RETURNS boolean LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM "marking_lock" l WHERE l.contest_id = contest AND l.stage = stage_code
    AND l.session = coalesce(session_code, '') AND l.opened_at IS NULL)
$$;
--> statement-breakpoint
-- In a locked session no sheet begins, is saved, signed or opened again. The turn is held, so that whoever is locking at this moment is waited for.
CREATE FUNCTION guard_locked_session() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own turn;
BEGIN
  SELECT * INTO own FROM turn WHERE id = NEW.turn_id FOR KEY SHARE;
  IF is_marking_locked(own.contest_id, own.stage, own.session) THEN
    RAISE EXCEPTION 'score sheet % is of a locked session', NEW.id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER scoresheet_session_is_open BEFORE INSERT OR UPDATE ON "scoresheet" FOR EACH ROW EXECUTE FUNCTION guard_locked_session();
--> statement-breakpoint
-- Nobody leaves a locked session, or comes into it.
CREATE FUNCTION guard_turn_of_locked_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP <> 'INSERT' AND is_marking_locked(OLD.contest_id, OLD.stage, OLD.session))
    OR (TG_OP <> 'DELETE' AND is_marking_locked(NEW.contest_id, NEW.stage, NEW.session)) THEN
    RAISE EXCEPTION 'turn % is of a locked session', coalesce(NEW.id, OLD.id) USING ERRCODE = '42501';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER turn_session_is_open BEFORE INSERT OR DELETE OR UPDATE OF contest_id, contestant_id, stage, session ON "turn"
  FOR EACH ROW EXECUTE FUNCTION guard_turn_of_locked_session();
--> statement-breakpoint
-- Locked by who has just given the PIN; opened again by two, the first asking with a reason; nothing else of it ever changes.
CREATE FUNCTION protect_marking_lock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asking text[] := '{asked_by,asked_by_account,asked_at,reason}';
  opening text[] := '{opened_by,opened_by_account,opened_at}';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.asked_at IS NOT NULL OR NEW.opened_at IS NOT NULL OR NOT has_proven(NEW.locked_by_account) THEN
      RAISE EXCEPTION 'session % is not locked by PIN', NEW.session USING ERRCODE = '42501';
    END IF;
    PERFORM FROM turn t WHERE t.contest_id = NEW.contest_id AND t.stage = NEW.stage AND coalesce(t.session, '') = NEW.session FOR UPDATE;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.opened_at IS NULL THEN
    IF to_jsonb(NEW) - asking = to_jsonb(OLD) - asking AND (OLD.asked_at IS NULL) <> (NEW.asked_at IS NULL)
      AND (NEW.asked_at IS NULL OR has_proven(NEW.asked_by_account)) THEN
      RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - opening = to_jsonb(OLD) - opening AND OLD.asked_at IS NOT NULL AND has_proven(NEW.opened_by_account) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'lock % of a session stands until two people open it', OLD.id USING ERRCODE = '42501';
END $$;
--> statement-breakpoint
CREATE TRIGGER marking_lock_is_protected BEFORE INSERT OR UPDATE OR DELETE ON "marking_lock" FOR EACH ROW EXECUTE FUNCTION protect_marking_lock();
--> statement-breakpoint
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON "marking_lock" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Minutes are signed by PIN while their session is locked, and sealed only over both signatures of that very document.
CREATE FUNCTION guard_minutes_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT has_proven(NEW.signed_by_account) OR NOT EXISTS (SELECT FROM marking_lock l WHERE l.id = NEW.lock_id AND l.opened_at IS NULL) THEN
    RAISE EXCEPTION 'minutes % are not signed', NEW.lock_id USING ERRCODE = '42501';
  END IF;
  IF NEW.act = 'sealed' AND (
    SELECT count(*) FROM minutes_signature s WHERE s.lock_id = NEW.lock_id AND s.act = 'signed' AND s.document_hash = NEW.document_hash
  ) < 2 THEN
    RAISE EXCEPTION 'minutes % are not signed by both', NEW.lock_id USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER minutes_signature_is_guarded BEFORE INSERT ON "minutes_signature" FOR EACH ROW EXECUTE FUNCTION guard_minutes_signature();
--> statement-breakpoint
CREATE TRIGGER minutes_signature_is_append_only BEFORE UPDATE OR DELETE ON "minutes_signature" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON "minutes_signature" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
