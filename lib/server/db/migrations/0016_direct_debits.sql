ALTER TABLE "batch_fundings" ADD COLUMN "initiation_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "batch_fundings" ADD COLUMN "initiation_reference" text;--> statement-breakpoint
ALTER TABLE "batch_fundings" ADD COLUMN "initiation_account" text;