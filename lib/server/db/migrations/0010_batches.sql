CREATE TABLE "batch_fundings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"way" text NOT NULL,
	"state" text NOT NULL,
	"code" text,
	"person_id" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"amount" text,
	"initiation_id" text,
	"initiation_status" text
);
--> statement-breakpoint
CREATE TABLE "batch_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"profile_id" text NOT NULL,
	"name" text NOT NULL,
	"search_text" text NOT NULL,
	"source_currency" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"origin" text DEFAULT 'console' NOT NULL,
	"stage" text DEFAULT 'preparing' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_by" uuid,
	"started_at" timestamp with time zone,
	"stop_code" text,
	"wise_id" uuid,
	"wise_status" text,
	"wise_version" text,
	"wise_transfers" integer,
	"wise_read_at" timestamp with time zone,
	"making_until" timestamp with time zone,
	"pay_in_shown_at" timestamp with time zone,
	"continues_id" uuid
);
--> statement-breakpoint
CREATE TABLE "batch_mappings" (
	"signature" text PRIMARY KEY NOT NULL,
	"fields" text NOT NULL,
	"person_id" uuid NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batch_rows" (
	"group_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"content_sealed" text NOT NULL,
	"state" text NOT NULL,
	"step" text,
	"code" text,
	"account_digest" text,
	"payment_digest" text,
	"target_currency" text,
	"fixed_side" text,
	"amount" text,
	"is_new_payee" boolean DEFAULT false NOT NULL,
	"recipient_id" text,
	"quote_id" uuid,
	"quote_expires_at" timestamp with time zone,
	"source_amount" text,
	"target_amount" text,
	"fee" text,
	"rate" text,
	"customer_transaction_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"transfer_asked_at" timestamp with time zone,
	"transfer_id" text,
	"transfer_status" text,
	"transfer_read_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone,
	"leased_until" timestamp with time zone,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "batch_rows_group_id_row_number_pk" PRIMARY KEY("group_id","row_number")
);
--> statement-breakpoint
CREATE TABLE "recipient_claims" (
	"profile_id" text NOT NULL,
	"account_digest" text NOT NULL,
	"asked_at" timestamp with time zone,
	"leased_until" timestamp with time zone NOT NULL,
	CONSTRAINT "recipient_claims_profile_id_account_digest_pk" PRIMARY KEY("profile_id","account_digest")
);
--> statement-breakpoint
CREATE TABLE "recipient_readings" (
	"profile_id" text PRIMARY KEY NOT NULL,
	"newest_at" timestamp with time zone NOT NULL,
	"all_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recipients" (
	"profile_id" text NOT NULL,
	"id" text NOT NULL,
	"currency" text NOT NULL,
	"account_digest" text,
	"name_digest" text NOT NULL,
	"content_sealed" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recipients_profile_id_id_pk" PRIMARY KEY("profile_id","id")
);
--> statement-breakpoint
ALTER TABLE "batch_fundings" ADD CONSTRAINT "batch_fundings_group_id_batch_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."batch_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_fundings" ADD CONSTRAINT "batch_fundings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_groups" ADD CONSTRAINT "batch_groups_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_groups" ADD CONSTRAINT "batch_groups_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_mappings" ADD CONSTRAINT "batch_mappings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_rows" ADD CONSTRAINT "batch_rows_group_id_batch_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."batch_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "batch_fundings_standing" ON "batch_fundings" USING btree ("group_id") WHERE "batch_fundings"."state" in ('started', 'unknown', 'sent', 'done');--> statement-breakpoint
CREATE INDEX "batch_fundings_group" ON "batch_fundings" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "batch_groups_wise" ON "batch_groups" USING btree ("wise_id");--> statement-breakpoint
CREATE INDEX "batch_groups_changed" ON "batch_groups" USING btree ("changed_at","id");--> statement-breakpoint
CREATE INDEX "batch_groups_profile" ON "batch_groups" USING btree ("profile_id","changed_at");--> statement-breakpoint
CREATE INDEX "batch_groups_running" ON "batch_groups" USING btree ("started_at") WHERE "batch_groups"."stage" = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "batch_rows_transaction" ON "batch_rows" USING btree ("customer_transaction_id");--> statement-breakpoint
CREATE UNIQUE INDEX "batch_rows_transfer" ON "batch_rows" USING btree ("transfer_id");--> statement-breakpoint
CREATE INDEX "batch_rows_open" ON "batch_rows" USING btree ("group_id","row_number") WHERE "batch_rows"."state" in ('waiting', 'sending', 'asking-wise');--> statement-breakpoint
CREATE INDEX "batch_rows_payment" ON "batch_rows" USING btree ("payment_digest");--> statement-breakpoint
CREATE INDEX "recipients_account" ON "recipients" USING btree ("profile_id","account_digest");--> statement-breakpoint
CREATE INDEX "recipients_name" ON "recipients" USING btree ("profile_id","name_digest");