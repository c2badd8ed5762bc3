DROP INDEX "visit_once";--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "voice_id" text;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "heard_words" text;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "heard_by" text;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "heard_at" bigint;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "reason" text;--> statement-breakpoint
CREATE UNIQUE INDEX "visit_once" ON "visit" USING btree ("visit_plan_id","contract_id") WHERE why <> 'unplanned';