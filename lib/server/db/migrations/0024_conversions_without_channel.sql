CREATE TABLE "balance_credits" (
	"id" text PRIMARY KEY NOT NULL,
	"profile_id" text NOT NULL,
	"currency" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "balance_credits_profile" ON "balance_credits" USING btree ("profile_id","occurred_at");--> statement-breakpoint
ALTER TABLE "balance_debits" DROP COLUMN "channel";