CREATE TABLE "card_transaction_ids" (
	"profile_id" text NOT NULL,
	"transaction_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "card_transaction_ids_pk" PRIMARY KEY("transaction_id","profile_id")
);
--> statement-breakpoint
CREATE TABLE "card_transaction_reads" (
	"card_token" text PRIMARY KEY NOT NULL,
	"profile_id" text NOT NULL,
	"read_from" timestamp with time zone,
	"read_to" timestamp with time zone,
	"reading_from" timestamp with time zone,
	"reading_to" timestamp with time zone,
	"last_id" bigint,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "card_transaction_steps" (
	"profile_id" text NOT NULL,
	"transaction_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"amount" numeric NOT NULL,
	"currency" text NOT NULL,
	"billing_amount" numeric,
	"billing_currency" text,
	"source" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "card_transaction_steps_pk" PRIMARY KEY("created_at","transaction_id","profile_id","occurred_at","step","state")
) PARTITION BY RANGE ("created_at");
--> statement-breakpoint
CREATE TABLE "card_transactions" (
	"profile_id" text NOT NULL,
	"transaction_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"card_token" text NOT NULL,
	"type" text NOT NULL,
	"state" text NOT NULL,
	"decline_reason" text,
	"detailed_decline_reason" text,
	"told_reason" text,
	"modified_at" timestamp with time zone NOT NULL,
	"purge_at" timestamp with time zone,
	"amount" numeric NOT NULL,
	"currency" text NOT NULL,
	"amount_with_fees" numeric,
	"amount_with_fees_currency" text,
	"billing_amount" numeric,
	"billing_currency" text,
	"fees" text DEFAULT '[]' NOT NULL,
	"merchant_name" text,
	"merchant_city" text,
	"merchant_country" text,
	"merchant_zip_code" text,
	"mcc" text,
	"merchant_category" text,
	"authorisation_method" text,
	"approval_code" text,
	"arn" text,
	"pin_validation_result" text,
	"balance_channel_reference_id" text,
	"movements" text,
	"source" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "card_transactions_pk" PRIMARY KEY("created_at","transaction_id","profile_id")
) PARTITION BY RANGE ("created_at");
--> statement-breakpoint
CREATE INDEX "card_transaction_ids_created" ON "card_transaction_ids" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "card_transaction_reads_due" ON "card_transaction_reads" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "card_transactions_card" ON "card_transactions" USING btree ("card_token","created_at","transaction_id");