ALTER TABLE "tender" ADD COLUMN "draw_sealed" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "draw_commit" text;