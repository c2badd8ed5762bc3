ALTER TABLE `method` ADD `late_answer` text DEFAULT 'blocks' NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `grade_scored` integer DEFAULT false NOT NULL;