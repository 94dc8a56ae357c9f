CREATE TABLE "evidence_packages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"person_id" uuid NOT NULL,
	"case_id" uuid,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"key_id" text NOT NULL,
	"content_sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_transactions" (
	"evidence_id" uuid NOT NULL,
	"profile_id" text NOT NULL,
	"transaction_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_transactions_evidence_id_transaction_id_profile_id_pk" PRIMARY KEY("evidence_id","transaction_id","profile_id")
);
--> statement-breakpoint
ALTER TABLE "evidence_packages" ADD CONSTRAINT "evidence_packages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_packages" ADD CONSTRAINT "evidence_packages_case_id_decline_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."decline_cases"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_transactions" ADD CONSTRAINT "evidence_transactions_evidence_id_evidence_packages_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence_packages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_packages_made" ON "evidence_packages" USING btree ("made_at","id");--> statement-breakpoint
CREATE INDEX "evidence_packages_case" ON "evidence_packages" USING btree ("case_id","made_at");