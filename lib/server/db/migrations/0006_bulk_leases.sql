ALTER TABLE "bulk_cards" ADD COLUMN "status_before" text;--> statement-breakpoint
ALTER TABLE "bulk_cards" ADD COLUMN "leased_until" timestamp with time zone;