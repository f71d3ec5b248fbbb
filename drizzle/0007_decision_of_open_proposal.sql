ALTER TABLE "round_question" ADD CONSTRAINT "round_question_once" UNIQUE("question_id");--> statement-breakpoint
-- A decision is what a second person has confirmed, word for word: not what was rejected or withdrawn, nor anything else.
CREATE FUNCTION require_confirmed_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "proposal" p WHERE p.id = NEW.proposal_id AND p.state = 'confirmed'
      AND p.content = NEW.content AND p.reason = NEW.reason AND p.takes_back IS NOT DISTINCT FROM NEW.takes_back
  ) THEN
    RAISE EXCEPTION 'decision % is not what was confirmed', NEW.sequence USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER decision_of_confirmed_proposal AFTER INSERT ON "decision" FOR EACH ROW EXECUTE FUNCTION require_confirmed_proposal();
