CREATE TABLE "card_order_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"profile_id" text NOT NULL,
	"state" text NOT NULL,
	"content_sealed" text,
	"content_digest" text NOT NULL,
	"branch_id" text,
	"ordered_by" uuid NOT NULL,
	"replaces_order_id" text,
	"order_id" text,
	"refused_code" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "card_orders_read_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "card_order_requests" ADD CONSTRAINT "card_order_requests_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_order_requests" ADD CONSTRAINT "card_order_requests_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_order_requests_state" ON "card_order_requests" USING btree ("state");--> statement-breakpoint
CREATE INDEX "card_order_requests_profile" ON "card_order_requests" USING btree ("profile_id");--> statement-breakpoint
CREATE UNIQUE INDEX "card_order_requests_replaces" ON "card_order_requests" USING btree ("profile_id","replaces_order_id") WHERE "card_order_requests"."state" <> 'refused';--> statement-breakpoint
CREATE INDEX "card_orders_replaces" ON "card_orders" USING btree ("replaces_order_id");