CREATE TABLE "transaction_export_changes" (
	"export_id" uuid NOT NULL,
	"profile_id" text NOT NULL,
	"transaction_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"told" text NOT NULL,
	CONSTRAINT "transaction_export_changes_pk" PRIMARY KEY("export_id","transaction_id","profile_id")
);
--> statement-breakpoint
CREATE TABLE "transaction_export_pages" (
	"export_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"transaction_ids" bigint[] NOT NULL,
	"told" text[] NOT NULL,
	CONSTRAINT "transaction_export_pages_export_id_page_pk" PRIMARY KEY("export_id","page")
);
--> statement-breakpoint
CREATE TABLE "transaction_exports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"exported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"is_whole" boolean DEFAULT false NOT NULL,
	"told_every_reason" boolean NOT NULL,
	"card_token" text,
	"profile_id" text,
	"filter" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "transaction_export_changes" ADD CONSTRAINT "transaction_export_changes_export_id_transaction_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."transaction_exports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transaction_export_pages" ADD CONSTRAINT "transaction_export_pages_export_id_transaction_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."transaction_exports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transaction_exports" ADD CONSTRAINT "transaction_exports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "transaction_export_changes_transaction" ON "transaction_export_changes" USING btree ("transaction_id","profile_id");--> statement-breakpoint
CREATE INDEX "transaction_export_pages_transactions" ON "transaction_export_pages" USING gin ("transaction_ids");--> statement-breakpoint
CREATE INDEX "transaction_exports_exported" ON "transaction_exports" USING btree ("exported_at","id");--> statement-breakpoint
CREATE INDEX "transaction_exports_person" ON "transaction_exports" USING btree ("person_id","exported_at");--> statement-breakpoint
CREATE INDEX "card_transactions_changed" ON "card_transactions" USING btree ("changed_at");