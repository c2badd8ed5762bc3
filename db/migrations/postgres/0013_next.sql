DROP INDEX "award_proposal";--> statement-breakpoint
ALTER TABLE "award" ADD COLUMN "run" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "award_proposal" ON "award" USING btree ("proposal_id","run");