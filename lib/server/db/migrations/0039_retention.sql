CREATE TABLE "legal_holds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"profile_id" text NOT NULL,
	"card_token" text,
	"reason_sealed" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"class" text PRIMARY KEY NOT NULL,
	"days" integer NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retention_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"class" text NOT NULL,
	"cutoff" timestamp with time zone NOT NULL,
	"passed" integer NOT NULL,
	"deleted" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_placed_by_people_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_lifted_by_people_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "legal_holds_standing" ON "legal_holds" USING btree ("profile_id",coalesce("card_token", '')) WHERE "legal_holds"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "legal_holds_placed" ON "legal_holds" USING btree ("placed_at","id");--> statement-breakpoint
CREATE INDEX "retention_runs_cutoff" ON "retention_runs" USING btree ("class","cutoff");--> statement-breakpoint
CREATE INDEX "retention_runs_under_way" ON "retention_runs" USING btree ("started_at") WHERE "retention_runs"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "access_log_at" ON "access_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "case_transactions_transaction" ON "case_transactions" USING btree ("transaction_id","profile_id");--> statement-breakpoint
CREATE INDEX "decline_cases_closed" ON "decline_cases" USING btree ("closed_at") WHERE "decline_cases"."closed_at" is not null;