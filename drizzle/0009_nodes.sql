CREATE TABLE "node" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"version" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"redis" text NOT NULL,
	"connections" jsonb NOT NULL,
	"contestants" jsonb NOT NULL
);

--> statement-breakpoint
-- Nothing here outlives its node: it costs no write-ahead log, and a crash empties it.
alter table "node" set unlogged;
