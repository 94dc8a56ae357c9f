CREATE TABLE "card_order_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"profile_id" text NOT NULL,
	"state" text NOT NULL,
	"content_sealed" text,
	"content_digest" text NOT NULL,
	"branch_id" text,
	"ordered_by" uuid NOT NULL,
	"replaces_order_id" text,
	"order_id" text,
	"refused_code" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "card_order_statuses" (
	"order_id" text NOT NULL,
	"status" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "card_order_statuses_order_id_status_pk" PRIMARY KEY("order_id","status")
);
--> statement-breakpoint
CREATE TABLE "card_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"profile_id" text NOT NULL,
	"status" text NOT NULL,
	"card_token" text,
	"card_holder_name" text,
	"programme" text,
	"scheme" text,
	"card_type" text,
	"delivery_option" text,
	"branch_id" text,
	"ordered_by" uuid,
	"replaces_order_id" text,
	"creation_time" text NOT NULL,
	"modification_time" text NOT NULL,
	"search_text" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hand_overs" (
	"card_token" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL,
	"identity_checked_by" text NOT NULL,
	"handed_over_by" uuid NOT NULL,
	"collected_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kiosks" (
	"id" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL,
	"place" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plastic_movements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"branch_id" text NOT NULL,
	"kiosk_id" text,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"quantity" integer NOT NULL,
	"print_job_id" uuid,
	"recorded_by" uuid NOT NULL,
	"witnessed_by" uuid,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "print_jobs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"card_token" text NOT NULL,
	"profile_id" text NOT NULL,
	"kiosk_id" text NOT NULL,
	"branch_id" text,
	"sent_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text NOT NULL,
	"occurred_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"error_status" text,
	"error_code" text,
	"retry_of" uuid,
	"what_was_done" text,
	"previous_plastic" text
);
--> statement-breakpoint
CREATE TABLE "production_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"card_token" text NOT NULL,
	"status" text NOT NULL,
	"kiosk_id" text,
	"occurred_at" timestamp with time zone,
	"error_code" text,
	"description" text,
	"sent_at" timestamp with time zone,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "productions" (
	"card_token" text PRIMARY KEY NOT NULL,
	"profile_id" text NOT NULL,
	"status" text NOT NULL,
	"kiosk_id" text,
	"occurred_at" timestamp with time zone,
	"error_code" text,
	"description" text,
	"told_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expected_deliveries" (
	"event_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"noticed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "expected_deliveries_event_type_subject_id_since_pk" PRIMARY KEY("event_type","subject_id","since")
);
--> statement-breakpoint
CREATE TABLE "webhook_checks" (
	"event_type" text PRIMARY KEY NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"missed" integer DEFAULT 0 NOT NULL,
	"missed_at" timestamp with time zone,
	"compared" integer DEFAULT 0 NOT NULL,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "webhook_refusals" (
	"day" date NOT NULL,
	"reason" text NOT NULL,
	"count" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "webhook_refusals_day_reason_pk" PRIMARY KEY("day","reason")
);
--> statement-breakpoint
DROP INDEX "webhook_deliveries_state";--> statement-breakpoint
ALTER TABLE "balance_debits" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "batch_fundings" ADD COLUMN "conversions_seen" text;--> statement-breakpoint
ALTER TABLE "branches" ADD COLUMN "place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "branches" ADD COLUMN "time_zone" text DEFAULT 'Europe/London' NOT NULL;--> statement-breakpoint
ALTER TABLE "branches" ADD COLUMN "is_active" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "branches" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "card_orders_read_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD COLUMN "schema_version" text;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD COLUMN "profile_id" text;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD COLUMN "subject_id" text;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD COLUMN "occurred_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "card_order_requests" ADD CONSTRAINT "card_order_requests_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_order_requests" ADD CONSTRAINT "card_order_requests_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_orders" ADD CONSTRAINT "card_orders_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_orders" ADD CONSTRAINT "card_orders_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plastic_movements" ADD CONSTRAINT "plastic_movements_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plastic_movements" ADD CONSTRAINT "plastic_movements_kiosk_id_kiosks_id_fk" FOREIGN KEY ("kiosk_id") REFERENCES "public"."kiosks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "print_jobs" ADD CONSTRAINT "print_jobs_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "productions" ADD CONSTRAINT "productions_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_order_requests_state" ON "card_order_requests" USING btree ("state");--> statement-breakpoint
CREATE INDEX "card_order_requests_profile" ON "card_order_requests" USING btree ("profile_id");--> statement-breakpoint
CREATE UNIQUE INDEX "card_order_requests_replaces" ON "card_order_requests" USING btree ("profile_id","replaces_order_id") WHERE "card_order_requests"."state" <> 'refused';--> statement-breakpoint
CREATE INDEX "card_orders_creation" ON "card_orders" USING btree ("creation_time","id");--> statement-breakpoint
CREATE INDEX "card_orders_profile" ON "card_orders" USING btree ("profile_id");--> statement-breakpoint
CREATE INDEX "card_orders_branch" ON "card_orders" USING btree ("branch_id");--> statement-breakpoint
CREATE INDEX "card_orders_card" ON "card_orders" USING btree ("card_token");--> statement-breakpoint
CREATE INDEX "card_orders_replaces" ON "card_orders" USING btree ("replaces_order_id");--> statement-breakpoint
CREATE INDEX "kiosks_branch" ON "kiosks" USING btree ("branch_id");--> statement-breakpoint
CREATE INDEX "plastic_movements_day" ON "plastic_movements" USING btree ("branch_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "plastic_movements_job" ON "plastic_movements" USING btree ("print_job_id","kind") WHERE "plastic_movements"."print_job_id" is not null;--> statement-breakpoint
CREATE INDEX "print_jobs_card" ON "print_jobs" USING btree ("card_token","created_at");--> statement-breakpoint
CREATE INDEX "print_jobs_kiosk" ON "print_jobs" USING btree ("kiosk_id","created_at");--> statement-breakpoint
CREATE INDEX "print_jobs_branch" ON "print_jobs" USING btree ("branch_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "print_jobs_open" ON "print_jobs" USING btree ("card_token") WHERE "print_jobs"."state" in ('sending', 'waiting', 'printing', 'unknown');--> statement-breakpoint
CREATE INDEX "production_events_card" ON "production_events" USING btree ("card_token","occurred_at");--> statement-breakpoint
CREATE INDEX "productions_status" ON "productions" USING btree ("status");--> statement-breakpoint
CREATE INDEX "productions_kiosk" ON "productions" USING btree ("kiosk_id");--> statement-breakpoint
CREATE INDEX "productions_profile" ON "productions" USING btree ("profile_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("due_at") WHERE "webhook_deliveries"."state" = 'received';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_received" ON "webhook_deliveries" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_kind" ON "webhook_deliveries" USING btree ("event_type","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_subject" ON "webhook_deliveries" USING btree ("subject_id");--> statement-breakpoint
UPDATE "webhook_deliveries" d SET "delivery_id" = NULL WHERE EXISTS (SELECT 1 FROM "webhook_deliveries" e WHERE e."delivery_id" = d."delivery_id" AND e."id" < d."id");--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_delivery_id_unique" UNIQUE("delivery_id");