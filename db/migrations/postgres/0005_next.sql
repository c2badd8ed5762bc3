CREATE TABLE "duty" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"ground" text NOT NULL,
	"desks" jsonb NOT NULL,
	"office" text,
	"from_date" text NOT NULL,
	"to_date" text
);
--> statement-breakpoint
CREATE TABLE "heat_topic" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"kind" text NOT NULL,
	"category" text,
	"suggestion_ids" jsonb NOT NULL,
	"decision" text NOT NULL,
	"need_id" text,
	"reason" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "need_term" (
	"id" text PRIMARY KEY NOT NULL,
	"need_id" text NOT NULL,
	"community_id" text NOT NULL,
	"term" integer NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "split_from" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "starts_on" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "ends_on" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "raised_by" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "photos" jsonb;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "voice" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "voice_mime" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "duty_id" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "office" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "refer_reason" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "referred_at" bigint;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "returned_at" bigint;--> statement-breakpoint
ALTER TABLE "heat_topic" ADD CONSTRAINT "heat_topic_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heat_topic" ADD CONSTRAINT "heat_topic_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_term" ADD CONSTRAINT "need_term_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "duty_version" ON "duty" USING btree ("code","version");--> statement-breakpoint
CREATE INDEX "heat_topic_community" ON "heat_topic" USING btree ("community_id","decided_at");--> statement-breakpoint
CREATE INDEX "need_term_word" ON "need_term" USING btree ("term","at","need_id");--> statement-breakpoint
CREATE INDEX "need_term_near" ON "need_term" USING btree ("community_id","term","need_id");--> statement-breakpoint
CREATE INDEX "need_term_need" ON "need_term" USING btree ("need_id");--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_duty_id_duty_id_fk" FOREIGN KEY ("duty_id") REFERENCES "public"."duty"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suggestion_recent" ON "suggestion" USING btree ("community_id","created_at");--> statement-breakpoint
CREATE INDEX "suggestion_due" ON "suggestion" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "suggestion_need" ON "suggestion" USING btree ("need_id");