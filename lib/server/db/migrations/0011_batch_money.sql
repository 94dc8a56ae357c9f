CREATE TABLE "balance_debits" (
	"id" text PRIMARY KEY NOT NULL,
	"profile_id" text NOT NULL,
	"currency" text NOT NULL,
	"amount" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "batch_fundings" ADD COLUMN "balance_before" text;--> statement-breakpoint
ALTER TABLE "batch_fundings" ADD COLUMN "debit_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "batch_fundings" ADD COLUMN "transfers_moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "batch_fundings" ADD COLUMN "read_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "batch_rows" ADD COLUMN "payout_failure" text;--> statement-breakpoint
CREATE INDEX "balance_debits_profile" ON "balance_debits" USING btree ("profile_id","occurred_at");