ALTER TABLE "balance_debits" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "batch_fundings" ADD COLUMN "conversions_seen" text;--> statement-breakpoint
CREATE INDEX "card_orders_replaces" ON "card_orders" USING btree ("replaces_order_id");