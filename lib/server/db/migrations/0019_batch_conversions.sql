ALTER TABLE "batch_fundings" ADD COLUMN "conversion_approval_id" uuid;--> statement-breakpoint
ALTER TABLE "batch_fundings" ADD COLUMN "others_before" text;