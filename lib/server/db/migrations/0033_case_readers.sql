ALTER TABLE "case_transactions" ADD COLUMN "linked_by" uuid;--> statement-breakpoint
ALTER TABLE "decline_cases" ADD COLUMN "needs_second_reader" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "decline_cases" ADD COLUMN "decided_by" uuid;--> statement-breakpoint
ALTER TABLE "decline_cases" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "desk_rules" ADD COLUMN "needs_second_reader" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "case_transactions" ADD CONSTRAINT "case_transactions_linked_by_people_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decline_cases" ADD CONSTRAINT "decline_cases_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decline_cases" ADD CONSTRAINT "decline_cases_merged_into_decline_cases_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."decline_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decline_cases_merged" ON "decline_cases" USING btree ("merged_into") WHERE "decline_cases"."merged_into" is not null;