CREATE TABLE "exchange_rates" (
	"source" text NOT NULL,
	"target" text NOT NULL,
	"day" text NOT NULL,
	"rate" numeric,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exchange_rates_pk" PRIMARY KEY("target","day","source")
);
--> statement-breakpoint
DROP INDEX "card_transactions_billing";--> statement-breakpoint
ALTER TABLE "card_transactions" ADD COLUMN "reporting_amount" numeric;--> statement-breakpoint
ALTER TABLE "card_transactions" ADD COLUMN "reporting_currency" text;--> statement-breakpoint
ALTER TABLE "card_transactions" ADD COLUMN "reporting_rate" numeric;--> statement-breakpoint
ALTER TABLE "card_transactions" ADD COLUMN "reporting_day" text;--> statement-breakpoint
CREATE INDEX "card_transactions_value_up" ON "card_transactions" USING btree ((coalesce("reporting_amount", 'Infinity'::numeric)),"transaction_id","profile_id");--> statement-breakpoint
CREATE INDEX "card_transactions_value_down" ON "card_transactions" USING btree ((coalesce("reporting_amount", '-Infinity'::numeric)),"transaction_id","profile_id");--> statement-breakpoint
CREATE INDEX "card_transactions_waiting_for_rate" ON "card_transactions" USING btree ("created_at","transaction_id","profile_id") WHERE "card_transactions"."reporting_currency" is null and "card_transactions"."billing_amount" is not null;