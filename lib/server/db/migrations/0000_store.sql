CREATE TABLE "audit_heads" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"signature" text NOT NULL,
	"key_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_rows" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"phase" text NOT NULL,
	"action" text NOT NULL,
	"outcome" text,
	"error_code" text,
	"target_type" text NOT NULL,
	"target_id" text NOT NULL,
	"profile_id" text,
	"intent_sequence" bigint,
	"request_id" text,
	"details" jsonb NOT NULL,
	"actor_id" uuid,
	"actor_role" text,
	"salt" text NOT NULL,
	"withheld_digest" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_texts" (
	"sequence" bigint NOT NULL,
	"name" text NOT NULL,
	"subject_id" text NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "audit_texts_sequence_name_pk" PRIMARY KEY("sequence","name")
);
--> statement-breakpoint
CREATE TABLE "console_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"event" jsonb NOT NULL,
	"person_id" uuid
);
--> statement-breakpoint
CREATE TABLE "console_keys" (
	"name" text PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"public_key" text NOT NULL,
	"private_key_sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subject_keys" (
	"subject_id" text PRIMARY KEY NOT NULL,
	"key_sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"profile_id" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "card_status_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"card_token" text NOT NULL,
	"profile_id" text NOT NULL,
	"status" text NOT NULL,
	"changed_by" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"token" text PRIMARY KEY NOT NULL,
	"profile_id" text NOT NULL,
	"status" text NOT NULL,
	"card_holder_name" text,
	"expiry_date" text,
	"last_four_digits" text NOT NULL,
	"bank_identification_number" text,
	"phone_number" text,
	"programme" text NOT NULL,
	"scheme" text NOT NULL,
	"default_currency" text NOT NULL,
	"card_type" text NOT NULL,
	"unlock_spending_permissions" text NOT NULL,
	"creation_time" text NOT NULL,
	"modification_time" text NOT NULL,
	"search_text" text NOT NULL,
	"collection_branch_id" text,
	"as_of" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"person_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"path" text NOT NULL,
	"key" text NOT NULL,
	"body_digest" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status" integer,
	"reply_content_type" text,
	"reply" text,
	CONSTRAINT "idempotency_keys_person_id_endpoint_path_key_pk" PRIMARY KEY("person_id","endpoint","path","key")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"subject" text NOT NULL,
	"request" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "branches" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"flags" text[] DEFAULT '{}'::text[] NOT NULL,
	"password_hash" text,
	"must_set_password" boolean DEFAULT false NOT NULL,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_branches" (
	"person_id" uuid NOT NULL,
	"branch_id" text NOT NULL,
	CONSTRAINT "person_branches_person_id_branch_id_pk" PRIMARY KEY("person_id","branch_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"search_text" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"cards_read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delivery_id" text,
	"content_digest" text NOT NULL,
	"is_test" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"body" text NOT NULL,
	"event_type" text,
	"state" text DEFAULT 'received' NOT NULL,
	"processed_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "webhook_deliveries_content_digest_unique" UNIQUE("content_digest")
);
--> statement-breakpoint
CREATE TABLE "wise_client_tokens" (
	"client_id" text PRIMARY KEY NOT NULL,
	"access_token_sealed" text,
	"access_token_expires_at" timestamp with time zone,
	"lease_holder" text,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "wise_connections" (
	"user_id" text PRIMARY KEY NOT NULL,
	"refresh_token_sealed" text NOT NULL,
	"access_token_sealed" text,
	"access_token_expires_at" timestamp with time zone,
	"state" text DEFAULT 'working' NOT NULL,
	"state_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_holder" text,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "wise_rate_windows" (
	"kind" text NOT NULL,
	"window" bigint NOT NULL,
	"taken" integer NOT NULL,
	CONSTRAINT "wise_rate_windows_kind_window_pk" PRIMARY KEY("kind","window")
);
--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_collection_branch_id_branches_id_fk" FOREIGN KEY ("collection_branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_branches" ADD CONSTRAINT "person_branches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_branches" ADD CONSTRAINT "person_branches_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_user_id_wise_connections_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."wise_connections"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_rows_target" ON "audit_rows" USING btree ("target_id","sequence");--> statement-breakpoint
CREATE INDEX "audit_rows_action" ON "audit_rows" USING btree ("action","sequence");--> statement-breakpoint
CREATE INDEX "audit_rows_intent" ON "audit_rows" USING btree ("intent_sequence");--> statement-breakpoint
CREATE INDEX "console_events_at" ON "console_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "access_log_person" ON "access_log" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "access_log_subject" ON "access_log" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "card_status_changes_card" ON "card_status_changes" USING btree ("card_token","occurred_at");--> statement-breakpoint
CREATE INDEX "cards_modification" ON "cards" USING btree ("modification_time","token");--> statement-breakpoint
CREATE INDEX "cards_holder" ON "cards" USING btree (lower(coalesce("card_holder_name", '')),"token");--> statement-breakpoint
CREATE INDEX "cards_creation" ON "cards" USING btree ("creation_time","token");--> statement-breakpoint
CREATE INDEX "cards_profile" ON "cards" USING btree ("profile_id");--> statement-breakpoint
CREATE INDEX "cards_last_four" ON "cards" USING btree ("last_four_digits");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "approvals_state" ON "approvals" USING btree ("state","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "profiles_user" ON "profiles" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_state" ON "webhook_deliveries" USING btree ("state","received_at");