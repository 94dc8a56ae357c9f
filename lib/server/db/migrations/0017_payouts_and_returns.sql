ALTER TABLE "batch_rows" ADD COLUMN "transfer_status_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "batch_rows" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "batch_rows" ADD COLUMN "payout_failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "batch_rows" ADD COLUMN "continues_group_id" uuid;--> statement-breakpoint
ALTER TABLE "batch_rows" ADD COLUMN "continues_row_number" integer;--> statement-breakpoint
CREATE INDEX "batch_groups_continues" ON "batch_groups" USING btree ("continues_id");--> statement-breakpoint
CREATE UNIQUE INDEX "batch_rows_continues" ON "batch_rows" USING btree ("continues_group_id","continues_row_number");