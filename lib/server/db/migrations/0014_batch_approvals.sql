ALTER TABLE "batch_groups" ADD COLUMN "ceiling" text;--> statement-breakpoint
ALTER TABLE "batch_groups" ADD COLUMN "approval_id" uuid;--> statement-breakpoint
ALTER TABLE "batch_rows" ADD COLUMN "approved_digest" text;