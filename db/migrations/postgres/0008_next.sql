CREATE TABLE "calendar_change" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"holidays" jsonb NOT NULL,
	"workdays" jsonb NOT NULL,
	"source" text NOT NULL,
	"entered_by" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_year" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_change_version" ON "calendar_change" USING btree ("year","version");