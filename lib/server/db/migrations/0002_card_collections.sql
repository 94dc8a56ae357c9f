CREATE TABLE "card_collections" (
	"card_token" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cards" DROP CONSTRAINT "cards_collection_branch_id_branches_id_fk";
--> statement-breakpoint
ALTER TABLE "card_collections" ADD CONSTRAINT "card_collections_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_collections_branch" ON "card_collections" USING btree ("branch_id");--> statement-breakpoint
ALTER TABLE "cards" DROP COLUMN "collection_branch_id";