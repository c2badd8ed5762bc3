ALTER TABLE "method" ADD COLUMN "late_answer" text DEFAULT 'blocks' NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "grade_scored" boolean DEFAULT false NOT NULL;