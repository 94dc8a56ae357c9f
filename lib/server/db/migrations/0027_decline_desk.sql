CREATE TABLE "case_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"person_id" uuid,
	"kind" text NOT NULL,
	"details" jsonb NOT NULL,
	"text_sealed" text
);
--> statement-breakpoint
CREATE TABLE "case_transactions" (
	"case_id" uuid NOT NULL,
	"profile_id" text NOT NULL,
	"transaction_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_transactions_case_id_transaction_id_profile_id_pk" PRIMARY KEY("case_id","transaction_id","profile_id")
);
--> statement-breakpoint
CREATE TABLE "decline_cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"profile_id" text NOT NULL,
	"transaction_id" bigint NOT NULL,
	"transaction_created_at" timestamp with time zone NOT NULL,
	"card_token" text NOT NULL,
	"rules" jsonb NOT NULL,
	"severity" text NOT NULL,
	"assignee_id" uuid,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"outcome" text,
	"follow_up_on" date,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk_marks" (
	"name" text PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"conditions" jsonb NOT NULL,
	"is_active" boolean NOT NULL,
	"severity" text NOT NULL,
	"due_hours" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_case_id_decline_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."decline_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_transactions" ADD CONSTRAINT "case_transactions_case_id_decline_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."decline_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decline_cases" ADD CONSTRAINT "decline_cases_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_entries_case" ON "case_entries" USING btree ("case_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "decline_cases_transaction" ON "decline_cases" USING btree ("transaction_id","profile_id");--> statement-breakpoint
CREATE INDEX "decline_cases_due" ON "decline_cases" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "decline_cases_open" ON "decline_cases" USING btree ("due_at","id") WHERE "decline_cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "decline_cases_assignee" ON "decline_cases" USING btree ("assignee_id");--> statement-breakpoint
CREATE INDEX "card_transactions_declined_changed" ON "card_transactions" USING btree ("changed_at") WHERE "card_transactions"."state" = 'DECLINED';--> statement-breakpoint
CREATE INDEX "card_transactions_declined_merchant" ON "card_transactions" USING btree (lower(trim("merchant_name")),"created_at") WHERE "card_transactions"."state" = 'DECLINED';