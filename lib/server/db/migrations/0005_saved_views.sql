CREATE TABLE "saved_view_defaults" (
	"person_id" uuid NOT NULL,
	"list" text NOT NULL,
	"view_id" uuid,
	CONSTRAINT "saved_view_defaults_person_id_list_pk" PRIMARY KEY("person_id","list")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list" text NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"shared_with" text,
	"is_team_default" boolean DEFAULT false NOT NULL,
	"content_sealed" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_view_defaults" ADD CONSTRAINT "saved_view_defaults_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view_defaults" ADD CONSTRAINT "saved_view_defaults_view_id_saved_views_id_fk" FOREIGN KEY ("view_id") REFERENCES "public"."saved_views"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_view_defaults_view" ON "saved_view_defaults" USING btree ("view_id");--> statement-breakpoint
CREATE INDEX "saved_views_person" ON "saved_views" USING btree ("person_id","list");--> statement-breakpoint
CREATE INDEX "saved_views_team" ON "saved_views" USING btree ("shared_with","list");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_team_default" ON "saved_views" USING btree ("shared_with","list") WHERE "saved_views"."is_team_default";