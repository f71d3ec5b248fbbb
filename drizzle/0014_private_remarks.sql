CREATE TABLE "private_remark" (
	"turn_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "private_remark_turn_id_account_id_pk" PRIMARY KEY("turn_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "private_remark" ADD CONSTRAINT "private_remark_turn_id_turn_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turn"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "private_remark" ADD CONSTRAINT "private_remark_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;