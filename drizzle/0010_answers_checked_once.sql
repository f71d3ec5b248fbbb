ALTER TABLE "answer" DROP CONSTRAINT "answer_contestant_id_contestant_id_fk";
--> statement-breakpoint
DROP INDEX "answer_contestant";
--> statement-breakpoint
-- The other half of the foreign key: an answer never loses its contestant.
CREATE FUNCTION refuse_to_lose_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM answer WHERE contestant_id = OLD.id) THEN
		RAISE EXCEPTION 'contestant % has answers and stays', OLD.id USING ERRCODE = 'foreign_key_violation';
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER contestant_with_answers_stays BEFORE DELETE ON "contestant" FOR EACH ROW EXECUTE FUNCTION refuse_to_lose_answers();
