CREATE TABLE "decision" (
	"contest_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"by_account" uuid,
	"confirmed_by" text,
	"confirmed_by_account" uuid,
	"takes_back" integer,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_contest_id_sequence_pk" PRIMARY KEY("contest_id","sequence"),
	CONSTRAINT "decision_second_person" CHECK ("decision"."confirmed_by_account" is null or "decision"."confirmed_by_account" <> "decision"."by_account")
);
--> statement-breakpoint
CREATE TABLE "given_points" (
	"contest_id" uuid NOT NULL,
	"part_code" text NOT NULL,
	"contestant_id" uuid NOT NULL,
	"points" integer NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"given_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "given_points_contest_id_part_code_contestant_id_pk" PRIMARY KEY("contest_id","part_code","contestant_id")
);
--> statement-breakpoint
ALTER TABLE "turn" DROP CONSTRAINT "turn_contestant_id_unique";--> statement-breakpoint
ALTER TABLE "turn" DROP CONSTRAINT "turn_contest_id_position_unique";--> statement-breakpoint
ALTER TABLE "contestant" ADD COLUMN "category" text;--> statement-breakpoint
ALTER TABLE "contestant" ADD COLUMN "cluster" text;--> statement-breakpoint
ALTER TABLE "contestant" ADD COLUMN "team" text;--> statement-breakpoint
ALTER TABLE "contestant" ADD COLUMN "may_win" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "contestant" ADD COLUMN "route" text DEFAULT 'direct' NOT NULL;--> statement-breakpoint
ALTER TABLE "judge" ADD COLUMN "panels" text[] DEFAULT '{BGK}' NOT NULL;--> statement-breakpoint
ALTER TABLE "turn" ADD COLUMN "stage" text DEFAULT 'HT' NOT NULL;--> statement-breakpoint
ALTER TABLE "turn" ADD COLUMN "session" text;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "quota" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_by_account_account_id_fk" FOREIGN KEY ("by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_confirmed_by_account_account_id_fk" FOREIGN KEY ("confirmed_by_account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "given_points" ADD CONSTRAINT "given_points_contest_id_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "given_points" ADD CONSTRAINT "given_points_contestant_id_contestant_id_fk" FOREIGN KEY ("contestant_id") REFERENCES "public"."contestant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "given_points" ADD CONSTRAINT "given_points_given_by_account_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_contest_id_stage_position_unique" UNIQUE("contest_id","stage","position");--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_contestant_id_stage_unique" UNIQUE("contestant_id","stage");--> statement-breakpoint
CREATE TRIGGER decision_is_append_only BEFORE UPDATE OR DELETE ON "decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Criteria gain a minimum, a weight and when a note is required.
UPDATE "rubric" SET "criteria" = (
  SELECT jsonb_agg('{"min": 0, "weight": 100, "noteRequired": "never"}'::jsonb || c ORDER BY n)
  FROM jsonb_array_elements("criteria") WITH ORDINALITY AS t(c, n)
) WHERE jsonb_array_length("criteria") > 0;
--> statement-breakpoint
-- Rules of the first format become one stage HT of the second.
UPDATE "contest" SET "rules" = jsonb_build_object(
  'format', 2,
  'title', rules -> 'title',
  'reference', '',
  'rounding', '{"mode": "half-up", "decimals": 2, "at": "part"}'::jsonb,
  'categories', '[]'::jsonb,
  'clusters', '[]'::jsonb,
  'stages', jsonb_build_array(jsonb_build_object(
    'code', 'HT',
    'title', '{"vi": "Hội thi", "en": "Contest"}'::jsonb,
    'total', (SELECT sum((p ->> 'maxPoints')::int) FROM jsonb_array_elements(rules -> 'parts') p),
    'parts', (SELECT jsonb_agg(CASE WHEN p ->> 'kind' = 'quiz' THEN p || jsonb_build_object(
        'weight', 100, 'scale', 'scaled', 'voided', 'left-out',
        'marking', '{"multiple": {"kind": "all-or-nothing"}, "ordering": "exact", "matching": "exact"}'::jsonb,
        'scoring', (p -> 'scoring') || '{"wrong": 0, "blank": 0}'::jsonb
          || CASE WHEN p -> 'scoring' ->> 'kind' = 'speed' THEN '{"fullWithinMs": 0}'::jsonb ELSE '{}'::jsonb END)
      ELSE (p - 'aggregation') || jsonb_build_object(
        'weight', 100, 'scale', 'scaled',
        'panels', jsonb_build_array(jsonb_build_object(
          'code', 'BGK', 'title', '{"vi": "Ban Giám khảo", "en": "Panel of judges"}'::jsonb, 'weight', 100,
          'aggregation', CASE WHEN p -> 'aggregation' ->> 'kind' = 'trimmed' THEN jsonb_build_object('kind', 'trimmed',
              'high', p -> 'aggregation' -> 'drop', 'low', p -> 'aggregation' -> 'drop', 'leastPanel', p -> 'aggregation' -> 'leastPanel')
            ELSE p -> 'aggregation' END,
          'leastSheets', 1, 'missing', 'mean-of-present', 'divergence', null)),
        'timing', CASE WHEN jsonb_typeof(p -> 'timing') = 'object' THEN (p -> 'timing') || jsonb_build_object('stopAfterMs', null,
            'penalty', CASE WHEN jsonb_typeof(p -> 'timing' -> 'penalty') = 'object' THEN jsonb_build_object(
              'over', cost.linear, 'under', cost.linear,
              'cap', p -> 'timing' -> 'penalty' -> 'cap', 'place', p -> 'timing' -> 'penalty' -> 'place') END) END)
      END ORDER BY n)
      FROM jsonb_array_elements(rules -> 'parts') WITH ORDINALITY AS t(p, n)
      CROSS JOIN LATERAL (SELECT jsonb_build_object('kind', 'linear',
        'perMinute', p -> 'timing' -> 'penalty' -> 'perMinute',
        'startedMinute', p -> 'timing' -> 'penalty' -> 'startedMinute') AS linear) cost),
    'carry', '[]'::jsonb,
    'sessions', '[]'::jsonb,
    'rankedBy', '[]'::jsonb,
    'tieBreaks', (rules -> 'tieBreaks') || '[{"kind": "share"}]'::jsonb,
    'advancement', null,
    'teams', null)),
  'awards', (SELECT coalesce(jsonb_agg(a || '{"source": {"kind": "rank", "stage": "HT"}, "per": "ranking", "notWith": [], "gift": ""}'::jsonb ORDER BY n), '[]'::jsonb)
    FROM jsonb_array_elements(rules -> 'awards') WITH ORDINALITY AS t(a, n)),
  'awardCaps', '[]'::jsonb,
  'nomination', null)
WHERE rules ->> 'format' = '1';
