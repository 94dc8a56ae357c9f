CREATE TABLE "approval_day_amounts" (
	"resource_type" text NOT NULL,
	"resource_id" text NOT NULL,
	"profile_id" text NOT NULL,
	"maker_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"day" text NOT NULL,
	"amount" numeric NOT NULL,
	CONSTRAINT "approval_day_amounts_resource_type_resource_id_pk" PRIMARY KEY("resource_type","resource_id")
);
--> statement-breakpoint
CREATE TABLE "approval_decisions" (
	"approval_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"note_sealed" text,
	CONSTRAINT "approval_decisions_approval_id_person_id_pk" PRIMARY KEY("approval_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "approval_items" (
	"approval_id" uuid NOT NULL,
	"item_key" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "approval_items_approval_id_item_key_person_id_pk" PRIMARY KEY("approval_id","item_key","person_id")
);
--> statement-breakpoint
CREATE TABLE "approval_limits" (
	"person_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount" numeric NOT NULL,
	CONSTRAINT "approval_limits_person_id_currency_pk" PRIMARY KEY("person_id","currency")
);
--> statement-breakpoint
CREATE TABLE "approval_rules" (
	"currency" text NOT NULL,
	"above" numeric NOT NULL,
	"approvers" integer NOT NULL,
	CONSTRAINT "approval_rules_currency_above_pk" PRIMARY KEY("currency","above")
);
--> statement-breakpoint
ALTER TABLE "approvals" ALTER COLUMN "subject" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ALTER COLUMN "request" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "resource_type" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "resource_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "profile_id" text;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "audience" text;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "amount" numeric;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "currency" text;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "digest" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "content_sealed" text;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "needed" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "expires_at" timestamp with time zone DEFAULT now() + interval '7 days' NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "end_note_sealed" text;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "usable_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "approval_day_amounts" ADD CONSTRAINT "approval_day_amounts_maker_id_people_id_fk" FOREIGN KEY ("maker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_decisions" ADD CONSTRAINT "approval_decisions_approval_id_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."approvals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_decisions" ADD CONSTRAINT "approval_decisions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_items" ADD CONSTRAINT "approval_items_approval_id_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."approvals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_items" ADD CONSTRAINT "approval_items_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_limits" ADD CONSTRAINT "approval_limits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_day_amounts_day" ON "approval_day_amounts" USING btree ("profile_id","maker_id","currency","day");--> statement-breakpoint
CREATE INDEX "approvals_resource" ON "approvals" USING btree ("resource_type","resource_id");--> statement-breakpoint
CREATE INDEX "approvals_requested_by" ON "approvals" USING btree ("requested_by","requested_at");